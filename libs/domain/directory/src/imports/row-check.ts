import type { DataFault, DataValidator, SchemaDocument } from '../schema-document.js';
import { dataValidator } from '../schema-document.js';
import { searched, type SearchedText } from '../searched-text.js';
import { readText, readTexts, readValue, type FieldSchema } from './csv-cells.js';
import type { Columns } from './csv-columns.js';
import { EntryIds } from './entry-ids.js';
import { nearest } from './nearest.js';
import type { RowFault } from './row-fault.js';

/** A row that can be imported. */
export interface StagedRow extends SearchedText {
  readonly row_number: number;
  readonly valid: true;
  readonly entry_id: string;
  readonly external_key: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly contact: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly status: string;
}

/** A row with faults; its key keeps the entry that it means from being taken for missing. */
export interface RefusedRow {
  readonly row_number: number;
  readonly valid: false;
  readonly entry_id: string;
  readonly external_key: string;
  readonly faults: readonly RowFault[];
}

const FAULTS_PER_ROW = 20;
const UNSTORABLE = '\u0000';
const LENGTHS = { external_key: 200, name: 500, tag: 100, tags: 100, contact: 1_000 };
const TAGS_MESSAGE = `must be at most ${LENGTHS.tags} texts of at most ${LENGTHS.tag} characters, separated by semicolons`;
const CODES: Readonly<Record<string, string>> = {
  required: 'required',
  type: 'invalid_type',
  enum: 'not_allowed',
  const: 'not_allowed',
  format: 'invalid_format',
  pattern: 'invalid_format',
  minimum: 'out_of_range',
  maximum: 'out_of_range',
  additionalProperties: 'unknown_column',
};
const EXAMPLES: Readonly<Record<string, string>> = {
  date: '2026-03-12',
  'date-time': '2026-03-12T18:30:00Z',
  time: '18:30:00Z',
  email: 'name@example.com',
  uri: 'https://example.com',
};

interface Content {
  external_key: string;
  name: string;
  status: string;
  tags: unknown;
  contact: Record<string, string>;
  data: Record<string, unknown>;
}

/** Makes entries of the rows of one file. */
export class RowCheck {
  private readonly check: DataValidator;
  private readonly ids = new EntryIds();
  /** The column of each field, as the file writes it. */
  private readonly written = new Map<string, string>();

  constructor(
    private readonly schema: SchemaDocument,
    private readonly columns: Columns,
  ) {
    this.check = dataValidator(schema);
    for (const [index, column] of columns.columns.entries()) {
      const name = column.kind === 'data' ? `data/${column.field}` : column.kind;
      this.written.set(name, columns.header[index]!);
    }
  }

  /** @param row its number in a spreadsheet: the header is 1 */
  read(cells: readonly string[], row: number): StagedRow | RefusedRow {
    const content = this.contentOf(cells);
    const faults: RowFault[] = [];
    this.checkRow(cells, faults);
    this.checkEnvelope(content, faults);
    for (const fault of this.check(content.data)) faults.push(this.inWords(fault, content.data));
    const entry_id = this.ids.of(row);
    // Without a key, the name tells one row from another.
    const key = content.external_key || content.name;
    if (faults.length > 0)
      return { row_number: row, valid: false, entry_id, external_key: storable(key), faults: faults.slice(0, FAULTS_PER_ROW) };
    const { name, status, contact, data } = content;
    const tags = content.tags as string[];
    const words = searched(this.schema, { name, tags, contact, data });
    return { row_number: row, valid: true, entry_id, external_key: key, name, tags, contact, data, status, ...words };
  }

  private contentOf(cells: readonly string[]): Content {
    const content: Content = { external_key: '', name: '', status: 'active', tags: [], contact: {}, data: {} };
    const { columns } = this.columns;
    for (let index = 0; index < columns.length; index++) {
      const [column, cell] = [columns[index]!, cells[index] ?? ''];
      if (cell === '' || column.kind === 'none') continue;
      if (column.kind === 'data') content.data[column.field] = readValue(cell, this.fieldSchema(column.field));
      else if (column.kind === 'contact') content.contact[column.field] = readText(cell);
      else if (column.kind === 'tags') content.tags = readTexts(cell);
      else content[column.kind] = readText(cell);
    }
    return content;
  }

  private checkRow(cells: readonly string[], faults: RowFault[]): void {
    const { header } = this.columns;
    if (cells.length !== header.length) {
      const message = `The row has ${cells.length} cells, the header ${header.length}.`;
      faults.push({ column: '', code: 'column_count', message, suggestion: 'Quote cells that hold the delimiter or a line break.' });
    }
    for (let index = 0; index < cells.length; index++) {
      if (cells[index]!.includes(UNSTORABLE))
        faults.push({ column: header[index] ?? '', code: 'invalid_value', message: 'must not hold a NUL character', suggestion: '' });
    }
  }

  private checkEnvelope({ external_key, name, status, tags, contact }: Content, faults: RowFault[]): void {
    if (name === '') faults.push(this.fault('name', 'required', 'is required'));
    if (name.length > LENGTHS.name) faults.push(this.fault('name', 'too_long', `must have at most ${LENGTHS.name} characters`));
    if ((external_key || name).length > LENGTHS.external_key)
      faults.push(this.fault('external_key', 'too_long', `must have at most ${LENGTHS.external_key} characters`));
    else if (external_key === '' && this.written.has('external_key')) faults.push(this.fault('external_key', 'required', 'is required'));
    if (status !== 'active' && status !== 'archived')
      faults.push(this.fault('status', 'not_allowed', 'must be active or archived', nearest(status, ['active', 'archived'])));
    const list = Array.isArray(tags) ? tags : [];
    if (list.length > LENGTHS.tags || !list.every(isTag)) faults.push(this.fault('tags', 'invalid_value', TAGS_MESSAGE));
    for (const field of Object.keys(contact))
      if (contact[field]!.length > LENGTHS.contact)
        faults.push(this.fault('contact', 'too_long', `${field} must have at most ${LENGTHS.contact} characters`));
  }

  private fault(kind: string, code: string, message: string, suggestion = ''): RowFault {
    return { column: this.written.get(kind) ?? kind, code, message, suggestion };
  }

  private inWords({ pointer, detail, keyword, allowed }: DataFault, data: Record<string, unknown>): RowFault {
    const field = (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
    const suggestion = suggestionFor(keyword, data[field], this.fieldSchema(field), allowed);
    return { column: this.written.get(`data/${field}`) ?? field, code: CODES[keyword] ?? 'invalid_value', message: detail, suggestion };
  }

  private fieldSchema(field: string): FieldSchema {
    return this.schema.properties[field] ?? {};
  }
}

function isTag(tag: unknown): boolean {
  return typeof tag === 'string' && tag !== '' && tag.length <= LENGTHS.tag;
}

function suggestionFor(keyword: string, value: unknown, schema: FieldSchema, allowed: readonly unknown[] | undefined): string {
  const text = typeof value === 'string' ? value : '';
  if (allowed) return nearest(text, allowed.map(String)) ?? '';
  if (keyword === 'format') return EXAMPLES[String(schema['format'])] ?? '';
  if (keyword !== 'type') return '';
  if (schema['type'] === 'boolean') return nearest(text, ['true', 'false', 'yes', 'no']) ?? 'true or false';
  const number = text
    .replaceAll(/[^\d,.-]/g, '')
    .replace(/,(?=\d{1,2}$)/, '.')
    .replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(number) ? number : '';
}

/** PostgreSQL's text holds no NUL. */
function storable(text: string): string {
  return text.replaceAll(UNSTORABLE, ' ').slice(0, LENGTHS.external_key);
}
