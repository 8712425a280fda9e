import type { Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';
import { EntriesRefused } from './directory.errors.js';
import { faultsOfData, type SchemaDocument } from './schema-document.js';

export interface NewList {
  readonly slug: string;
  readonly name: string;
  readonly description?: string;
  readonly entryType: string;
  readonly schemaVersion: number;
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
const FAULTS_MAX = 100;

/** Writes a list; one of that slug gets the new name, description and schema. Answers its id. */
export async function putList(sql: Sql, list: NewList): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `INSERT INTO directory_lists (id, slug, name, description, entry_type, schema_version, schema, language)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (slug) DO UPDATE SET name = excluded.name, description = excluded.description, entry_type = excluded.entry_type,
       schema_version = excluded.schema_version, schema = excluded.schema, language = excluded.language, updated_at = now()
     RETURNING id`,
    [uuidv7(), list.slug, list.name, list.description ?? '', list.entryType, list.schemaVersion, JSON.stringify(list.schema), list.language ?? 'simple'],
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
    const batch = entries.slice(start, start + BATCH).map((entry) => ({ id: uuidv7(), tags: [], contact: {}, ...entry, body: searchableText(schema, entry) }));
    const rows = await sql.query(UPSERT, [listId, JSON.stringify(batch)]);
    written += rows.length;
  }
  await sql.query('UPDATE directory_lists SET updated_at = now() WHERE id = $1', [listId]);
  return written;
}

function refuseFaulty(schema: SchemaDocument, entries: readonly NewEntry[]): void {
  const faults: { pointer: string; detail: string }[] = [];
  for (const [index, entry] of entries.entries()) {
    for (const detail of faultsOfData(schema, entry.data)) faults.push({ pointer: `/${index}/data`, detail: `${entry.external_key}: ${detail}` });
    if (faults.length >= FAULTS_MAX) break;
  }
  if (faults.length > 0) throw new EntriesRefused(faults);
}

/** The values of the searchable fields and of the contact, in words. */
function searchableText(schema: SchemaDocument, { data, contact = {} }: NewEntry): string {
  const values = schema['x-salient'].searchable.map((field) => data[field]);
  return [...values.flat(), ...Object.values(contact)].filter((value) => value !== null && value !== undefined).join(' \n');
}

const UPSERT = `
  INSERT INTO directory_entries AS entry (id, list_id, external_key, name, tags, contact, data, search, search_text)
  SELECT given.id, list.id, given.external_key, given.name, given.tags, given.contact, given.data,
    directory_search_vector(list.language, given.name, array_to_string(given.tags, ' '), given.body),
    lower(concat_ws(' ', given.name, array_to_string(given.tags, ' '), given.body))
  FROM directory_lists list,
    jsonb_to_recordset($2::jsonb) AS given (id uuid, external_key text, name text, tags text[], contact jsonb, data jsonb, body text)
  WHERE list.id = $1
  ON CONFLICT (list_id, external_key) DO UPDATE SET name = excluded.name, tags = excluded.tags, contact = excluded.contact,
    data = excluded.data, search = excluded.search, search_text = excluded.search_text, status = 'active', version = entry.version + 1,
    updated_at = now()
  WHERE (entry.name, entry.tags, entry.contact, entry.data, entry.search, entry.status)
    IS DISTINCT FROM (excluded.name, excluded.tags, excluded.contact, excluded.data, excluded.search, 'active')
  RETURNING entry.id`;
