import { migrateDatabase, type Keyring, type MigrationClass, type Sql } from '@salient/platform';
import { tenantSchema } from './tenant-identity.migration.js';
import { listTenants } from './tenant-provisioner.js';

export interface TenantMigrationResult {
  readonly slug: string;
  /** Names of the migrations that ran. */
  readonly ran: readonly string[];
  /** What went wrong with this tenant; the others went on. */
  readonly error?: unknown;
}

/**
 * Brings every tenant's database to the newest schema, one after the other. One tenant's failure neither stops the others
 * nor hides: it is in the answer. Tenants that the registry knows to be current are not opened.
 */
export async function migrateTenants(
  control: Sql,
  keyring: Keyring,
  migrations: readonly MigrationClass[],
): Promise<TenantMigrationResult[]> {
  const schema = tenantSchema(migrations);
  const newest = schema.at(-1)?.name ?? null;
  const behind = await control.query<{ tenant_id: string }>(
    `SELECT tenant_id FROM tenant_registry WHERE status NOT IN ('deleted', 'provisioning') AND schema_version IS DISTINCT FROM $1`,
    [newest],
  );
  const ids = new Set(behind.map((row) => row.tenant_id));
  const results: TenantMigrationResult[] = [];
  for (const tenant of ids.size > 0 ? await listTenants(control, keyring) : []) {
    if (!ids.has(tenant.id)) continue;
    try {
      const ran = await migrateDatabase(tenant.address, schema);
      await control.query('UPDATE tenant_registry SET schema_version = $2 WHERE tenant_id = $1', [tenant.id, newest]);
      results.push({ slug: tenant.slug, ran });
    } catch (error) {
      results.push({ slug: tenant.slug, ran: [], error });
    }
  }
  return results;
}
