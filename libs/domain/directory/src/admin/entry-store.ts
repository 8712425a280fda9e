import type { Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';
import { VERSION_COLUMNS, VERSION_OF_ENTRY } from '../entry-versions.js';
import { searched } from '../searched-text.js';
import { nameOf, type Author } from './author.js';
import { EntryExists } from './directory-admin.errors.js';
import type { ListRow } from './list-store.js';

/** What of an entry people write. */
export interface EntryContent {
  readonly external_key: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly contact: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface EntryRow extends EntryContent {
  readonly id: string;
  readonly status: 'active' | 'archived';
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** What has become of an entry. */
export type EntryChange = 'updated' | 'archived' | 'restored' | 'undone';

export interface ChangedEntry extends EntryContent {
  readonly id: string;
  readonly status: 'active' | 'archived';
  readonly change: EntryChange;
}

export const ENTRY_COLUMNS = 'id, external_key, name, tags, contact, data, status, version, created_at, updated_at';
const UNIQUE_VIOLATION = '23505';

export const entryStore = {
  async find(sql: Sql, listId: string, id: string): Promise<EntryRow | undefined> {
    const [row] = await sql.query<EntryRow>(`SELECT ${ENTRY_COLUMNS} FROM directory_entries WHERE list_id = $1 AND id = $2`, [listId, id]);
    return row;
  },

  /** @throws EntryExists */
  async insert(
    sql: Sql,
    list: ListRow,
    content: EntryContent & { readonly id?: string; readonly version?: number },
    change: string,
    author: Author,
  ): Promise<EntryRow> {
    const given = { id: uuidv7(), version: 1, ...content, ...searched(list.schema, content), change };
    const [row] = await refusingTwins(sql.query<EntryRow>(INSERT, [list.id, JSON.stringify([given]), nameOf(author)]));
    return row!;
  },

  /**
   * Gives entries of a held list another content; what each was is kept.
   *
   * @throws EntryExists
   */
  async change(sql: Sql, list: ListRow, entries: readonly ChangedEntry[], author: Author): Promise<EntryRow[]> {
    await keepVersions(
      sql,
      entries.map(({ id }) => id),
    );
    const given = entries.map((entry) => ({ ...entry, ...searched(list.schema, entry) }));
    return refusingTwins(sql.query<EntryRow>(CHANGE, [list.id, JSON.stringify(given), nameOf(author)]));
  },

  /** Takes an entry out of its list; its history stays, and ends in what it was. */
  async delete(sql: Sql, id: string, author: Author): Promise<void> {
    await keepVersions(sql, [id]);
    await sql.query(DELETE, [id, nameOf(author)]);
  },
};

async function keepVersions(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.query(
    `INSERT INTO directory_entry_versions (${VERSION_COLUMNS}) SELECT ${VERSION_OF_ENTRY} FROM directory_entries entry WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
}

async function refusingTwins<Row>(rows: Promise<Row[]>): Promise<Row[]> {
  return rows.catch((error: unknown) => {
    throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new EntryExists() : error;
  });
}

const GIVEN = `
  jsonb_to_recordset($2::jsonb) AS given (id uuid, version integer, external_key text, name text, tags text[], contact jsonb, data jsonb,
    status text, change text, name_words text, tag_words text, body_words text, search_text text)`;
const VECTOR = 'directory_search_vector(list.language, given.name_words, given.tag_words, given.body_words)';

const INSERT = `
  INSERT INTO directory_entries (id, version, list_id, external_key, name, tags, contact, data, search, search_text, change, changed_by)
  SELECT given.id, given.version, list.id, given.external_key, given.name, given.tags, given.contact, given.data, ${VECTOR}, given.search_text, given.change, $3
  FROM directory_lists list, ${GIVEN} WHERE list.id = $1
  RETURNING ${ENTRY_COLUMNS}`;

const CHANGE = `
  UPDATE directory_entries AS entry SET external_key = given.external_key, name = given.name, tags = given.tags, contact = given.contact,
    data = given.data, status = given.status, search = ${VECTOR}, search_text = given.search_text, version = entry.version + 1,
    updated_at = now(), change = given.change, changed_by = $3, import_id = NULL
  FROM directory_lists list, ${GIVEN} WHERE list.id = $1 AND entry.list_id = list.id AND entry.id = given.id
  RETURNING ${ENTRY_COLUMNS.split(', ')
    .map((column) => `entry.${column}`)
    .join(', ')}`;

const DELETE = `
  WITH gone AS (DELETE FROM directory_entries entry WHERE id = $1 RETURNING *)
  INSERT INTO directory_entry_versions (${VERSION_COLUMNS})
  SELECT id, version + 1, list_id, external_key, name, tags, contact, data, 'deleted', 'deleted', $2, NULL, now() FROM gone`;
