import { isObject, pointerTo } from './json-pointer.js';

/** A schema inside a schema, with its place. */
export interface Subschema {
  readonly pointer: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Keywords of JSON Schema 2020-12 (https://json-schema.org/draft/2020-12) by what they hold. */
const HOLDS_ONE = [
  'items',
  'contains',
  'additionalProperties',
  'propertyNames',
  'if',
  'then',
  'else',
  'not',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
];
const HOLDS_SOME = ['prefixItems', 'allOf', 'anyOf', 'oneOf'];
const HOLDS_NAMED = ['properties', 'patternProperties', '$defs', 'dependentSchemas'];
const HOLDS_NONE = [
  ...['$schema', '$id', '$ref', '$comment', 'title', 'description', 'default', 'deprecated', 'readOnly', 'writeOnly', 'examples'],
  ...['type', 'enum', 'const', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum'],
  ...['maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains'],
  ...['maxProperties', 'minProperties', 'required', 'dependentRequired', 'format', 'contentEncoding', 'contentMediaType'],
];
const KNOWN = new Set([...HOLDS_ONE, ...HOLDS_SOME, ...HOLDS_NAMED, ...HOLDS_NONE]);

export function isKeyword(name: string): boolean {
  return KNOWN.has(name) || name.startsWith('x-');
}

/** A schema and all those inside it. */
export function* subschemas(schema: unknown, pointer = ''): Generator<Subschema> {
  if (!isObject(schema)) return;
  yield { pointer, schema };
  for (const keyword of HOLDS_ONE) yield* subschemas(schema[keyword], pointerTo(pointer, keyword));
  for (const keyword of [...HOLDS_SOME, ...HOLDS_NAMED]) {
    const held = schema[keyword];
    if (typeof held !== 'object' || held === null) continue;
    for (const [name, inner] of Object.entries(held)) yield* subschemas(inner, pointerTo(pointer, keyword, name));
  }
}
