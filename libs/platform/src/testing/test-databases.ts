import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { ControlDatabase } from '../control/control-database.js';
import { migrateDatabase, withClient, type MigrationClass } from '../control/migrate.js';
import { controlMigrations } from '../control/migrations/index.js';
import { parsePostgresUrl, type PostgresAddress } from '../control/postgres-address.js';
import { ensureServiceRoles, type ServiceLogins } from '../control/service-roles.js';

/** The roles of the services on the server of the tests, with the rights that they have anywhere. */
export const TEST_LOGINS = {
  chat: { user: 'salient_chat_api', password: 'test-chat' },
  admin: { user: 'salient_admin_api', password: 'test-admin' },
} as const satisfies ServiceLogins;

/** The PostgreSQL server of the test run, which the global setup started; superuser, database `postgres`. */
export function testServer(): PostgresAddress {
  const url = process.env['TEST_POSTGRES_URL'];
  if (!url) throw new Error('TEST_POSTGRES_URL is not set: run the tests through "npm test" or "nx test".');
  return parsePostgresUrl(url);
}

/** The same database as services reach it: through the pooler when the run has one, else directly. */
export function pooledAddress(address: PostgresAddress): PostgresAddress {
  const port = process.env['TEST_PGBOUNCER_PORT'];
  return port ? { ...address, port: Number(port) } : address;
}

/** `POSTGRES_ADMIN_URL` and `POSTGRES_DIRECT_URL` for a service on a control database of a spec, with the role that is its own. */
export function controlEnvironment(
  address: PostgresAddress,
  service: keyof typeof TEST_LOGINS,
): { POSTGRES_ADMIN_URL: string; POSTGRES_DIRECT_URL: string } {
  const { user, password } = TEST_LOGINS[service];
  const urlOf = ({ host, port, database }: PostgresAddress) => `postgresql://${user}:${password}@${host}:${port}/${database}`;
  return { POSTGRES_ADMIN_URL: urlOf(pooledAddress(address)), POSTGRES_DIRECT_URL: urlOf(address) };
}

/**
 * The name of a database that has been migrated once for the whole run, to be cloned by each spec file. The first spec
 * that asks makes it, behind an advisory lock.
 *
 * @param prepare what it needs besides
 */
export async function templateDatabase(
  kind: string,
  migrations: readonly MigrationClass[],
  prepare: (template: PostgresAddress) => Promise<void> = async () => undefined,
): Promise<string> {
  const version = createHash('sha256')
    .update(migrations.map((migration) => migration.name).join())
    .digest('hex')
    .slice(0, 10);
  const name = `template_${kind}_${version}`;
  await withClient(testServer(), async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS ${name}`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
    const template = { ...testServer(), database: name };
    await migrateDatabase(template, migrations);
    await prepare(template);
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  });
  return name;
}

/** Clones a template into a database of the caller's own. */
export async function cloneDatabase(template: string): Promise<PostgresAddress> {
  const name = `spec_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await withClient(testServer(), async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
    await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  });
  return { ...testServer(), database: name };
}

export async function dropDatabase(name: string): Promise<void> {
  await withClient(testServer(), (client) => client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`));
}

export interface TestControlDatabase {
  readonly address: PostgresAddress;
  readonly control: ControlDatabase;
  close(): Promise<void>;
}

/** A migrated control database for one spec file: call in `beforeAll`, and `close` in `afterAll`. */
export async function testControlDatabase(): Promise<TestControlDatabase> {
  const address = await cloneDatabase(
    await templateDatabase('control', controlMigrations, (template) => ensureServiceRoles(template, TEST_LOGINS)),
  );
  // What roles may do inside a database is cloned with it, that they may connect is not.
  const logins = Object.values(TEST_LOGINS).map(({ user }) => user);
  await withClient(testServer(), (client) => client.query(`GRANT CONNECT ON DATABASE ${address.database} TO ${logins.join()}`));
  const control = new ControlDatabase({ address, connectionsMax: 5, applicationName: 'spec' });
  return {
    address,
    control,
    async close() {
      await control.onApplicationShutdown();
      await dropDatabase(address.database);
    },
  };
}
