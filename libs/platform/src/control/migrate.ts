import pg from 'pg';
import { DataSource, MigrationExecutor, type MigrationInterface } from 'typeorm';
import { clientAddress, type PostgresAddress } from './postgres-address.js';
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

/** The newest of what the migrations demand of code that runs on them: the name of a migration; null when any code can. */
export function oldestCodeOf(migrations: readonly MigrationClass[]): string | null {
  return migrations.reduce<string | null>((oldest, migration) => migration.oldestCode ?? oldest, null);
}

/** The time in a migration's name, its last 13 digits, by which TypeORM orders them. */
export function migratedAt(migration: string): number {
  return Number(migration.slice(-13));
}

/** One lock for all migrations of a database: https://www.postgresql.org/docs/18/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS */
export const MIGRATION_LOCK = '7256842563';

const CONNECT_TIMEOUT_MS = 10_000;

/** The table of every database that remembers which migrations it has had. */
export const MIGRATIONS_TABLE = 'schema_migrations';

export interface MigrationRunOptions {
  /** After how long a migration gives up on a lock that running work holds; 0 for never. */
  readonly lockTimeoutMs?: number;
  /** What else to ask of the migrated database on the same connection, while no other run can begin. */
  readonly afterwards?: (sql: Sql) => Promise<void>;
}

/**
 * {@link migrateOn} on a connection of its own.
 *
 * @returns the names of the migrations that ran; empty when there was nothing to do.
 */
export async function migrateDatabase(
  address: PostgresAddress,
  migrations: readonly MigrationClass[],
  options: MigrationRunOptions = {},
): Promise<string[]> {
  return withClient(address, (client) => migrateOn(client, migrations, options));
}

/**
 * Brings the database of a connection to the newest schema, each migration in a transaction of its own. Two runs at once queue
 * behind a session-level advisory lock, so the connection has to be direct (not PgBouncer in transaction mode), and has to be
 * closed afterwards. One connection does all: dialling costs more than a small migration.
 *
 * @returns the names of the migrations that ran; empty when there was nothing to do.
 */
export async function migrateOn(
  client: pg.Client,
  migrations: readonly MigrationClass[],
  { lockTimeoutMs = 0, afterwards }: MigrationRunOptions = {},
): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    driver: poolOf(client),
    nativeDriver: {}, // else TypeORM looks for pg-native each time
    database: client.database,
    installExtensions: false,
    logger: silentTypeormLogger,
    migrations: migrations as (new () => MigrationInterface)[],
    migrationsTableName: MIGRATIONS_TABLE,
  });
  await dataSource.initialize();
  try {
    const runner = dataSource.createQueryRunner();
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

/** What TypeORM takes for pg: its pool lends this one connection, and leaves it open. */
function poolOf(client: pg.Client) {
  const pool = {
    connect: (callback: (error: undefined, lent: pg.Client, release: () => void) => void) => callback(undefined, client, () => undefined),
    end: (callback: () => void) => callback(),
    on: () => pool,
  };
  return {
    Pool: function one() {
      return pool;
    },
    defaults: {},
  };
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
  const client = new pg.Client({ ...clientAddress(address), connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true });
  client.on('error', () => undefined); // a lost connection shows up in the statement that uses it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
