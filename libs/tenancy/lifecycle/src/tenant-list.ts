import type { Keyring, Sql } from '@salient/platform';
import { recordOf, REGISTRY_COLUMNS, type RegistryRow, type TenantRecord } from '@salient/tenancy';

/** Every account with its address, in the order of their ids. */
export async function listTenants(control: Sql, keyring: Keyring): Promise<TenantRecord[]> {
  const rows = await control.query<RegistryRow>(
    `SELECT ${REGISTRY_COLUMNS} FROM tenant_registry WHERE status <> 'deleted' ORDER BY tenant_id`,
  );
  return rows.map((row) => recordOf(keyring, row));
}

/** The account of a slug, whatever its status; null when there is none. */
export async function findTenant(control: Sql, keyring: Keyring, slug: string): Promise<TenantRecord | null> {
  const [row] = await control.query<RegistryRow>(
    `SELECT ${REGISTRY_COLUMNS} FROM tenant_registry WHERE slug = $1 AND status <> 'deleted'`,
    [slug],
  );
  return row ? recordOf(keyring, row) : null;
}
