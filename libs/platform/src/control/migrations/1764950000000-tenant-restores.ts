import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts that were brought back to an earlier state in place, and where what they had is kept until `keep_until`. A restore
 * that is being prepared belongs to its process until the lease is over.
 */
export class TenantRestores1764950000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tenant_restores (
        id uuid PRIMARY KEY,
        tenant_id uuid NOT NULL REFERENCES tenant_registry,
        status text NOT NULL CHECK (status IN ('preparing', 'kept', 'dropped', 'failed')),
        server_id uuid NOT NULL REFERENCES database_servers,
        database_name text NOT NULL,
        former_server_id uuid REFERENCES database_servers,
        former_database text,
        former_connection text,
        keep_until timestamptz,
        lease_expires_at timestamptz,
        started_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX tenant_restores_one_at_a_time ON tenant_restores (tenant_id) WHERE status = 'preparing';
      CREATE INDEX tenant_restores_tenant ON tenant_restores (tenant_id, id DESC)`);
  }

  async down(): Promise<void> {
    throw new Error('The databases that are kept would be left behind: drop them first.');
  }
}
