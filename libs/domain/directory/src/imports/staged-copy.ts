import type { RefusedRow, StagedRow } from './row-check.js';

/** Stages rows in the text format of PostgreSQL (https://www.postgresql.org/docs/18/sql-copy.html#id-1.9.3.55.9.2). */
export const COPY_STAGED = `
  COPY directory_import_rows (import_id, row_number, entry_id, valid, external_key, name, tags, contact, data, status,
    name_words, tag_words, body_words, search_text) FROM STDIN`;

const SPECIAL = /[\\\n\r\t]/;
const SPECIALS = /[\\\n\r\t]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** What a refused row has after its key: the defaults of the table, of which COPY knows nothing. */
const REFUSED = '\t\t{}\t{}\t{}\tactive\t\t\t\t\n';

/** A row as {@link COPY_STAGED} reads it. */
export function copyLine(importId: string, row: StagedRow | RefusedRow): string {
  const place = `${importId}\t${row.row_number}\t${row.entry_id}\t${row.valid ? 't' : 'f'}\t${escaped(row.external_key)}`;
  return place + (row.valid ? contentOf(row) : REFUSED);
}

function contentOf(row: StagedRow): string {
  const { name, tags, contact, data, status, name_words, tag_words, body_words, search_text } = row;
  return (
    `\t${escaped(name)}\t${escaped(arrayText(tags))}\t${escaped(JSON.stringify(contact))}\t${escaped(JSON.stringify(data))}\t${status}` +
    `\t${name_words}\t${tag_words}\t${body_words}\t${escaped(search_text)}\n` // words have letters, digits and marks only
  );
}

/** https://www.postgresql.org/docs/18/arrays.html#ARRAYS-IO */
function arrayText(texts: readonly string[]): string {
  return texts.length === 0 ? '{}' : `{${texts.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(SPECIALS, (special) => ESCAPES[special]!) : text;
}
