import type { Sql } from '@salient/platform';
import type { SchemaDocument } from './schema-document.js';
import { tsqueryOf } from './search-query.js';

/** What a search needs of its list. */
export interface SearchedList {
  readonly id: string;
  readonly slug: string;
  readonly language: string;
  readonly schema: SchemaDocument;
}

export interface DirectoryQuery {
  /** Words to look for; none finds every entry that the filters let through. */
  readonly query?: string;
  /** How `query` is meant: words in any form (`text`), the whole name (`exact`), or a piece of text (`substring`). */
  readonly match?: 'text' | 'exact' | 'substring';
  /**
   * Values by field, whatever their case. A filter lets through only what fits it: a field that holds several values must
   * hold all that are given, one that holds a single value must hold one of them.
   */
  readonly filters?: Readonly<Record<string, string | readonly string[]>>;
  readonly limit: number;
}

export interface FoundEntry {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly tags: string[];
  readonly contact: Record<string, string>;
  readonly data: Record<string, unknown>;
}

export interface SearchResult {
  readonly total: number;
  /** `all`: every word was found in each entry; `any`: no entry has them all, so these have some. */
  readonly matched: 'all' | 'any';
  readonly entries: FoundEntry[];
}

/** Searches the active entries of one list, the best first. */
export async function searchDirectory(sql: Sql, list: SearchedList, query: DirectoryQuery): Promise<SearchResult> {
  const all = await run(sql, list, query, '&');
  if (all.total > 0 || (query.match ?? 'text') !== 'text') return { ...all, matched: 'all' };
  const any = await run(sql, list, query, '|');
  return { ...any, matched: 'any' };
}

async function run(sql: Sql, list: SearchedList, query: DirectoryQuery, operator: '&' | '|'): Promise<Omit<SearchResult, 'matched'>> {
  const { conditions, parameters, rank } = conditionsOf(list, query, operator);
  const rows = await sql.query<FoundEntry & { total: string }>(
    `SELECT id, version, name, tags, contact, data, count(*) OVER () AS total FROM directory_entries
     WHERE ${conditions.join(' AND ')} ORDER BY ${rank} DESC, name, id LIMIT $2`,
    [list.id, query.limit, ...parameters],
  );
  return { total: Number(rows[0]?.total ?? 0), entries: rows.map(({ total: _total, ...entry }) => entry) };
}

function conditionsOf(list: SearchedList, { query = '', match = 'text', filters = {} }: DirectoryQuery, operator: '&' | '|') {
  const conditions = ['list_id = $1', "status = 'active'"];
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value) + 2}`;
  let rank = '0::real'; // a bare 0 would be a column's position
  for (const [field, values] of Object.entries(filters)) conditions.push(filterCondition(`${bind(field)}::text`, bind([values].flat().map((value) => value.toLowerCase()))));
  if (match === 'exact' && query) conditions.push(`lower(name) = lower(${bind(query)})`);
  if (match === 'substring' && query) conditions.push(`position(lower(${bind(query)}) IN search_text) > 0`);
  const text = match === 'text' ? tsqueryOf(query, list.schema['x-salient'].synonyms, operator) : null;
  if (text !== null) {
    const words = bind(text);
    const tsquery = `(to_tsquery('simple', ${words}) || to_tsquery(${bind(list.language)}::regconfig, ${words}))`;
    conditions.push(`search @@ ${tsquery}`);
    rank = `ts_rank(search, ${tsquery})`;
  }
  return { conditions, parameters, rank };
}

function filterCondition(field: string, values: string): string {
  const held = `(SELECT array_agg(lower(held.value)) FROM jsonb_array_elements_text(
    CASE jsonb_typeof(data -> ${field}) WHEN 'array' THEN data -> ${field} ELSE jsonb_build_array(data -> ${field}) END) AS held (value))`;
  return `CASE jsonb_typeof(data -> ${field}) WHEN 'array' THEN ${held} @> ${values}::text[] ELSE ${held} && ${values}::text[] END`;
}
