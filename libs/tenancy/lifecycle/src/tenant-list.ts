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

/** An account with the server that its database is on. */
export interface PlacedTenant extends TenantRecord {
  readonly serverId: string;
}

/** The account of an id; null when there is none, or none any more. */
export async function readTenant(control: Sql, keyring: Keyring, id: string): Promise<PlacedTenant | null> {
  const [row] = await control.query<RegistryRow & { server_id: string }>(
    `SELECT ${REGISTRY_COLUMNS}, server_id FROM tenant_registry WHERE tenant_id = $1 AND status <> 'deleted'`,
    [id],
  );
  return row ? { ...recordOf(keyring, row), serverId: row.server_id } : null;
}
