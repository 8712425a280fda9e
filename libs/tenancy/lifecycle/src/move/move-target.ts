import { migrateOn, type MigrationClass, type PostgresAddress } from '@salient/platform';
import type { ClientTarget } from '@salient/tenancy';
import pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { administer } from '../administrator.js';
import type { ServerAccess } from '../database-servers.js';
import { asAdministrator, createTenantDatabase, dropTenantDatabase, writeIdentity } from '../tenant-databases.js';
import type { TenantTable } from '../tenant-tables.js';

const OTHERS_MS_MAX = 10_000;
const POLL_MS = 20;

/** Makes the empty database that an account moves to; one that an earlier try has left is dropped first. */
export async function createTarget(
  { brokers, partner }: Pick<ServerAccess, 'brokers' | 'partner'>,
  admin: PostgresAddress,
  address: PostgresAddress,
  tenantId: string,
  schema: readonly MigrationClass[],
): Promise<void> {
  await dropTenantDatabase(admin, address.database);
  await createTenantDatabase(admin, address, partner);
  const target = { address, tenantId: null, lane: 'operator' } as const;
  await brokers.withClient(target, (client) => migrateOn(client, schema));
  await writeIdentity(brokers, target, tenantId);
}

/** A database, opened by an administrator who acts as its owner, who is called like it: see {@link asOwner}. */
export function ownerTarget(admin: PostgresAddress, database: string, tenantId: string): ClientTarget {
  return { address: asAdministrator(admin, database), tenantId, lane: 'operator' };
}

/** Runs `work` as the owner of the databases of the connections. */
export async function asOwner<Result>(clients: readonly pg.Client[], work: () => Promise<Result>): Promise<Result> {
  for (const client of clients) await client.query(`SET ROLE ${pg.escapeIdentifier(client.database!)}`);
  try {
    return await work();
  } catch (error) {
    // In the middle of COPY the server would not hear a farewell.
    for (const client of clients)
      (client as unknown as { readonly connection: { readonly stream: { destroy(): void } } }).connection.stream.destroy();
    throw error;
  }
}

/**
 * Ends whatever is connected to a database that nobody serves from yet: a mover that was thought dead. One with a login that
 * this one may not end is waited for.
 *
 * @throws Error when it does not go
 */
export async function endOthers(admin: PostgresAddress, database: string): Promise<void> {
  await administer(admin, async (client) => {
    for (const deadline = performance.now() + OTHERS_MS_MAX; ; await wait(POLL_MS)) {
      const { rowCount } = await client.query(
        `SELECT CASE WHEN pg_has_role(usesysid, 'USAGE') THEN pg_terminate_backend(pid) END FROM pg_stat_activity
         WHERE datname = $1 AND pid <> pg_backend_pid()`,
        [database],
      );
      if (rowCount === 0) return;
      if (performance.now() > deadline) throw new Error('Somebody is connected to the new database and cannot be ended.');
    }
  });
}

/**
 * Lets rows come in any order, and without what their arrival would set off: it was set off where they come from. Until
 * {@link restoreRules}.
 */
export async function suspendRules(target: pg.Client, tables: readonly TenantTable[]): Promise<void> {
  for (const { table, constraint } of await foreignKeys(target)) await target.query(`ALTER TABLE ${table} DROP CONSTRAINT ${constraint}`);
  for (const { name } of tables) await target.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  for (const { table, rights } of await lackedRights(target)) await target.query(`GRANT ${rights} ON ${table} TO CURRENT_USER`);
}

/** Puts foreign keys, triggers and the rights of the owner back, as the source has them. What is there is not looked at: see {@link validateRules}. */
export async function restoreRules(source: pg.Client, target: pg.Client, tables: readonly TenantTable[]): Promise<void> {
  for (const { table, constraint, definition } of await foreignKeys(source))
    await target.query(`ALTER TABLE ${table} ADD CONSTRAINT ${constraint} ${definition.replace(/ NOT VALID$/, '')} NOT VALID`);
  for (const { name } of tables) await target.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  for (const { table, rights } of await lackedRights(source)) await target.query(`REVOKE ${rights} ON ${table} FROM CURRENT_USER`);
}

/** Looks whether all rows keep the foreign keys, while the account serves. */
export async function validateRules(target: pg.Client): Promise<void> {
  for (const { table, constraint, valid } of await foreignKeys(target))
    if (!valid) await target.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${constraint}`);
}

interface ForeignKey {
  readonly table: string;
  readonly constraint: string;
  readonly definition: string;
  readonly valid: boolean;
}

async function foreignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS constraint, pg_get_constraintdef(oid) AS definition, convalidated AS valid
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname`,
  );
  return rows;
}

/** Rights that the owner has given up on tables of its own: in an audit that only grows. Both ends act as the owner. */
async function lackedRights(client: pg.Client): Promise<{ readonly table: string; readonly rights: string }[]> {
  const { rows } = await client.query<{ table: string; rights: string }>(
    `SELECT oid::regclass::text AS table, string_agg(privilege, ', ') AS rights
     FROM pg_class CROSS JOIN unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS privilege
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT has_table_privilege(oid, privilege) GROUP BY oid`,
  );
  return rows;
}
