import { InvalidRequest, type Sql } from '@salient/platform';
import { searchConditions, storable, type SearchConditions } from '../search-conditions.js';
import { ENTRY_COLUMNS, type EntryRow } from './entry-store.js';
import type { ListRow } from './list-store.js';

/** Which entries of a list. */
export interface EntriesFilter {
  readonly q?: string;
  readonly match?: 'text' | 'exact' | 'substring';
  readonly tags?: readonly string[];
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  readonly status?: 'active' | 'archived' | 'all';
}

export interface EntriesSearch extends EntriesFilter {
  readonly limit: number;
  /** Where the page before ended; null for the first. */
  readonly after: string | null;
}

export interface EntryPage {
  /** One more than the limit when there is another page. */
  readonly entries: readonly EntryRow[];
  readonly keyOf: (entry: EntryRow) => string;
}

/** The form of a key of {@link EntryPage}: the rank of the last entry that was shown, the beginning of its name, and its id. */
export const ENTRY_KEY =
  /^\["[\d.e+-]{1,20}","[^"\\]*(?:\\[^u][^"\\]*|\\u[0-9a-f]{4}[^"\\]*)*","[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"\]$/;

/** Characters of a name that a page's key holds: names that begin alike follow one another by id. */
const PLACE_CHARACTERS = 40;

/**
 * Entries of a list: those that a question finds, the best first, or without a question the newest first.
 *
 * @throws InvalidRequest when a filter names no field of the schema
 */
export async function entryPage(sql: Sql, list: ListRow, search: EntriesSearch): Promise<EntryPage> {
  const { conditions, rank, parameters, bind } = entryConditions(list, search, []);
  const ranked = Boolean(search.q);
  const found = `SELECT ${ENTRY_COLUMNS}, ${ranked ? rank : '0::real'} AS rank, left(name, ${PLACE_CHARACTERS}) COLLATE "C" AS place
    FROM directory_entries WHERE ${conditions.join(' AND ')}`;
  const rows = await sql.query<EntryRow & { key: [string, string, string] }>(
    `SELECT ${ENTRY_COLUMNS}, json_build_array(rank::text, place, id) AS key FROM (${found}) found
     WHERE ${search.after === null ? 'true' : beyond(search.after, ranked, bind)}
     ORDER BY ${ranked ? 'rank DESC, place, id' : 'id DESC'} LIMIT ${bind(search.limit)}`,
    parameters,
  );
  const keys = new Map(rows.map(({ id, key }) => [id, JSON.stringify(key)]));
  return { entries: rows.map(({ key: _key, ...entry }) => entry), keyOf: ({ id }) => keys.get(id) ?? '' };
}

/** The conditions of a filter over the rows of a list, any status included when it says so. */
export function entryConditions(list: ListRow, filter: EntriesFilter, bound: readonly unknown[]): SearchConditions {
  const { q: query, match, filters = {}, tags = [], status = 'active' } = filter;
  refuseUnknown(list, Object.keys(filters));
  const search = searchConditions(list, { query, match, filters }, 'all', bound);
  search.conditions.push(`list_id = ${search.bind(list.id)}`);
  if (status !== 'all') search.conditions.push(`status = ${search.bind(status)}`);
  if (tags.length > 0) search.conditions.push(`tags @> ${search.bind(tags.map(storable))}::text[]`);
  return search;
}

function beyond(key: string, ranked: boolean, bind: SearchConditions['bind']): string {
  const [rank, name, id] = JSON.parse(key) as [string, string, string];
  if (!ranked) return `id < ${bind(id)}::uuid`;
  const place = `${bind(rank)}::real`;
  return `(rank < ${place} OR (rank = ${place} AND (place, id) > (${bind(name)}, ${bind(id)}::uuid)))`;
}

function refuseUnknown(list: ListRow, fields: readonly string[]): void {
  const known = Object.keys(list.schema.properties);
  const unknown = fields.filter((field) => !known.includes(field));
  if (unknown.length === 0) return;
  throw new InvalidRequest(
    `The entries of this list have no such field; they have ${known.join(', ')}.`,
    unknown.map((field) => ({ pointer: `/filter[${field}]`, code: 'unknown_filter', detail: 'is not a field of the schema' })),
  );
}
