import type { Sql } from '@salient/platform';
import type { SchemaDocument } from './schema-document.js';
import { searchConditions } from './search-conditions.js';

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
  const { conditions, parameters, rank } = searchConditions(list, query, mode, [list.id, query.limit]);
  const rows = await sql.query<FoundEntry & { total: string }>(
    `SELECT id, version, name, tags, contact, data, count(*) OVER () AS total FROM directory_entries
     WHERE list_id = $1 AND status = 'active' AND ${conditions.join(' AND ')} ORDER BY ${rank} DESC, name, id LIMIT $2`,
    parameters,
  );
  return { total: Number(rows[0]?.total ?? 0), entries: rows.map(({ total: _total, ...entry }) => entry) };
}
