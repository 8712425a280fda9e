import type { InputFault } from '@salient/contracts';
import type { Sql } from '@salient/platform';
import { FAULTS_MAX, faultsOfData } from '../entry-check.js';
import { dataValidator, type SchemaDocument } from '../schema-document.js';
import { searched } from '../searched-text.js';
import { EntriesDoNotFit } from './directory-admin.errors.js';
import { scanEntries } from './entry-scan.js';
import type { EntryRow } from './entry-store.js';
import type { ListRow } from './list-store.js';

/** A schema as a list pins it. */
export interface AdoptedSchema {
  readonly version: number;
  /** The account's overlay that is in it; null for none. */
  readonly overlayVersion: number | null;
  readonly schema: SchemaDocument;
}

/**
 * Gives a held list a schema: every active entry has to fit it, and all are searched by it from then on. No entry changes, so
 * none gets a new version.
 *
 * @throws EntriesDoNotFit with the first faults
 */
export async function adoptSchema(sql: Sql, list: ListRow, { version, overlayVersion, schema }: AdoptedSchema): Promise<void> {
  const check = dataValidator(schema);
  const faults: InputFault[] = [];
  let unfit = 0;
  for await (const batch of scanEntries(sql, list, { status: 'all' })) {
    for (const entry of batch) {
      const found = entry.status === 'active' ? faultsOfData(check, entry.data) : [];
      if (found.length > 0) unfit += 1;
      if (faults.length < FAULTS_MAX) faults.push(...found.map((fault) => ({ ...fault, pointer: `/${entry.id}${fault.pointer}` })));
    }
    if (unfit === 0) await reindex(sql, list, schema, batch);
  }
  if (unfit > 0) throw new EntriesDoNotFit(unfit, faults.slice(0, FAULTS_MAX));
  await sql.query('UPDATE directory_lists SET schema_version = $2, overlay_version = $3, schema = $4 WHERE id = $1', [
    list.id,
    version,
    overlayVersion,
    JSON.stringify(schema),
  ]);
}

async function reindex(sql: Sql, list: ListRow, schema: SchemaDocument, entries: readonly EntryRow[]): Promise<void> {
  const given = entries.map((entry) => ({ id: entry.id, ...searched(schema, entry) }));
  await sql.query(REINDEX, [list.language, JSON.stringify(given)]);
}

/**
 * Makes the entries of a held list that fulfil a condition searched by what they are now.
 *
 * @param condition SQL over `directory_entries`, made by us and not by a caller
 */
export async function reindexEntries(sql: Sql, list: ListRow, condition: string): Promise<void> {
  for (let last = NO_ID; ;) {
    const rows: EntryRow[] = await sql.query<EntryRow>(
      `SELECT id, name, tags, contact, data FROM directory_entries WHERE list_id = $1 AND id > $2 AND ${condition} ORDER BY id LIMIT ${BATCH}`,
      [list.id, last],
    );
    if (rows.length === 0) return;
    await reindex(sql, list, list.schema, rows);
    last = rows.at(-1)!.id;
  }
}

const BATCH = 500;
const NO_ID = '00000000-0000-0000-0000-000000000000';

const REINDEX = `
  UPDATE directory_entries entry
  SET search = directory_search_vector($1::regconfig, given.name_words, given.tag_words, given.body_words), search_text = given.search_text
  FROM jsonb_to_recordset($2::jsonb) AS given (id uuid, name_words text, tag_words text, body_words text, search_text text)
  WHERE entry.id = given.id`;
