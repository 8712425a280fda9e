import type { DirectoryQuery, SearchedList } from './directory-search.js';
import { plainText, tsqueryOf } from './search-query.js';

/** A search as SQL over the rows of `directory_entries`. */
export interface SearchConditions {
  /** Never empty; to be joined by AND. */
  readonly conditions: string[];
  /** An expression: the more, the better the match. */
  readonly rank: string;
  readonly parameters: unknown[];
  /** Adds a parameter and answers its place, such as `$3`. */
  bind(value: unknown): string;
}

/** @param bound the parameters that the statement has already */
export function searchConditions(
  list: SearchedList,
  { query = '', match = 'text', filters = {} }: Omit<DirectoryQuery, 'limit'>,
  mode: 'all' | 'any',
  bound: readonly unknown[],
): SearchConditions {
  const conditions = ['true'];
  const parameters = [...bound];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
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
  return { conditions, rank, parameters, bind };
}

function filterCondition(field: string, values: string): string {
  const held = `(SELECT array_agg(lower(held.value)) FROM jsonb_array_elements_text(
    CASE jsonb_typeof(data -> ${field}) WHEN 'array' THEN data -> ${field} ELSE jsonb_build_array(data -> ${field}) END) AS held (value))`;
  const wanted = `(SELECT array_agg(lower(wanted.value)) FROM unnest(${values}) AS wanted (value))`;
  return `CASE jsonb_typeof(data -> ${field}) WHEN 'array' THEN ${held} @> ${wanted} ELSE ${held} && ${wanted} END`;
}

/** PostgreSQL's text holds no NUL. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', ' ');
}
