import type { Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';
import { refuseFaulty } from './entry-check.js';
import { VERSION_COLUMNS, VERSION_OF_ENTRY } from './entry-versions.js';
import type { SchemaDocument } from './schema-document.js';
import { searched } from './searched-text.js';

export interface NewList {
  readonly slug: string;
  readonly name: string;
  readonly description?: string;
  readonly entryType: string;
  readonly schemaVersion: number;
  /** The account's overlay that is in the schema; null when left out. */
  readonly overlayVersion?: number | null;
  readonly schema: SchemaDocument;
  /** A text search configuration of PostgreSQL; `simple` when left out. */
  readonly language?: string;
}

export interface NewEntry {
  /** The entry's name in the account's own system: writing it again changes the entry. */
  readonly external_key: string;
  readonly name: string;
  readonly tags?: readonly string[];
  readonly contact?: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}

const BATCH = 500;

/** Writes a list; one of that slug gets the new name, description and schema. Answers its id. */
export async function putList(sql: Sql, list: NewList): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `INSERT INTO directory_lists (id, slug, name, description, entry_type, schema_version, schema, language, overlay_version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (slug) DO UPDATE SET name = excluded.name, description = excluded.description, entry_type = excluded.entry_type,
       schema_version = excluded.schema_version, schema = excluded.schema, language = excluded.language,
       overlay_version = excluded.overlay_version, updated_at = now()
     RETURNING id`,
    [
      uuidv7(),
      list.slug,
      list.name,
      list.description ?? '',
      list.entryType,
      list.schemaVersion,
      JSON.stringify(list.schema),
      list.language ?? 'simple',
      list.overlayVersion ?? null,
    ],
  );
  if (!row) throw new Error('The list was not written.');
  return row.id;
}

/**
 * Writes entries by their external keys: new ones are added, changed ones get a new version, equal ones stay as they are.
 * Give a transaction's `Sql` to write all or nothing.
 *
 * @returns how many rows were added or changed
 * @throws EntriesRefused, before anything is written, when an entry does not fit the schema
 */
export async function putEntries(sql: Sql, listId: string, schema: SchemaDocument, entries: readonly NewEntry[]): Promise<number> {
  refuseFaulty(schema, entries);
  let written = 0;
  for (let start = 0; start < entries.length; start += BATCH) {
    const batch = entries
      .slice(start, start + BATCH)
      .map((entry) => ({ id: uuidv7(), tags: [], contact: {}, ...entry, ...searched(schema, entry) }));
    const rows = await sql.query(UPSERT, [listId, JSON.stringify(batch)]);
    written += rows.length;
  }
  await sql.query('UPDATE directory_lists SET updated_at = now() WHERE id = $1', [listId]);
  return written;
}

/** What an entry was is kept before it is changed; both statements see the rows as they were. */
const UPSERT = `
  WITH given AS (
    SELECT given.id, list.id AS list_id, given.external_key, given.name, given.tags, given.contact, given.data,
      directory_search_vector(list.language, given.name_words, given.tag_words, given.body_words) AS search, given.search_text
    FROM directory_lists list,
      jsonb_to_recordset($2::jsonb) AS given (id uuid, external_key text, name text, tags text[], contact jsonb, data jsonb,
        name_words text, tag_words text, body_words text, search_text text)
    WHERE list.id = $1
  ), kept AS (
    INSERT INTO directory_entry_versions (${VERSION_COLUMNS})
    SELECT ${VERSION_OF_ENTRY} FROM directory_entries entry JOIN given USING (list_id, external_key)
    WHERE (entry.name, entry.tags, entry.contact, entry.data, entry.search, entry.status)
      IS DISTINCT FROM (given.name, given.tags, given.contact, given.data, given.search, 'active')
    ON CONFLICT DO NOTHING
  )
  INSERT INTO directory_entries AS entry (id, list_id, external_key, name, tags, contact, data, search, search_text)
  SELECT id, list_id, external_key, name, tags, contact, data, search, search_text FROM given
  ON CONFLICT (list_id, external_key) DO UPDATE SET name = excluded.name, tags = excluded.tags, contact = excluded.contact,
    data = excluded.data, search = excluded.search, search_text = excluded.search_text, status = 'active', version = entry.version + 1,
    updated_at = now(), change = 'updated', changed_by = 'system', import_id = NULL
  WHERE (entry.name, entry.tags, entry.contact, entry.data, entry.search, entry.status)
    IS DISTINCT FROM (excluded.name, excluded.tags, excluded.contact, excluded.data, excluded.search, 'active')
  RETURNING entry.id`;
