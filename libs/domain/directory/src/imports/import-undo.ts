import type { Sql } from '@salient/platform';
import type { ListRow } from '../admin/list-store.js';
import { reindexEntries } from '../admin/schema-move.js';
import { VERSION_COLUMNS, VERSION_OF_ENTRY } from '../entry-versions.js';
import type { ImportRow } from './import-store.js';

/**
 * Takes back what an import did to a held list: entries that it made go, others become again what they were. Whatever was
 * changed after it stays.
 *
 * @returns how many entries stay, because they were changed after it
 */
export async function undoImport(sql: Sql, list: ListRow, { id, counts }: ImportRow, changedBy: string): Promise<number> {
  await sql.query('SET LOCAL statement_timeout = 0');
  const [created] = await sql.query<{ count: number }>(DELETE, [id, list.id]);
  const [restored] = await sql.query<{ count: number }>(RESTORE, [id, list.id, changedBy]);
  await reindexEntries(sql, list, `import_id = '${id}' AND change = 'undone'`);
  return counts.create + counts.update + counts.archive - (created?.count ?? 0) - (restored?.count ?? 0);
}

const MADE_BY_IT = "list_id = $2 AND import_id = $1 AND change = 'imported'";

const DELETE = `
  WITH gone AS (DELETE FROM directory_entries WHERE ${MADE_BY_IT} AND version = 1 RETURNING id)
  SELECT count(*)::int AS count FROM gone`;

const RESTORE = `
  WITH changed AS MATERIALIZED (
    SELECT entry.id, earlier.name, earlier.tags, earlier.contact, earlier.data, earlier.status
    FROM (SELECT id, version FROM directory_entries WHERE ${MADE_BY_IT} AND version > 1) entry
    JOIN directory_entry_versions earlier ON earlier.entry_id = entry.id AND earlier.version = entry.version - 1
  ), kept AS (
    INSERT INTO directory_entry_versions (${VERSION_COLUMNS}) SELECT ${VERSION_OF_ENTRY} FROM directory_entries entry JOIN changed USING (id)
  ), restored AS (
    UPDATE directory_entries AS entry SET name = changed.name, tags = changed.tags, contact = changed.contact, data = changed.data,
      status = changed.status, version = entry.version + 1, updated_at = now(), change = 'undone', changed_by = $3
    FROM changed WHERE entry.id = changed.id RETURNING entry.id
  )
  SELECT count(*)::int AS count FROM restored`;
