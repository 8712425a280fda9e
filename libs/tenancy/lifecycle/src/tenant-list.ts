import type { Keyring, Sql } from '@salient/platform';
import { openAddress, type TenantRecord, type TenantStatus } from '@salient/tenancy';

/** Every account with its address, in the order of their ids. */
export async function listTenants(control: Sql, keyring: Keyring): Promise<TenantRecord[]> {
  const rows = await control.query<{
    tenant_id: string;
    slug: string;
    name: string;
    status: TenantStatus;
    config_version: string;
    connection_string: string;
  }>(
    `SELECT tenant_id, slug, name, status, config_version, connection_string FROM tenant_registry WHERE status <> 'deleted' ORDER BY tenant_id`,
  );
  return rows.map(({ tenant_id: id, slug, name, status, config_version: version, connection_string: sealed }) => ({
    id,
    slug,
    name,
    status,
    configVersion: Number(version),
    address: openAddress(keyring, id, sealed),
  }));
}
