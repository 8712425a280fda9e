import type { MigrationClass } from '@salient/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row that says whose database this is, so that a connection can be told from another tenant's. */
export class TenantIdentity1763999999999 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tenant_identity (
        singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        tenant_id uuid NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tenant_identity');
  }
}

/** All migrations of a tenant's database: its identity, then what the application keeps in it. */
export function tenantSchema(migrations: readonly MigrationClass[]): MigrationClass[] {
  return [TenantIdentity1763999999999, ...migrations];
}
