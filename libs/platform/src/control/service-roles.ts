import pg from 'pg';
import { withClient } from './migrate.js';
import type { PostgresAddress } from './postgres-address.js';

/** The login of a service in the control database. */
export interface ServiceLogin {
  readonly user: string;
  /** Without one the role exists and keeps what it has; a new one cannot log in. */
  readonly password?: string;
}

export interface ServiceLogins {
  readonly chat: ServiceLogin;
  readonly admin: ServiceLogin;
}

/**
 * What chat-api does in the control database: it finds accounts and tokens, counts turns, and says that it lives. It sees no
 * people, no audit and no administrator's connection, and its role opens no tenant's database.
 */
const CHAT_RIGHTS = [
  'SELECT ON tenant_registry, api_tokens, schema_migrations, schema_compatibility',
  'SELECT (id, name, host, port, max_connections, reserved_connections) ON database_servers',
  'SELECT (tenant_id, status, step) ON tenant_moves',
  'UPDATE (last_used_at) ON api_tokens',
  'SELECT, INSERT, UPDATE, DELETE ON service_processes, tenant_acknowledgements, rate_windows',
];

/** admin-api works on every table, but the audit only grows, and migrations are an operator's. */
const ADMIN_RIGHTS = ['SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public'];
const ADMIN_LACKS = ['UPDATE, DELETE ON audit_events', 'INSERT, UPDATE, DELETE ON schema_migrations, schema_compatibility'];

const DUPLICATES = new Set(['42710', '23505']);

/**
 * Gives each service a role of its own with the least rights that it can work with, on a migrated control database. A second
 * run changes nothing; a password changes when another one is given. One transaction, so that a service at work misses no right.
 */
export async function ensureServiceRoles(address: PostgresAddress, { chat, admin }: ServiceLogins): Promise<void> {
  await withClient(address, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('service roles'))`);
    await ensureRole(client, chat, 'NOCREATEDB NOCREATEROLE');
    await ensureRole(client, admin, 'CREATEDB CREATEROLE');
    await joinUnlessSuperuser(client, admin.user);
    await openMaintenanceDatabase(client, admin.user);
    await client.query('BEGIN');
    for (const { user } of [chat, admin]) await resetRights(client, user, address.database);
    for (const right of CHAT_RIGHTS) await client.query(`GRANT ${right} TO ${pg.escapeIdentifier(chat.user)}`);
    for (const right of ADMIN_RIGHTS) await client.query(`GRANT ${right} TO ${pg.escapeIdentifier(admin.user)}`);
    for (const right of ADMIN_LACKS) await client.query(`REVOKE ${right} FROM ${pg.escapeIdentifier(admin.user)}`);
    await client.query('COMMIT');
  });
}

async function ensureRole(client: pg.Client, { user, password }: ServiceLogin, attributes: string): Promise<void> {
  const role = pg.escapeIdentifier(user);
  await client.query(`CREATE ROLE ${role} NOLOGIN ${attributes}`).catch((error: unknown) => {
    if (!DUPLICATES.has((error as { code?: string }).code ?? '')) throw error;
  });
  if (password !== undefined) await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
}

async function resetRights(client: pg.Client, user: string, database: string): Promise<void> {
  const role = pg.escapeIdentifier(user);
  await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`);
  await client.query(`GRANT CONNECT ON DATABASE ${pg.escapeIdentifier(database)} TO ${role}`);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
}

/**
 * Databases are dropped from the maintenance database, which "salient migrate" closes to everybody. A right of its own, then: what
 * the role may do as one of everybody does not last.
 */
async function openMaintenanceDatabase(client: pg.Client, user: string): Promise<void> {
  const { rows } = await client.query<{ own: boolean; open: boolean }>(CONNECT_RIGHTS, [user]);
  const [rights] = rows;
  if (rights?.own) return;
  const grant = () => client.query(`GRANT CONNECT ON DATABASE postgres TO ${pg.escapeIdentifier(user)}`);
  // The row of that database is the whole server's: another installation may be writing it, which PostgreSQL does not wait for.
  await grant()
    .catch(grant)
    .catch((error: unknown) => {
      // An operator who may not pass the right on leaves it as everybody has it.
      if (!rights?.open) throw error;
    });
}

const CONNECT_RIGHTS = `
  SELECT has_database_privilege($1::name, oid, 'CONNECT') AS open, EXISTS (
    SELECT FROM aclexplode(datacl) AS granted JOIN pg_roles ON pg_roles.oid = granted.grantee
    WHERE granted.privilege_type = 'CONNECT' AND rolname = $1::name
  ) AS own
  FROM pg_database WHERE datname = 'postgres'`;

/** An operator who is no superuser goes on with what admin-api has made only as its member. */
async function joinUnlessSuperuser(client: pg.Client, user: string): Promise<void> {
  const { rows } = await client.query<{ member: boolean }>(`SELECT pg_has_role($1, 'USAGE') AS member`, [user]);
  if (!rows[0]?.member) await client.query(`GRANT ${pg.escapeIdentifier(user)} TO CURRENT_USER`);
}
