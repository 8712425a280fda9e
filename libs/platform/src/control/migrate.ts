import pg from 'pg';
import { DataSource, MigrationExecutor, type MigrationInterface } from 'typeorm';
import { clientAddress, typeormAddress, type PostgresAddress } from './postgres-address.js';
import { sqlOf, type Sql } from './sql.js';
import { silentTypeormLogger } from './typeorm-logger.js';

/**
 * A migration expands the schema, so that the code before it can go on, or contracts it. A contracting one names the
 * newest migration that code has to know to live without what it takes away.
 */
export interface MigrationClass {
  new (): MigrationInterface;
  readonly name: string;
  readonly oldestCode?: string;
}

/** One lock for all migrations of a database: https://www.postgresql.org/docs/18/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS */
export const MIGRATION_LOCK = '7256842563';

const CONNECT_TIMEOUT_MS = 10_000;

/** The table of every database that remembers which migrations it has had. */
export const MIGRATIONS_TABLE = 'schema_migrations';

/**
 * Brings one database to the newest schema, each migration in a transaction of its own. Two runs at once queue behind a
 * session-level advisory lock, so this needs a direct connection (not PgBouncer in transaction mode). One connection does all:
 * dialling costs more than a small migration.
 *
 * @param lockTimeoutMs after how long a migration gives up on a lock that running work holds; 0 for never
 * @param afterwards what else to ask of the migrated database on the same connection, while no other run can begin
 * @returns the names of the migrations that ran; empty when there was nothing to do.
 */
export async function migrateDatabase(
  address: PostgresAddress,
  migrations: readonly MigrationClass[],
  { lockTimeoutMs = 0, afterwards }: { readonly lockTimeoutMs?: number; readonly afterwards?: (sql: Sql) => Promise<void> } = {},
): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    driver: pg,
    ...typeormAddress(address),
    poolSize: 1,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    installExtensions: false,
    logger: silentTypeormLogger,
    migrations: migrations as (new () => MigrationInterface)[],
    migrationsTableName: MIGRATIONS_TABLE,
  });
  await dataSource.initialize();
  try {
    const runner = dataSource.createQueryRunner(); // the lock is the connection's: what needs it must run there too
    // The timeout is set after the lock, which may be waited for as long as it takes.
    await runner.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK}); SET lock_timeout = ${lockTimeoutMs}`);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    const ran = await executor.executePendingMigrations();
    await afterwards?.(sqlOf(runner.manager));
    return ran.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** Creates the database when the server lacks it, closed to every role but its owner. Answers whether it did. */
export async function createDatabaseIfMissing(address: PostgresAddress): Promise<boolean> {
  return withClient({ ...address, database: 'postgres' }, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [address.database]);
    if (rowCount) return false;
    const name = pg.escapeIdentifier(address.database);
    await client.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
    await client.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
    return true;
  });
}

/** Lends a connection of its own, outside every pool, to an administrative task. */
export async function withClient<Result>(address: PostgresAddress, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ ...clientAddress(address), connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined); // a lost connection shows up in the statement that uses it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
