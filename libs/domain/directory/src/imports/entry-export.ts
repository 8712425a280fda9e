import type { Sql } from '@salient/platform';
import type { ListRow } from '../admin/list-store.js';
import { writeTexts, writeText, writeValue } from './csv-cells.js';
import { csvLine } from './csv-writer.js';

interface ExportedRow {
  readonly id: string;
  readonly external_key: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly contact: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly status: string;
}

const BATCH = 1_000;
const OWN = ['external_key', 'name', 'tags', 'status'];
const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * The entries of a list as CSV, in pieces: importing it again changes nothing. What a spreadsheet would run as a formula is
 * defused; the import takes that off again.
 */
export async function* exportEntries(sql: Sql, list: ListRow, status: 'active' | 'archived' | 'all'): AsyncGenerator<string> {
  const contact = await keysOf(sql, list, 'contact');
  const fields = [...new Set([...Object.keys(list.schema.properties), ...(await keysOf(sql, list, 'data'))])];
  const withStatus = status !== 'active';
  const header = [...fields.map((field) => (isReserved(field) ? `data.${field}` : field)), ...contact.map((field) => `contact.${field}`)];
  yield csvLine(['external_key', 'name', 'tags', ...(withStatus ? ['status'] : []), ...header]);
  for (let last = NO_ID; ;) {
    const rows: ExportedRow[] = await sql.query<ExportedRow>(ROWS, [list.id, last, status]);
    if (rows.length === 0) return;
    const lines = rows.map((row) =>
      csvLine([
        writeText(row.external_key),
        writeText(row.name),
        row.tags.length === 0 ? '' : writeTexts(row.tags),
        ...(withStatus ? [row.status] : []),
        ...fields.map((field) => writeValue(row.data[field])),
        ...contact.map((field) => writeValue(row.contact[field])),
      ]),
    );
    yield lines.join('');
    last = rows.at(-1)!.id;
  }
}

/** A field whose name means something else in a header, or that a spreadsheet would run. */
function isReserved(field: string): boolean {
  return OWN.includes(field) || field.includes('.') || writeText(field) !== field;
}

async function keysOf(sql: Sql, { id }: ListRow, column: 'contact' | 'data'): Promise<string[]> {
  const rows = await sql.query<{ key: string }>(
    `SELECT DISTINCT key FROM directory_entries, jsonb_object_keys(${column}) AS key WHERE list_id = $1 ORDER BY key`,
    [id],
  );
  return rows.map(({ key }) => key);
}

const ROWS = `
  SELECT id, external_key, name, tags, contact, data, status FROM directory_entries
  WHERE list_id = $1 AND id > $2 AND ($3 = 'all' OR status = $3) ORDER BY id LIMIT ${BATCH}`;
