import type { Sql } from '@salient/platform';
import { targetOf, type Columns } from './csv-columns.js';
import type { CsvFormat } from './csv-format.js';
import type { ImportCounts, ImportRow } from './import-store.js';

/** What of an entry a file speaks of; the rest stays as it is. */
export interface PartialColumns {
  readonly tags: boolean;
  readonly contact: readonly string[];
  readonly data: readonly string[];
}

/** How a file was read. */
export interface FileFormat extends CsvFormat {
  readonly columns: readonly { readonly header: string; readonly target: string | null }[];
}

export function fileFormat({ encoding, delimiter }: CsvFormat, { header, columns }: Columns): FileFormat {
  return { encoding, delimiter, columns: columns.map((column, index) => ({ header: storable(header[index]!), target: targetOf(column) })) };
}

export function partialColumns({ columns }: Columns): PartialColumns {
  const fields = (kind: 'contact' | 'data') => columns.flatMap((column) => (column.kind === kind ? [column.field] : []));
  return { tags: columns.some(({ kind }) => kind === 'tags'), contact: fields('contact'), data: fields('data') };
}

/**
 * The rows of an import beside the entries that they mean, as these are to be. Its parameters are those of
 * {@link planParameters}.
 */
export const PLANNED = `
  SELECT given.*, list.language, entry.id AS known_id,
    CASE WHEN entry.id IS NULL OR $3 THEN given.tags ELSE entry.tags END AS new_tags,
    CASE WHEN entry.id IS NULL THEN given.contact ELSE (entry.contact - $4::text[]) || given.contact END AS new_contact,
    CASE WHEN entry.id IS NULL THEN given.data ELSE (entry.data - $5::text[]) || given.data END AS new_data,
    entry.name AS old_name, entry.tags AS old_tags, entry.contact AS old_contact, entry.data AS old_data, entry.status AS old_status
  FROM directory_import_rows given
  JOIN directory_lists list ON list.id = $2
  LEFT JOIN directory_entries entry ON entry.list_id = $2 AND entry.external_key = given.external_key
  WHERE given.import_id = $1 AND given.valid`;

/** Over {@link PLANNED}: the entry is there, and is to become another. */
export const DIFFERS = `known_id IS NOT NULL AND
  (old_name, old_tags, old_contact, old_data, old_status) IS DISTINCT FROM (name, new_tags, new_contact, new_data, status)`;

/** Active entries that the file does not name, not even in a row with faults. */
export const MISSING = `entry.list_id = $2 AND entry.status = 'active' AND NOT EXISTS (
  SELECT FROM directory_import_rows given WHERE given.import_id = $1 AND given.external_key = entry.external_key)`;

export function planParameters({ id, list_id, columns }: Pick<ImportRow, 'id' | 'list_id' | 'columns'>): unknown[] {
  return [id, list_id, columns.tags, columns.contact, columns.data];
}

/** What applying the import would do to the list as it is now. */
export async function planImport(
  sql: Sql,
  row: Pick<ImportRow, 'id' | 'list_id' | 'columns' | 'on_missing'>,
  invalid: number,
): Promise<ImportCounts> {
  const [changes] = await sql.query<Omit<ImportCounts, 'archive' | 'invalid'>>(
    `SELECT count(*) FILTER (WHERE known_id IS NULL)::int AS create, count(*) FILTER (WHERE ${DIFFERS})::int AS update,
       count(*) FILTER (WHERE known_id IS NOT NULL AND NOT (${DIFFERS}))::int AS unchanged FROM (${PLANNED}) planned`,
    planParameters(row),
  );
  const [missing] =
    row.on_missing === 'archive'
      ? await sql.query<{ count: number }>(`SELECT count(*)::int AS count FROM directory_entries entry WHERE ${MISSING}`, [
          row.id,
          row.list_id,
        ])
      : [{ count: 0 }];
  return { create: 0, update: 0, unchanged: 0, ...changes, archive: missing?.count ?? 0, invalid };
}

/** PostgreSQL's text holds no NUL. */
function storable(text: string): string {
  return text.replaceAll('\u0000', ' ').toWellFormed();
}
