import type { InputFault } from '@salient/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { dataValidator, type SchemaDocument } from '../schema-document.js';
import { isObject, pointerTo } from './json-pointer.js';
import { readHints } from './salient-hints.js';
import { faultsOfPatterns } from './schema-patterns.js';
import { faultsOfReferences } from './schema-references.js';
import { faultsOfSize } from './schema-size.js';
import { isKeyword, subschemas } from './schema-walk.js';
import { SchemaUnusable } from './schema.errors.js';

export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const FIELDS_MAX = 200;
const FAULTS_MAX = 100;
const FORMATS = Object.keys(fullFormats);

/**
 * A document as a schema that can be stored and used, what may be left out of its hints filled in.
 *
 * @param at where the document is in the request body, for the faults' pointers
 * @throws SchemaUnusable that names every reason why it cannot be used
 */
export function usableSchema(document: unknown, at = ''): SchemaDocument {
  const { schema, faults } = judge(document);
  if (schema) return schema;
  throw new SchemaUnusable(faults.slice(0, FAULTS_MAX).map((fault) => ({ ...fault, pointer: `${at}${fault.pointer}` })));
}

function judge(document: unknown): { readonly schema?: SchemaDocument; readonly faults: readonly InputFault[] } {
  if (!isObject(document)) return { faults: [{ pointer: '', code: 'invalid_schema', detail: 'must be an object' }] };
  const size = faultsOfSize(document);
  if (size.length > 0) return { faults: size };
  const { hints, faults: faultsOfHints } = readHints(document['x-salient'], document['properties']);
  const faults = [
    ...faultsOfRoot(document),
    ...faultsOfDialect(document),
    ...faultsOfKeywords(document),
    ...faultsOfReferences(document),
    ...faultsOfPatterns(document),
    ...faultsOfHints,
  ];
  if (faults.length > 0 || !hints) return { faults };
  const schema = { ...document, 'x-salient': hints } as unknown as SchemaDocument;
  const unusable = faultsOfUse(schema);
  return unusable.length > 0 ? { faults: unusable } : { schema, faults: [] };
}

/** What Salient wants of every schema: an object of named fields that can be shown to people. */
function faultsOfRoot({ $schema, type, title, description, properties }: Record<string, unknown>): InputFault[] {
  const faults: InputFault[] = [];
  const refuse = (keyword: string, detail: string) => faults.push({ pointer: `/${keyword}`, code: 'invalid_schema', detail });
  if ($schema !== undefined && $schema !== DIALECT) refuse('$schema', `must be ${DIALECT}`);
  if (type !== 'object') refuse('type', 'must be "object"');
  if (!isText(title, 200)) refuse('title', 'must be a text of 1 to 200 characters');
  if (!isText(description, 2_000)) refuse('description', 'must be a text of 1 to 2000 characters');
  if (!isObject(properties))
    return [...faults, { pointer: '/properties', code: 'invalid_schema', detail: 'must hold the fields of an entry' }];
  const names = Object.keys(properties);
  if (names.length === 0 || names.length > FIELDS_MAX) refuse('properties', `must have 1 to ${FIELDS_MAX} fields`);
  for (const name of names) {
    const pointer = pointerTo('/properties', name);
    if (!isText(name, 100) || /\p{Cc}|^__proto__$/u.test(name))
      faults.push({ pointer, code: 'invalid_schema', detail: 'must have a name of 1 to 100 characters that can be read' });
    else if (!isObject(properties[name]))
      faults.push({ pointer, code: 'invalid_schema', detail: 'must be a schema, and not true or false' });
  }
  return faults;
}

function isText(value: unknown, charactersMax: number): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= charactersMax;
}

/** What the dialect's own schema has against it. */
function faultsOfDialect(document: Record<string, unknown>): InputFault[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false });
  const { $schema: _dialect, ...schema } = document;
  if (ajv.validateSchema(schema)) return [];
  const faults = (ajv.errors ?? []).map(({ instancePath, message = 'is not valid' }) => ({
    pointer: instancePath,
    code: 'invalid_schema',
    detail: message,
  }));
  return [...new Map(faults.map((fault) => [fault.pointer, fault])).values()];
}

function faultsOfKeywords(document: Record<string, unknown>): InputFault[] {
  const faults: InputFault[] = [];
  for (const { pointer, schema } of subschemas(document)) {
    for (const name of Object.keys(schema)) {
      const at = pointerTo(pointer, name);
      if (!isKeyword(name) || (name === '$id' && pointer !== ''))
        faults.push({ pointer: at, code: 'unknown_keyword', detail: 'is not a keyword that can be used here; own ones begin with x-' });
    }
    const { format } = schema;
    if (typeof format === 'string' && !FORMATS.includes(format))
      faults.push({ pointer: pointerTo(pointer, 'format'), code: 'unknown_format', detail: `must be one of ${FORMATS.join(', ')}` });
  }
  return faults;
}

/** The proof: entries are checked by it. */
function faultsOfUse(schema: SchemaDocument): InputFault[] {
  try {
    dataValidator(schema)({});
    return [];
  } catch {
    return [{ pointer: '', code: 'invalid_schema', detail: 'cannot be compiled to a check of entries' }];
  }
}
