import fc from 'fast-check';
import { builtInSchemas } from '../built-in-schemas.js';
import { SchemaUnusable } from './schema.errors.js';
import { usableSchema } from './usable-schema.js';

const HINTS = { purpose: 'Boats.', when_to_use: 'Questions about boats.' };
const schemaWith = (properties: object, more: object = {}) => ({
  title: 'Boat',
  description: 'A boat.',
  type: 'object',
  properties,
  'x-salient': HINTS,
  ...more,
});
const boat = (field: object, more: object = {}) => schemaWith({ name: { type: 'string' }, field }, more);

function refusalsOf(document: unknown): string[] {
  try {
    usableSchema(document);
    return [];
  } catch (error) {
    if (!(error instanceof SchemaUnusable)) throw error;
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

function nested(levels: number): object {
  let schema: object = { type: 'string' };
  for (let level = 0; level < levels; level++) schema = { type: 'object', properties: { inner: schema } };
  return schema;
}

describe('a schema that somebody writes', () => {
  it('is used with what it leaves out of its hints filled in', () => {
    expect(usableSchema(boat({ type: 'integer', minimum: 1 }))['x-salient']).toEqual({
      ...HINTS,
      when_not_to_use: '',
      searchable: [],
      filterable: [],
      synonyms: [],
      tags: {},
      csv_aliases: {},
      display: { fields: [] },
    });
  });

  it('may refer to its own definitions', () => {
    const $defs = { port: { type: 'string', pattern: '^[A-Z]{2,3}[0-9]{1,6}(-[A-Z]+)?$' } };
    expect(refusalsOf(boat({ $ref: '#/$defs/port' }, { $defs }))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['no object', 'a boat', ' invalid_schema'],
    ['a reference to another place', boat({ $ref: 'https://example.com/boat.json' }), '/properties/field/$ref remote_ref'],
    ['a reference to a file', boat({ $ref: 'file:///etc/passwd' }), '/properties/field/$ref remote_ref'],
    ['a reference to nothing', boat({ $ref: '#/$defs/none' }), '/properties/field/$ref unknown_ref'],
    ['a reference to itself', boat({ $ref: '#' }), ' recursive_ref'],
    [
      'references that come back',
      boat({ $ref: '#/$defs/a' }, { $defs: { a: { items: { $ref: '#/$defs/b' } }, b: { anyOf: [{ $ref: '#/$defs/a' }] } } }),
      ' recursive_ref',
    ],
    [
      'references that multiply',
      boat(
        { $ref: '#/$defs/d12' },
        {
          $defs: Object.fromEntries(
            Array.from({ length: 13 }, (_, n) => [
              `d${n}`,
              n ? { allOf: [{ $ref: `#/$defs/d${n - 1}` }, { $ref: `#/$defs/d${n - 1}` }] } : {},
            ]),
          ),
        },
      ),
      ' too_complex',
    ],
    ['a pattern with nested repetitions', boat({ type: 'string', pattern: '^(a+)+$' }), '/properties/field/pattern catastrophic_pattern'],
    ['a pattern with two ways to the same text', boat({ pattern: '^(a|a)*$' }), '/properties/field/pattern catastrophic_pattern'],
    ['a pattern with repetitions in a row', boat({ pattern: '^a*a*a*a*b$' }), '/properties/field/pattern catastrophic_pattern'],
    ['a pattern that is none', boat({ pattern: '(' }), '/properties/field/pattern invalid_pattern'],
    [
      'a hostile name of properties',
      boat({ patternProperties: { '^(x+x+)+y$': {} } }),
      '/properties/field/patternProperties/^(x+x+)+y$ catastrophic_pattern',
    ],
    ['values that are nested too deep', boat(nested(40)), expect.stringMatching(/ too_deep$/) as unknown as string],
    ['a text of megabytes', boat({ description: 'x'.repeat(300_000) }), ' too_large'],
    ['a NUL', boat({ title: 'a\u0000b' }), '/properties/field/title invalid_value'],
    ['half a character', boat({ title: '\ud800' }), '/properties/field/title invalid_value'],
    ['a type that there is not', boat({ type: 'text' }), '/properties/field/type invalid_schema'],
    ['a bound that is no number', boat({ minLength: 'two' }), '/properties/field/minLength invalid_schema'],
    ['a misspelt keyword', boat({ maxlength: 3 }), '/properties/field/maxlength unknown_keyword'],
    ['an older dialect', boat({}, { $schema: 'http://json-schema.org/draft-07/schema#' }), '/$schema invalid_schema'],
    ['a format that nobody checks', boat({ format: 'postcode' }), '/properties/field/format unknown_format'],
    ['entries that are no objects', boat({}, { type: 'array' }), '/type invalid_schema'],
    ['no field', schemaWith({}), '/properties invalid_schema'],
    ['no title', boat({}, { title: '' }), '/title invalid_schema'],
    ['no hints', boat({}, { 'x-salient': undefined }), '/x-salient required'],
    ['a hint that is not known', boat({}, { 'x-salient': { ...HINTS, searchabel: [] } }), '/x-salient/searchabel unknown_keyword'],
    [
      'a searchable field that it has not',
      boat({}, { 'x-salient': { ...HINTS, searchable: ['colour'] } }),
      '/x-salient/searchable/0 unknown_property',
    ],
    [
      'a filter by objects',
      boat({ type: 'object' }, { 'x-salient': { ...HINTS, filterable: ['field'] } }),
      '/x-salient/filterable/0 not_filterable',
    ],
    ['a group of one synonym', boat({}, { 'x-salient': { ...HINTS, synonyms: [['ship']] } }), '/x-salient/synonyms/0 invalid_hint'],
    [
      'an alias of two fields',
      boat({}, { 'x-salient': { ...HINTS, csv_aliases: { field: ['Name'] } } }),
      '/x-salient/csv_aliases/field/0 ambiguous_alias',
    ],
  ])('is refused for %s, and the fault says where', (_what, document, refusal) => {
    expect(refusalsOf(document)).toContainEqual(refusal);
  });

  it('is refused for nesting that would exhaust the stack, too', () => {
    const bomb = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    expect(refusalsOf(boat({ default: bomb }))).toEqual([expect.stringMatching(/ too_deep$/)]);
  });

  it('whatever it is, is used or refused with reasons', () => {
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.jsonValue().map((value) => boat({ items: value, enum: [value], $ref: value, pattern: value })),
      fc.record({ keyword: fc.string(), value: fc.jsonValue() }).map(({ keyword, value }) => boat({ [keyword]: value })),
      fc.jsonValue().map((value) => boat({}, { 'x-salient': value, properties: value })),
    );
    fc.assert(
      fc.property(hostile, (document) => {
        for (const refusal of refusalsOf(document)) expect(refusal).toMatch(/^(\/.*)? [a-z_]+$/su);
      }),
      { numRuns: 100 },
    );
  });

  it('is compiled in no time worth naming even when its patterns are hostile: each is looked at for a bounded number of steps', () => {
    const hostile = ['^(\\w+\\s?)*$', '(.*a){20}', '^(([a-z])+.)+[A-Z]([a-z])+$', '(a?){30}a{30}'];
    for (const pattern of hostile) expect(refusalsOf(boat({ pattern }))).toEqual(['/properties/field/pattern catastrophic_pattern']);
  });

  it('is the same when it is read again', () => {
    for (const schema of Object.values(builtInSchemas)) expect(usableSchema(usableSchema(schema))).toEqual(schema);
  });
});
