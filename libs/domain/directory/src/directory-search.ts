import type { Sql } from '@salient/platform';
import type { SchemaDocument } from './schema-document.js';
import { plainText, tsqueryOf } from './search-query.js';

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
   * hold all that are given, one that holds a single value must hold one of them. No values, no filter.
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
  /** Of all entries that were found, also those beyond the limit. */
  readonly total: number;
  /** `all`: every word was found in each entry; `any`: no entry has them all, so these have some. */
  readonly matched: 'all' | 'any';
  readonly entries: FoundEntry[];
}

/** Searches the active entries of one list: the best first, equals by name. No text, however odd, makes it fail. */
export async function searchDirectory(sql: Sql, list: SearchedList, query: DirectoryQuery): Promise<SearchResult> {
  const all = await run(sql, list, query, 'all');
  if (all.total > 0 || !query.query || (query.match ?? 'text') !== 'text') return { ...all, matched: 'all' };
  const any = await run(sql, list, query, 'any');
  return { ...any, matched: 'any' };
}

async function run(sql: Sql, list: SearchedList, query: DirectoryQuery, mode: 'all' | 'any'): Promise<Omit<SearchResult, 'matched'>> {
  const { conditions, parameters, rank } = conditionsOf(list, query, mode);
  const rows = await sql.query<FoundEntry & { total: string }>(
    `SELECT id, version, name, tags, contact, data, count(*) OVER () AS total FROM directory_entries
     WHERE ${conditions.join(' AND ')} ORDER BY ${rank} DESC, name, id LIMIT $2`,
    [list.id, query.limit, ...parameters],
  );
  return { total: Number(rows[0]?.total ?? 0), entries: rows.map(({ total: _total, ...entry }) => entry) };
}

function conditionsOf(list: SearchedList, { query = '', match = 'text', filters = {} }: DirectoryQuery, mode: 'all' | 'any') {
  const conditions = ['list_id = $1', "status = 'active'"];
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value) + 2}`;
  let rank = '0::real'; // a bare 0 would be a column's position
  for (const [field, given] of Object.entries(filters)) {
    const values = [given].flat().map(storable);
    if (values.length > 0) conditions.push(filterCondition(`${bind(storable(field))}::text`, `${bind(values)}::text[]`));
  }
  if (match === 'exact' && query) conditions.push(`lower(name) = lower(${bind(storable(query))})`);
  if (match === 'substring' && query) conditions.push(`position(${bind(plainText(query))} IN search_text) > 0`);
  const text = match === 'text' ? tsqueryOf(query, list.schema['x-salient'].synonyms, mode === 'all' ? '&' : '|') : null;
  if (text !== null) {
    const words = bind(text);
    const inLanguage = `to_tsquery(${bind(list.language)}::regconfig, ${words})`;
    // One of any words must not be a stop word, and only the language's own configuration knows those.
    const tsquery = mode === 'any' ? inLanguage : `(to_tsquery('simple', ${words}) || ${inLanguage})`;
    conditions.push(`search @@ ${tsquery}`);
    rank = `ts_rank(search, ${tsquery})`;
  }
  return { conditions, parameters, rank };
}

function filterCondition(field: string, values: string): string {
  const held = `(SELECT array_agg(lower(held.value)) FROM jsonb_array_elements_text(
    CASE jsonb_typeof(data -> ${field}) WHEN 'array' THEN data -> ${field} ELSE jsonb_build_array(data -> ${field}) END) AS held (value))`;
  const wanted = `(SELECT array_agg(lower(wanted.value)) FROM unnest(${values}) AS wanted (value))`;
  return `CASE jsonb_typeof(data -> ${field}) WHEN 'array' THEN ${held} @> ${wanted} ELSE ${held} && ${wanted} END`;
}

/** PostgreSQL's text holds no NUL. */
function storable(text: string): string {
  return text.replaceAll('\u0000', ' ');
}
