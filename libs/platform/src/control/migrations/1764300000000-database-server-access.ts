import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How operators reach a server that is not the control database's own (encrypted, with the server's id as associated data),
 * and what became of the last migration of each tenant.
 */
export class DatabaseServerAccess1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE database_servers ADD COLUMN admin_connection text;
      ALTER TABLE database_servers ADD COLUMN accepts_tenants boolean NOT NULL DEFAULT true;
      ALTER TABLE tenant_registry ADD COLUMN migration_error text;
      ALTER TABLE tenant_registry ADD COLUMN migration_failed_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE database_servers DROP COLUMN admin_connection, DROP COLUMN accepts_tenants;
      ALTER TABLE tenant_registry DROP COLUMN migration_error, DROP COLUMN migration_failed_at`);
  }
}
