import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { clientAddress, typeormAddress, type PostgresAddress } from './postgres-address.js';
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

/** The table of every database that remembers which migrations it has had. */
export const MIGRATIONS_TABLE = 'schema_migrations';

/**
 * Brings one database to the newest schema, each migration in a transaction of its own. Two runs at once queue behind a
 * session-level advisory lock, so this needs a direct connection (not PgBouncer in transaction mode).
 *
 * @param lockTimeoutMs after how long a migration gives up on a lock that running work holds; 0 for never
 * @returns the names of the migrations that ran; empty when there was nothing to do.
 */
export async function migrateDatabase(
  address: PostgresAddress,
  migrations: readonly MigrationClass[],
  { lockTimeoutMs = 0 }: { readonly lockTimeoutMs?: number } = {},
): Promise<string[]> {
  return withClient(address, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = new DataSource({
      type: 'postgres',
      driver: pg,
      ...typeormAddress(address),
      poolSize: 1,
      extra: { options: `-c lock_timeout=${lockTimeoutMs}` },
      installExtensions: false,
      logger: silentTypeormLogger,
      migrations: migrations as (new () => MigrationInterface)[],
      migrationsTableName: MIGRATIONS_TABLE,
    });
    await dataSource.initialize();
    try {
      const ran = await dataSource.runMigrations({ transaction: 'each' });
      return ran.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  });
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
  const client = new pg.Client({ ...clientAddress(address), connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a lost connection shows up in the statement that uses it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
