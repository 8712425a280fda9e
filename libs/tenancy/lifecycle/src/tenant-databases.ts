import type { PostgresAddress } from '@salient/platform';
import type { ClientTarget, ServerBrokers } from '@salient/tenancy';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { administer } from './administrator.js';

/** Where a tenant's new database on the server of `admin` is to be: names that no other database has, and a password of its own. */
export function newTenantAddress(admin: PostgresAddress): PostgresAddress {
  const name = `salient_tenant_${uuidv7().replaceAll('-', '')}`;
  return { ...admin, user: name, database: name, password: randomBytes(24).toString('base64url') };
}

/** The same database, opened by an administrator. */
export function asAdministrator(admin: PostgresAddress, database: string): PostgresAddress {
  return { ...admin, database };
}

/**
 * Makes a role and an empty database that it owns and that nobody else may connect to.
 *
 * @param partner another login of this server that can go on with it, should this process be lost
 */
export async function createTenantDatabase(admin: PostgresAddress, address: PostgresAddress, partner?: string): Promise<void> {
  const role = pg.escapeIdentifier(address.user);
  const database = pg.escapeIdentifier(address.database);
  await administer(admin, async (client) => {
    await client.query('BEGIN'); // a role that only this login could drop would be left to nobody
    await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(address.password)}`);
    // A managed server's administrator is no superuser and must be a member of the role that it gives a database to.
    await client.query(`GRANT ${role} TO CURRENT_USER`);
    if (partner !== undefined && (await isLogin(client, partner)))
      await client.query(`GRANT ${role} TO ${pg.escapeIdentifier(partner)} WITH ADMIN OPTION`);
    await client.query('COMMIT');
    await client.query(`CREATE DATABASE ${database} OWNER ${role} TEMPLATE template0 ENCODING 'UTF8'`);
    await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${database} FROM PUBLIC`);
  });
}

/** Drops a tenant's database with every login that opens it, whatever is connected; what is gone already is no fault. */
export async function dropTenantDatabase(admin: PostgresAddress, database: string): Promise<void> {
  await administer(admin, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`);
    for (const role of [...(await loginsOf(client, database)), database])
      await client.query(`DROP ROLE IF EXISTS ${pg.escapeIdentifier(role)}`);
  });
}

/** The size of a database in bytes; null when there is none of that name. */
export function sizeOfDatabase(admin: PostgresAddress, database: string): Promise<number | null> {
  return administer(admin, async (client) => {
    const { rows } = await client.query<{ bytes: string }>('SELECT pg_database_size(oid) AS bytes FROM pg_database WHERE datname = $1', [
      database,
    ]);
    return rows[0] ? Number(rows[0].bytes) : null;
  });
}

/** PostgreSQL lets nobody be given a role of his own, and superusers need none. */
async function isLogin(client: pg.Client, login: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1 AND rolname <> current_user AND NOT rolsuper', [
    login,
  ]);
  return rowCount === 1;
}

/** The logins that act as the owner of a tenant's database; the owner itself was the first one. */
export async function loginsOf(client: pg.Client, owner: string): Promise<string[]> {
  const { rows } = await client.query<{ role: string }>('SELECT rolname AS role FROM pg_roles WHERE starts_with(rolname, $1)', [
    `${owner}_`,
  ]);
  return rows.map(({ role }) => role);
}

/** Says whose database it is. */
export async function writeIdentity(brokers: ServerBrokers, target: ClientTarget, tenantId: string): Promise<void> {
  await brokers.withClient(target, (client) => client.query('INSERT INTO tenant_identity (tenant_id) VALUES ($1)', [tenantId]));
}
