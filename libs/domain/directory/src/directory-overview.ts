import type { Sql } from '@salient/platform';
import { LRUCache } from 'lru-cache';
import type { SearchedList } from './directory-search.js';

/** Values of a filterable field that an overview names; a field may hold more. */
export const VALUES_MAX = 60;

/** A list with the schema by which it is searched. */
export interface StoredList extends SearchedList {
  readonly name: string;
  readonly description: string;
  readonly entry_type: string;
  /** The time of the last change as text: a Date would lose the microseconds. */
  readonly changed: string;
}

interface Contents {
  /** How many active entries there are. */
  readonly entries: number;
  /** The values that are stored in each filterable field, the most frequent first, at most {@link VALUES_MAX} of them. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** A list with what is really stored in it. */
export type ListOverview = StoredList & Contents;

const LISTS_TTL_MS = 2_000;

/**
 * The lists of accounts with what is stored in them. Counting a list reads all of it, so that is done once for each change
 * of the list; which lists there are is asked again after a moment. Both memories are bounded.
 */
export class DirectoryOverviews {
  private readonly lists: LRUCache<string, readonly StoredList[]>;
  private readonly contents = new LRUCache<string, Contents>({ max: 2_000 });

  /** @param ttlMs for how long it is believed which lists there are, and which of them have changed, in milliseconds */
  constructor(ttlMs = LISTS_TTL_MS) {
    this.lists = new LRUCache({ max: 500, ttl: ttlMs });
  }

  /** Every list of the account whose database `sql` reaches, by slug. */
  async of(tenantId: string, sql: Sql): Promise<ListOverview[]> {
    let lists = this.lists.get(tenantId);
    if (!lists) this.lists.set(tenantId, (lists = await storedLists(sql)));
    const keyOf = (list: StoredList) => `${tenantId}:${list.id}:${list.changed}`;
    const known = new Map(lists.map((list) => [list.id, this.contents.get(keyOf(list))]));
    const unknown = lists.filter((list) => !known.get(list.id));
    const counted = await contentsOf(sql, unknown);
    for (const list of unknown) this.contents.set(keyOf(list), counted.get(list.id) ?? EMPTY);
    return lists.map((list) => ({ ...list, ...(known.get(list.id) ?? counted.get(list.id) ?? EMPTY) }));
  }
}

const EMPTY: Contents = { entries: 0, filters: {} };

/** Every list as it is now, by slug. */
export function storedLists(sql: Sql): Promise<StoredList[]> {
  return sql.query<StoredList>(LISTS);
}

/** Lists with what is stored in them, which is counted anew: what an overview would be with the schemas that they are given. */
export async function overviewsOf(sql: Sql, lists: readonly StoredList[]): Promise<ListOverview[]> {
  const counted = await contentsOf(sql, lists);
  return lists.map((list) => ({ ...list, ...(counted.get(list.id) ?? EMPTY) }));
}

async function contentsOf(sql: Sql, lists: readonly StoredList[]): Promise<Map<string, Contents>> {
  if (lists.length === 0) return new Map();
  const given = lists.map(({ id, schema }) => ({ id, filterable: schema['x-salient'].filterable }));
  const rows = await sql.query<{ id: string; entries: number; filters: Contents['filters'] | null }>(CONTENTS, [JSON.stringify(given)]);
  return new Map(rows.map(({ id, entries, filters }) => [id, { entries, filters: filters ?? {} }]));
}

const LISTS = `
  SELECT id, slug, name, description, entry_type, language::text AS language, schema, updated_at::text AS changed
  FROM directory_lists ORDER BY slug`;

const CONTENTS = `
  SELECT list.id,
    (SELECT count(*)::int FROM directory_entries entry WHERE entry.list_id = list.id AND entry.status = 'active') AS entries,
    (SELECT jsonb_object_agg(field, stored) FROM (
       SELECT field, jsonb_agg(value ORDER BY uses DESC, value) AS stored FROM (
         SELECT field, value, count(*) AS uses, row_number() OVER (PARTITION BY field ORDER BY count(*) DESC, value) AS place
         FROM directory_entries entry
         CROSS JOIN LATERAL jsonb_array_elements_text(list.filterable) AS filterable (field)
         CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(entry.data -> field)
           WHEN 'array' THEN entry.data -> field ELSE jsonb_build_array(entry.data -> field) END) AS held (value)
         WHERE entry.list_id = list.id AND entry.status = 'active' AND value IS NOT NULL
         GROUP BY field, value
       ) counted WHERE place <= ${VALUES_MAX} GROUP BY field
     ) fields) AS filters
  FROM jsonb_to_recordset($1::jsonb) AS list (id uuid, filterable jsonb)`;
