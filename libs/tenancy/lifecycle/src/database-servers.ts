import { InvalidRequest, type Keyring, type PostgresAddress, type Sql } from '@salient/platform';
import { openAddress, sealAddress, TenantUnavailable, type ServerBrokers } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { administer } from './administrator.js';

/** A PostgreSQL server that holds tenants' databases. */
export interface DatabaseServer {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly max_connections: number;
  readonly reserved_connections: number;
  readonly accepts_tenants: boolean;
  readonly tenants: number;
}

/** What the lifecycle needs to reach any server as an administrator. */
export interface ServerAccess {
  readonly control: Sql;
  /** Of the control database's own server, direct. */
  readonly admin: PostgresAddress;
  readonly keyring: Keyring;
  /** Of this process: all its connections to tenants' databases count in one budget for each server. */
  readonly brokers: ServerBrokers;
  /** Another login, on the control database's own server, that has to be able to go on with what this process makes. */
  readonly partner?: string;
}

const DEFAULT_SERVER = 'default';
const COLUMNS = `id, name, host, port, max_connections, reserved_connections, accepts_tenants,
  (SELECT count(*)::int FROM tenant_registry WHERE server_id = database_servers.id AND status <> 'deleted') AS tenants`;

/**
 * The server of the control database is the first one that tenants live on. Its row follows the configuration, so that a
 * server that moved to another port is found.
 */
export async function registerDefaultServer(control: Sql, admin: PostgresAddress): Promise<void> {
  await control.query(
    `INSERT INTO database_servers (id, name, host, port, max_connections) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (name) DO UPDATE SET host = excluded.host, port = excluded.port, max_connections = excluded.max_connections`,
    [uuidv7(), DEFAULT_SERVER, admin.host, admin.port, await maxConnections(admin)],
  );
}

/**
 * Registers another server, or changes how it is reached. The role has to be allowed to create roles and databases; it is
 * tried before anything is written.
 *
 * @throws InvalidRequest when the server is known by another name, or has no connection left for tenants
 */
export async function registerServer(
  { control, keyring }: Pick<ServerAccess, 'control' | 'keyring'>,
  {
    name,
    address,
    reservedConnections,
  }: { readonly name: string; readonly address: PostgresAddress; readonly reservedConnections: number },
): Promise<void> {
  const max = await maxConnections(address);
  if (reservedConnections >= max) throw new InvalidRequest(`The server has ${max} connections: all of them would be reserved.`);
  const [known] = await control.query<{ name: string }>('SELECT name FROM database_servers WHERE host = $1 AND port = $2 AND name <> $3', [
    address.host,
    address.port,
    name,
  ]);
  if (known) throw new InvalidRequest(`The server at ${address.host}:${address.port} is registered as "${known.name}".`);
  await closeSharedDatabases(address);
  await control.query(
    `INSERT INTO database_servers (id, name, host, port, max_connections, reserved_connections) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (name) DO UPDATE SET host = excluded.host, port = excluded.port, max_connections = excluded.max_connections,
       reserved_connections = excluded.reserved_connections`,
    [uuidv7(), name, address.host, address.port, max, reservedConnections],
  );
  const [row] = await control.query<{ id: string }>('SELECT id FROM database_servers WHERE name = $1', [name]);
  await control.query('UPDATE database_servers SET admin_connection = $2 WHERE id = $1', [row!.id, sealAddress(keyring, row!.id, address)]);
}

/** Whether new tenants are placed on a server. @throws InvalidRequest when there is none of that name */
export async function setAcceptsTenants(control: Sql, name: string, accepts: boolean): Promise<void> {
  const rows = await control.query('UPDATE database_servers SET accepts_tenants = $2 WHERE name = $1 RETURNING id', [name, accepts]);
  if (rows.length === 0) throw new InvalidRequest(`There is no database server "${name}".`);
}

/** Servers with how many tenants each holds, by name. */
export function listServers(control: Sql): Promise<DatabaseServer[]> {
  return control.query<DatabaseServer>(`SELECT ${COLUMNS} FROM database_servers ORDER BY name`);
}

/**
 * The server for a new tenant: of those that accept tenants and answer, the one with the fewest for its size.
 *
 * @throws TenantUnavailable when there is none
 */
export async function emptiestServer(
  access: Omit<ServerAccess, 'brokers' | 'partner'>,
): Promise<{ readonly serverId: string; readonly admin: PostgresAddress }> {
  const servers = await access.control.query<{ id: string; is_own: boolean }>(
    `SELECT id, admin_connection IS NULL AS is_own FROM database_servers WHERE accepts_tenants
     ORDER BY (SELECT count(*) FROM tenant_registry WHERE server_id = database_servers.id AND status <> 'deleted')::float
       / greatest(1, max_connections - reserved_connections), name`,
  );
  let fault: unknown = 'no database server accepts accounts: "salient server add" registers one, "salient server open" opens it again';
  for (const { id: serverId, is_own: isOwn } of servers) {
    const admin = await adminAddressOf(access, serverId);
    try {
      if (!isOwn) await administer(admin, (client) => client.query('SELECT 1')); // the control database's own has answered just now
      return { serverId, admin };
    } catch (error) {
      fault = error;
    }
  }
  throw new TenantUnavailable(fault);
}

/** How an administrator reaches a server. */
export async function adminAddressOf(
  { control, admin, keyring }: Omit<ServerAccess, 'brokers' | 'partner'>,
  serverId: string,
): Promise<PostgresAddress> {
  const [row] = await control.query<{ admin_connection: string | null }>('SELECT admin_connection FROM database_servers WHERE id = $1', [
    serverId,
  ]);
  return row?.admin_connection ? openAddress(keyring, serverId, row.admin_connection) : admin;
}

function maxConnections(address: PostgresAddress): Promise<number> {
  return administer(address, async (client) => {
    const { rows } = await client.query<{ max_connections: number }>(`SELECT current_setting('max_connections')::int AS max_connections`);
    return rows[0]?.max_connections ?? 100;
  });
}

/**
 * PostgreSQL lets every role connect to every database until it is told otherwise. Takes that away on the control database
 * and on the maintenance databases, so that a tenant's role can open its own database and nothing else.
 */
export async function closeSharedDatabases(admin: PostgresAddress): Promise<void> {
  await administer(admin, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(datname) AS name FROM pg_database
       WHERE datname = ANY ($1) AND has_database_privilege('public', datname, 'CONNECT') AND pg_has_role(datdba, 'USAGE')`,
      [['postgres', 'template1', admin.database]],
    );
    for (const { name } of rows) await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  });
}
