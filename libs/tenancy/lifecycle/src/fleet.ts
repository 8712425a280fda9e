import { withClient } from '@salient/platform';
import type { TenantStatus } from '@salient/tenancy';
import { adminAddressOf, type ServerAccess } from './database-servers.js';

/** A tenant with where it lives and how it is. */
export interface FleetTenant {
  readonly id: string;
  readonly slug: string;
  readonly status: TenantStatus;
  readonly server: string;
  readonly database: string;
  readonly config_version: number;
  readonly schema_version: string | null;
  readonly migration_error: string | null;
  readonly migration_failed_at: Date | null;
  /** Connections to its database now; null when its server cannot be asked. */
  readonly connections: number | null;
  readonly created_at: Date;
}

type FleetRow = Omit<FleetTenant, 'connections'> & { readonly server_id: string };

/** Tenants, the newest first. Asks each of their servers once for its connections, and no tenant's database. */
export async function fleetPage(
  access: ServerAccess,
  { limit, before }: { readonly limit: number; readonly before: string | null },
): Promise<FleetTenant[]> {
  const rows = await access.control.query<FleetRow>(
    `SELECT tenant_id AS id, slug, status, server.name AS server, server_id, database_name AS database, config_version::int, schema_version,
       migration_error, migration_failed_at, registry.created_at
     FROM tenant_registry registry JOIN database_servers server ON server.id = server_id
     WHERE status <> 'deleted' AND ($1::uuid IS NULL OR tenant_id < $1) ORDER BY tenant_id DESC LIMIT $2`,
    [before, limit],
  );
  const counts = new Map<string, Map<string, number> | null>();
  for (const id of new Set(rows.map((row) => row.server_id))) counts.set(id, await connectionsOf(access, id).catch(() => null));
  return rows.map(({ server_id: serverId, ...row }) => {
    const count = counts.get(serverId);
    return { ...row, connections: count ? (count.get(row.database) ?? 0) : null };
  });
}

async function connectionsOf(access: ServerAccess, serverId: string): Promise<Map<string, number>> {
  return withClient({ ...(await adminAddressOf(access, serverId)), database: 'postgres' }, async (client) => {
    const { rows } = await client.query<{ database: string; n: number }>(
      'SELECT datname AS database, count(*)::int AS n FROM pg_stat_activity WHERE datname IS NOT NULL GROUP BY datname',
    );
    return new Map(rows.map(({ database, n }) => [database, n]));
  });
}
