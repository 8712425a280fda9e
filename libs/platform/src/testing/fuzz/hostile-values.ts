import fc, { type Arbitrary } from 'fast-check';
import type { JsonSchema } from './api-operations.js';

/** Texts that have broken services before. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00x',
  '\u202eabc',
  'שלום',
  '👩‍👩‍👧‍👦',
  'ﷺ'.repeat(300),
  '../../etc/passwd',
  '..',
  "'; DROP TABLE agents; --",
  '$1',
  '%',
  '_',
  '\\',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=1+1',
  '-1',
  '1e309',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  'toString',
  '00000000-0000-0000-0000-000000000000',
  '01900000-0000-7000-8000-000000000000',
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '2026-02-30T00:00:00Z',
  'x'.repeat(70_000),
  ':*', // an operator of a full-text search
  '( ) & | !',
];

const hostileText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'binary', maxLength: 40 }));
const hostileNumber = fc.constantFrom(0, -0, -1, 0.1, 1e21, -1e308, Number.MAX_SAFE_INTEGER + 1, 2 ** 31, 2 ** 63);
const nested = Array.from({ length: 60 }).reduce<unknown>((inner) => [inner], 0);

/** Anything that JSON can say. */
export const hostileValue: Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  fc.constantFrom(null, true, false, [], {}, [null], nested, { $ref: '#' }, { '': '' }),
  fc.array(hostileText, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', '', '\u0000', 'toString', 'length', 'constructor', '$where'), hostileText, { maxKeys: 3 }),
  fc.array(fc.constant('x'), { minLength: 2_000, maxLength: 2_000 }),
);

/** Values that name something, by the name of a path parameter or of a field in a body. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** A value that a schema may well accept, in which about one part in twenty is anything else. */
export function valueFor(schema: JsonSchema, known: KnownValues, depth = 0): Arbitrary<unknown> {
  return fc.oneof({ weight: 20, arbitrary: fittingValue(schema, known, depth) }, { weight: 1, arbitrary: hostileValue });
}

function fittingValue(schema: JsonSchema, known: KnownValues, depth: number): Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (depth > 6) return fc.constant(null);
  if (choices?.length) return fc.oneof(...choices.map((each) => fittingValue(each, known, depth + 1)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum?.length) return fc.constantFrom(...schema.enum);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  if (type === 'object') return objectFor(schema, known, depth);
  if (type === 'array') return fc.array(valueFor(schema.items ?? {}, known, depth + 1), { maxLength: 3 });
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'integer' || type === 'number') return numberFor(schema);
  return type === 'string' ? textFor(schema) : hostileValue;
}

function objectFor(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  known: KnownValues,
  depth: number,
): Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, schema]) => [name, fieldFor(name, schema, known, depth + 1)] as const);
  const others = fc.dictionary(fc.constantFrom('other', 'a b', '', 'constructor'), hostileValue, {
    maxKeys: typeof additionalProperties === 'object' ? 3 : 1,
  });
  return fc
    .tuple(
      fc.record(Object.fromEntries(fields), { requiredKeys: [...required] }),
      fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, others),
    )
    .map(([those, more]) => ({ ...those, ...more }));
}

function fieldFor(name: string, schema: JsonSchema, known: KnownValues, depth: number): Arbitrary<unknown> {
  const values = known[name];
  const any = valueFor(schema, known, depth);
  return values?.length && schema.type === 'string' ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...values) }, any) : any;
}

function numberFor({ minimum = -10, maximum = 1_000 }: JsonSchema): Arbitrary<number> {
  const [least, most] = [Math.max(minimum, -(2 ** 40)), Math.min(maximum, 2 ** 40)];
  return fc.oneof(fc.integer({ min: Math.ceil(least), max: Math.floor(most) }), fc.constantFrom(least, most, least - 1, most + 1));
}

function textFor({ format, pattern, minLength = 0, maxLength = 40 }: JsonSchema): Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (format === 'email') return fc.emailAddress();
  if (format === 'uri') return fc.webUrl();
  if (pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(pattern, 'u'));
    } catch {
      return hostileText; // a pattern with look-arounds cannot be turned around
    }
  }
  const length = { minLength: Math.min(minLength, 100), maxLength: Math.max(Math.min(maxLength, 60), Math.min(minLength, 100)) };
  return fc.oneof(fc.string(length), fc.constantFrom(...HOSTILE_TEXTS));
}
