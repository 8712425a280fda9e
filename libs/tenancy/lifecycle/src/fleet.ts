import type { PostgresAddress } from '@salient/platform';
import { openAddress, type TenantStatus } from '@salient/tenancy';
import { administer } from './administrator.js';
import { adminAddressOf, type ServerAccess } from './database-servers.js';

/** A tenant with where it lives and how it is. */
export interface FleetTenant {
  readonly id: string;
  readonly slug: string;
  readonly status: TenantStatus;
  readonly server: string;
  readonly database: string;
  /** How services reach it: never to be shown. */
  readonly address: PostgresAddress;
  readonly config_version: number;
  readonly schema_version: string | null;
  readonly migration_error: string | null;
  readonly migration_failed_at: Date | null;
  /** Connections to its database now; null when its server cannot be asked. */
  readonly connections: number | null;
  /** Of its database on disk; null when its server cannot be asked, or does not tell. */
  readonly size_bytes: number | null;
  readonly last_backup_at: Date | null;
  readonly created_at: Date;
}

interface DatabaseState {
  readonly connections: number;
  readonly bytes: number | null;
}

type FleetRow = Omit<FleetTenant, 'connections' | 'size_bytes' | 'address'> & { readonly server_id: string; readonly sealed: string };

/** Tenants, the newest first. Asks each of their servers once for connections and sizes, and no tenant's database. */
export async function fleetPage(
  access: ServerAccess,
  { limit, before }: { readonly limit: number; readonly before: string | null },
): Promise<FleetTenant[]> {
  const rows = await access.control.query<FleetRow>(
    `SELECT tenant_id AS id, slug, status, server.name AS server, server_id, database_name AS database, connection_string AS sealed, config_version::int, schema_version,
       migration_error, migration_failed_at, last_backup_at, registry.created_at
     FROM tenant_registry registry JOIN database_servers server ON server.id = server_id
     WHERE status <> 'deleted' AND ($1::uuid IS NULL OR tenant_id < $1) ORDER BY tenant_id DESC LIMIT $2`,
    [before, limit],
  );
  const states = new Map<string, Map<string, DatabaseState> | null>();
  for (const [id, ofServer] of Map.groupBy(rows, (row) => row.server_id)) {
    const names = ofServer.map((row) => row.database);
    states.set(id, await databaseStates(access, id, names).catch(() => null));
  }
  return rows.map(({ server_id: serverId, sealed, ...row }) => {
    const state = states.get(serverId)?.get(row.database);
    return {
      ...row,
      address: openAddress(access.keyring, row.id, sealed),
      connections: state?.connections ?? null,
      size_bytes: state?.bytes ?? null,
    };
  });
}

async function databaseStates(access: ServerAccess, serverId: string, names: readonly string[]): Promise<Map<string, DatabaseState>> {
  return administer({ ...(await adminAddressOf(access, serverId)), database: 'postgres' }, async (client) => {
    const { rows } = await client.query<DatabaseState & { database: string }>(STATES, [names]);
    return new Map(
      rows.map(({ database, connections, bytes }) => [database, { connections, bytes: bytes === null ? null : Number(bytes) }]),
    );
  });
}

/** The size is told to whoever may connect to the database, or may read all statistics. */
const STATES = `
  SELECT datname AS database, (SELECT count(*)::int FROM pg_stat_activity activity WHERE activity.datname = pg_database.datname) AS connections,
    CASE WHEN has_database_privilege(oid, 'CONNECT') OR pg_has_role('pg_read_all_stats', 'USAGE') THEN pg_database_size(oid) END AS bytes
  FROM pg_database WHERE datname = ANY ($1)`;
