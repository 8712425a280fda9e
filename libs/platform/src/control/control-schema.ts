import { controlMigrations } from './migrations/index.js';
import { MIGRATIONS_TABLE } from './migrate.js';
import type { Sql } from './sql.js';

/** How the control database's schema stands to the code of this process. */
export type ControlSchema =
  | { readonly state: 'current'; readonly ran: readonly string[] }
  /** Migrations that this code knows have not run. */
  | { readonly state: 'behind'; readonly missing: readonly string[] }
  /** A migration has run that only code which knows `needs` can live with. */
  | { readonly state: 'ahead'; readonly needs: string };

const UNDEFINED_TABLE = '42P01';
const UNDEFINED_DATABASE = '3D000';

/** Compares the control database with the migrations of this code. A database that was never migrated is behind. */
export async function readControlSchema(sql: Sql): Promise<ControlSchema> {
  const known = controlMigrations.map((migration) => migration.name);
  const ran = await ranMigrations(sql);
  const missing = known.filter((name) => !ran.includes(name));
  if (missing.length > 0) return { state: 'behind', missing };
  const [row] = await sql.query<{ oldest_code: string }>('SELECT oldest_code FROM schema_compatibility');
  if (row && !known.includes(row.oldest_code)) return { state: 'ahead', needs: row.oldest_code };
  return { state: 'current', ran };
}

async function ranMigrations(sql: Sql): Promise<string[]> {
  try {
    const rows = await sql.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY id`);
    return rows.map((row) => row.name);
  } catch (error) {
    if ([UNDEFINED_TABLE, UNDEFINED_DATABASE].includes((error as { code?: string }).code ?? '')) return [];
    throw error;
  }
}
