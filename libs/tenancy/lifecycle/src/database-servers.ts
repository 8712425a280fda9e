import { withClient, type PostgresAddress, type Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';

/** A PostgreSQL server that holds tenants' databases. */
export interface DatabaseServer {
  readonly id: string;
  readonly host: string;
  readonly port: number;
}

const DEFAULT_SERVER = 'default';

/**
 * The server of the control database is the first one that tenants live on. Its row follows the configuration, so that a
 * server that moved to another port is found.
 */
export async function registerDefaultServer(control: Sql, address: PostgresAddress): Promise<DatabaseServer> {
  const maxConnections = await withClient(address, async (client) => {
    const { rows } = await client.query<{ max_connections: number }>(`SELECT current_setting('max_connections')::int AS max_connections`);
    return rows[0]?.max_connections ?? 100;
  });
  const [server] = await control.query<DatabaseServer & object>(
    `INSERT INTO database_servers (id, name, host, port, max_connections) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (name) DO UPDATE SET host = excluded.host, port = excluded.port, max_connections = excluded.max_connections
     RETURNING id, host, port`,
    [uuidv7(), DEFAULT_SERVER, address.host, address.port, maxConnections],
  );
  if (!server) throw new Error('The server row was not written.');
  return server;
}

/**
 * PostgreSQL lets every role connect to every database until it is told otherwise. Takes that away on the control database
 * and on the maintenance databases, so that a tenant's role can open its own database and nothing else.
 */
export async function closeSharedDatabases(admin: PostgresAddress): Promise<void> {
  await withClient(admin, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(datname) AS name FROM pg_database
       WHERE datname = ANY ($1) AND has_database_privilege('public', datname, 'CONNECT') AND pg_has_role(datdba, 'USAGE')`,
      [['postgres', 'template1', admin.database]],
    );
    for (const { name } of rows) await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  });
}
