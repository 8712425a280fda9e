import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Migrations of the whole fleet as jobs that survive the process that runs them, and when an account was backed up last. */
export class FleetMigrations1764710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenant_registry ADD COLUMN last_backup_at timestamptz;

      CREATE TABLE fleet_migrations (
        id uuid PRIMARY KEY,
        status text NOT NULL CHECK (status IN ('running', 'paused', 'completed', 'failed')),
        target text NOT NULL,
        canaries integer NOT NULL,
        concurrency integer NOT NULL,
        total integer,
        started_by text NOT NULL,
        worker_id uuid,
        lease_expires_at timestamptz,
        error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz
      );
      CREATE UNIQUE INDEX fleet_migrations_one_at_a_time ON fleet_migrations ((true)) WHERE status IN ('running', 'paused');

      CREATE TABLE fleet_migration_tenants (
        migration_id uuid NOT NULL REFERENCES fleet_migrations ON DELETE CASCADE,
        tenant_id uuid NOT NULL,
        slug text NOT NULL,
        migrations text[] NOT NULL,
        error text,
        finished_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (migration_id, tenant_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE fleet_migration_tenants, fleet_migrations;
      ALTER TABLE tenant_registry DROP COLUMN last_backup_at`);
  }
}
