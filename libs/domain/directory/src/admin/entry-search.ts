import type { EntrySort } from '@salient/contracts/directory';
import { InvalidRequest, type Sql } from '@salient/platform';
import { searchConditions, storable, type SearchConditions } from '../search-conditions.js';
import { entryOrder } from './entry-order.js';
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
  readonly sort?: EntrySort;
  readonly limit: number;
  /** Where the page before ended: a text of the {@link entryKeyForm} of this search; null for the first page. */
  readonly after: string | null;
}

export interface EntryPage {
  /** One more than the limit when there is another page. */
  readonly entries: readonly EntryRow[];
  readonly keyOf: (entry: EntryRow) => string;
}

/** The form of the keys that pages of a search end in. */
export function entryKeyForm({ sort, q }: Pick<EntriesSearch, 'sort' | 'q'>): RegExp {
  return entryOrder(sort, q ? '0' : null).keyForm;
}

/**
 * Entries of a list, sorted as asked; otherwise those that a question finds, the best first, or without one the newest first.
 *
 * @throws InvalidRequest when a filter names no field of the schema
 */
export async function entryPage(sql: Sql, list: ListRow, search: EntriesSearch): Promise<EntryPage> {
  const { conditions, rank, parameters, bind } = entryConditions(list, search, []);
  const order = entryOrder(search.sort, search.q ? rank : null);
  if (search.after !== null) conditions.push(order.after(search.after, bind));
  const rows = await sql.query<EntryRow & { key: string }>(
    `SELECT ${ENTRY_COLUMNS}, ${order.key} AS key FROM directory_entries
     WHERE ${conditions.join(' AND ')} ORDER BY ${order.sql} LIMIT ${bind(search.limit)}`,
    parameters,
  );
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
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

function refuseUnknown(list: ListRow, fields: readonly string[]): void {
  const known = Object.keys(list.schema.properties);
  const unknown = fields.filter((field) => !known.includes(field));
  if (unknown.length === 0) return;
  throw new InvalidRequest(
    `The entries of this list have no such field; they have ${known.join(', ')}.`,
    unknown.map((field) => ({ pointer: `/filter[${field}]`, code: 'unknown_filter', detail: 'is not a field of the schema' })),
  );
}
