import type { Sql } from '@salient/platform';
import type { ListRow } from '../admin/list-store.js';
import { reindexEntries } from '../admin/schema-move.js';
import { VERSION_COLUMNS, VERSION_OF_ENTRY } from '../entry-versions.js';
import { DIFFERS, MISSING, PLANNED, planParameters } from './import-plan.js';
import type { ImportRow } from './import-store.js';

/**
 * Does to a held list what the import says, by three statements however many rows there are. What entries were before is
 * kept, so that it can be undone.
 */
export async function applyImport(sql: Sql, list: ListRow, row: ImportRow, changedBy: string): Promise<void> {
  await sql.query('SET LOCAL statement_timeout = 0');
  if (row.counts.update > 0) {
    await sql.query(UPDATE, [...planParameters(row), changedBy]);
    await reindexEntries(sql, list, keptSomething(row.id));
  }
  await sql.query(CREATE, [row.id, row.list_id, changedBy]);
  if (row.on_missing === 'archive') await sql.query(ARCHIVE, [row.id, row.list_id, changedBy]);
}

/** Entries that have more than their row says: what the file does not speak of has to be found too. */
function keptSomething(importId: string): string {
  return `import_id = '${importId}' AND EXISTS (
    SELECT FROM directory_import_rows given
    WHERE given.import_id = '${importId}' AND given.external_key = directory_entries.external_key
      AND (given.tags, given.contact, given.data) IS DISTINCT FROM (directory_entries.tags, directory_entries.contact, directory_entries.data))`;
}

const VECTOR = 'directory_search_vector(planned.language, planned.name_words, planned.tag_words, planned.body_words)';

const UPDATE = `
  WITH planned AS MATERIALIZED (SELECT * FROM (${PLANNED}) planned WHERE ${DIFFERS}),
  kept AS (
    INSERT INTO directory_entry_versions (${VERSION_COLUMNS})
    SELECT ${VERSION_OF_ENTRY} FROM directory_entries entry JOIN planned ON entry.id = planned.known_id
  )
  UPDATE directory_entries AS entry SET name = planned.name, tags = planned.new_tags, contact = planned.new_contact, data = planned.new_data,
    status = planned.status, search = ${VECTOR}, search_text = planned.search_text, version = entry.version + 1, updated_at = now(),
    change = 'imported', changed_by = $6, import_id = $1
  FROM planned WHERE entry.id = planned.known_id`;

const CREATE = `
  INSERT INTO directory_entries (id, list_id, external_key, name, tags, contact, data, status, search, search_text, change, changed_by, import_id)
  SELECT planned.entry_id, $2, external_key, name, tags, contact, data, status, ${VECTOR}, search_text, 'imported', $3, $1
  FROM (
    SELECT given.*, list.language FROM directory_import_rows given JOIN directory_lists list ON list.id = $2
    WHERE given.import_id = $1 AND given.valid
      AND NOT EXISTS (SELECT FROM directory_entries entry WHERE entry.list_id = $2 AND entry.external_key = given.external_key)
    ORDER BY given.row_number
  ) planned`;

const ARCHIVE = `
  WITH missing AS MATERIALIZED (SELECT entry.id FROM directory_entries entry WHERE ${MISSING}),
  kept AS (
    INSERT INTO directory_entry_versions (${VERSION_COLUMNS}) SELECT ${VERSION_OF_ENTRY} FROM directory_entries entry JOIN missing USING (id)
  )
  UPDATE directory_entries AS entry SET status = 'archived', version = entry.version + 1, updated_at = now(), change = 'imported',
    changed_by = $3, import_id = $1
  FROM missing WHERE entry.id = missing.id`;
