import type { SchemaDocument } from '../schema-document.js';
import { FileRefused } from './import.errors.js';
import { nearest } from './nearest.js';
import type { RowFault } from './row-fault.js';

/** What a column of a file holds. */
export type Column =
  | { readonly kind: 'external_key' | 'name' | 'tags' | 'status' }
  | { readonly kind: 'contact' | 'data'; readonly field: string }
  | { readonly kind: 'none' };

export interface Columns {
  /** The header as it is written, for whoever reads about a fault. */
  readonly header: readonly string[];
  readonly columns: readonly Column[];
  readonly faults: readonly RowFault[];
}

const OWN: Readonly<Record<string, readonly string[]>> = {
  external_key: ['external key', 'externalkey', 'key', 'id', 'sku'],
  name: ['full name', 'display name'],
  tags: ['tag', 'labels'],
  status: [],
};
const CONTACT: Readonly<Record<string, readonly string[]>> = {
  phone: ['telephone', 'phone number', 'tel'],
  email: ['e mail', 'mail', 'email address'],
  website: ['url', 'web', 'homepage'],
  address: ['street address'],
};

/** What somebody says that columns are, by their headers; empty for one that is not to be imported. */
export type ColumnMapping = Readonly<Record<string, string>>;

/**
 * Finds out what each column of a file is: by what somebody says, else by the names that the schema gives its fields, else by
 * common ones.
 *
 * @throws FileRefused when a column that somebody speaks of is not there
 */
export function columnsOf(header: readonly string[], schema: SchemaDocument, mapping: ColumnMapping = {}): Columns {
  refuseAbsent(header, mapping);
  const known = knownNames(schema);
  const faults: RowFault[] = [];
  const taken = new Set<string>();
  const columns = header.map((written): Column => {
    const mapped = mappingFor(written, mapping);
    if (mapped === '') return { kind: 'none' };
    const column = columnOf(mapped ?? written, known, schema);
    const key = JSON.stringify(column);
    if (column.kind === 'none' && written.trim() !== '') faults.push(unknownColumn(written, [...known.keys()]));
    if (column.kind !== 'none' && taken.has(key)) {
      faults.push({
        column: written,
        code: 'duplicate_column',
        message: 'Another column means the same; this one is not imported.',
        suggestion: '',
      });
      return { kind: 'none' };
    }
    taken.add(key);
    return column;
  });
  return { header: [...header], columns, faults };
}

function mappingFor(written: string, mapping: ColumnMapping): string | undefined {
  const name = [written, written.trim()].find((each) => Object.hasOwn(mapping, each));
  return name === undefined ? undefined : mapping[name];
}

function refuseAbsent(header: readonly string[], mapping: ColumnMapping): void {
  const there = new Set(header.flatMap((written) => [written, written.trim()]));
  const absent = Object.keys(mapping).find((name) => !there.has(name));
  if (absent !== undefined) throw new FileRefused(`The file has no column "${absent}", which the mapping speaks of.`);
}

/** A column as a mapping names it; null for one that is not imported. */
export function targetOf(column: Column): string | null {
  if (column.kind === 'none') return null;
  return 'field' in column ? `${column.kind}.${column.field}` : column.kind;
}

function columnOf(written: string, known: ReadonlyMap<string, Column>, schema: SchemaDocument): Column {
  const [, kind, field] = /^(contact|data)\.(.+)$/s.exec(written.trim()) ?? [];
  if (field === '__proto__') return { kind: 'none' }; // nothing can be kept under that name
  if (kind === 'contact' && field) return { kind, field };
  if (kind === 'data' && field && (Object.hasOwn(schema.properties, field) || schema['additionalProperties'] !== false))
    return { kind, field };
  return known.get(plain(written)) ?? { kind: 'none' };
}

/** Every name by which a column is known; the schema's own go before the common ones. */
function knownNames(schema: SchemaDocument): Map<string, Column> {
  const names = new Map<string, Column>();
  const add = (name: string, column: Column) => {
    if (!names.has(plain(name))) names.set(plain(name), column);
  };
  for (const kind of ['external_key', 'name', 'tags', 'status'] as const) add(kind, { kind });
  for (const field of Object.keys(schema.properties)) add(field, { kind: 'data', field });
  for (const [field, { title }] of Object.entries(schema.properties)) if (typeof title === 'string') add(title, { kind: 'data', field });
  for (const [field, aliases] of Object.entries(schema['x-salient'].csv_aliases))
    for (const alias of aliases) add(alias, { kind: 'data', field });
  for (const [kind, aliases] of Object.entries(OWN)) for (const alias of aliases) add(alias, { kind: kind as 'name' });
  for (const [field, aliases] of Object.entries(CONTACT)) for (const alias of [field, ...aliases]) add(alias, { kind: 'contact', field });
  return names;
}

function unknownColumn(written: string, names: readonly string[]): RowFault {
  return {
    column: written,
    code: 'unknown_column',
    message: 'The schema has no such field; the column is not imported.',
    suggestion: nearest(plain(written), names) ?? '',
  };
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}
