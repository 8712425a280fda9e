import { migrateDatabase, oldestCodeOf, withClient } from './migrate.js';
import { controlMigrations } from './migrations/index.js';
import type { PostgresAddress } from './postgres-address.js';

/**
 * Brings the control database to the newest schema and records the oldest code that can run on it. Code that is older than
 * the last migration leaves both as they are.
 *
 * @returns the names of the migrations that ran
 */
export async function migrateControlDatabase(address: PostgresAddress): Promise<string[]> {
  const ran = await migrateDatabase(address, controlMigrations);
  if (ran.length > 0) {
    await withClient(address, (client) =>
      client.query(
        `INSERT INTO schema_compatibility (oldest_code) VALUES ($1)
         ON CONFLICT (singleton) DO UPDATE SET oldest_code = excluded.oldest_code`,
        [oldestCodeOf(controlMigrations) ?? controlMigrations[0]!.name],
      ),
    );
  }
  return ran;
}
