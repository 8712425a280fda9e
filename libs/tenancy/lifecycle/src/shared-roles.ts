import type { PostgresAddress } from '@salient/platform';
import { administer } from './administrator.js';

/** Of the roles that `$1`'s tenants' databases are opened with, those that another login which makes tenants here cannot act for yet. */
const NOT_SHARED = `
  SELECT quote_ident(tenant.rolname) AS tenant, quote_ident(service.rolname) AS service
  FROM pg_roles tenant CROSS JOIN pg_roles service
  WHERE tenant.rolname LIKE 'salient\\_tenant\\_%' AND service.rolname = $1
    AND NOT EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.roleid = tenant.oid AND m.member = service.oid AND m.admin_option)
    AND EXISTS (SELECT 1 FROM (
      SELECT database_name FROM tenant_registry UNION ALL SELECT database_name FROM pooled_databases
      UNION ALL SELECT unnest(ARRAY[from_database, to_database]) FROM tenant_moves
      UNION ALL SELECT unnest(ARRAY[database_name, former_database]) FROM tenant_restores
    ) known WHERE starts_with(tenant.rolname, database_name))`;

/**
 * PostgreSQL lets a role that is no superuser act only for roles that it has made. What an operator has made, admin-api goes
 * on with: it gets the rights over every tenant's role of this control database. A second run changes nothing.
 *
 * @param service the login of admin-api
 */
export async function shareTenantRoles(admin: PostgresAddress, service: string): Promise<void> {
  await administer(admin, async (client) => {
    const { rows } = await client.query<{ tenant: string; service: string }>(NOT_SHARED, [service]);
    for (const row of rows) await client.query(`GRANT ${row.tenant} TO ${row.service} WITH ADMIN OPTION`);
  });
}
