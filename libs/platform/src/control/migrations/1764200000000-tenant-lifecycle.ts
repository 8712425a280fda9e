import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deletion with grace, slugs that are free again after it, and who serves: processes acknowledge that they let go of a tenant. */
export class TenantLifecycle1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenant_registry ADD COLUMN delete_after timestamptz;
      ALTER TABLE tenant_registry ADD COLUMN deleted_at timestamptz;
      ALTER TABLE tenant_registry DROP CONSTRAINT tenant_registry_slug_key;
      CREATE UNIQUE INDEX tenant_registry_slug ON tenant_registry (slug) WHERE status <> 'deleted';
      CREATE INDEX tenant_registry_delete_after ON tenant_registry (delete_after) WHERE status = 'deleting';

      CREATE TABLE service_processes (
        id uuid PRIMARY KEY,
        app text NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        heartbeat_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE tenant_acknowledgements (
        process_id uuid NOT NULL REFERENCES service_processes ON DELETE CASCADE,
        tenant_id uuid NOT NULL REFERENCES tenant_registry ON DELETE CASCADE,
        config_version bigint NOT NULL,
        acknowledged_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (process_id, tenant_id)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('Deleted accounts may share a slug with living ones: this cannot be taken back.');
  }
}
