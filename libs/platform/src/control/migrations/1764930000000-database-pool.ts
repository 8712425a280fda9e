import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Migrated databases that belong to nobody yet, for accounts to come; and until when an account that is being provisioned
 * belongs to the process that does it.
 */
export class DatabasePool1764930000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pooled_databases (
        id uuid PRIMARY KEY,
        server_id uuid NOT NULL REFERENCES database_servers,
        database_name text NOT NULL UNIQUE,
        connection_string text NOT NULL,
        status text NOT NULL CHECK (status IN ('making', 'ready')),
        schema_version text,
        schema_fingerprint text,
        lease_expires_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX pooled_databases_server ON pooled_databases (server_id, id);
      ALTER TABLE tenant_registry ADD COLUMN provisioning_until timestamptz`);
  }

  async down(): Promise<void> {
    throw new Error('The pooled databases would be left behind: take them away first.');
  }
}
