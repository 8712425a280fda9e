import type { Sql } from '@salient/platform';
import type { SearchedList } from './directory-search.js';

/** A list with what is really stored in it. */
export interface ListOverview extends SearchedList {
  readonly name: string;
  readonly description: string;
  readonly entry_type: string;
  readonly entries: number;
  /** The values that are stored in each filterable field, the most frequent first, at most 60 of them. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Every list of the account, in one statement. */
export async function directoryOverview(sql: Sql): Promise<ListOverview[]> {
  const rows = await sql.query<Omit<ListOverview, 'filters'> & { filters: ListOverview['filters'] | null }>(OVERVIEW);
  return rows.map((row) => ({ ...row, filters: row.filters ?? {} }));
}

const OVERVIEW = `
  SELECT list.id, list.slug, list.name, list.description, list.entry_type, list.language::text AS language, list.schema,
    (SELECT count(*)::int FROM directory_entries entry WHERE entry.list_id = list.id AND entry.status = 'active') AS entries,
    (SELECT jsonb_object_agg(field, stored) FROM (
       SELECT field, jsonb_agg(value ORDER BY uses DESC, value) AS stored FROM (
         SELECT field, value, count(*) AS uses, row_number() OVER (PARTITION BY field ORDER BY count(*) DESC, value) AS place
         FROM directory_entries entry
         CROSS JOIN LATERAL jsonb_array_elements_text(list.schema -> 'x-salient' -> 'filterable') AS filterable (field)
         CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(entry.data -> field)
           WHEN 'array' THEN entry.data -> field ELSE jsonb_build_array(entry.data -> field) END) AS held (value)
         WHERE entry.list_id = list.id AND entry.status = 'active' AND value IS NOT NULL
         GROUP BY field, value
       ) counted WHERE place <= 60 GROUP BY field
     ) fields) AS filters
  FROM directory_lists list ORDER BY list.slug`;
