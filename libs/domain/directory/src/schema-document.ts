import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { LRUCache } from 'lru-cache';

/** What Salient reads of a directory schema beside JSON Schema 2020-12. */
export interface SalientHints {
  readonly purpose: string;
  readonly when_to_use: string;
  readonly when_not_to_use: string;
  /** Fields of `data` whose values are full-text searched. */
  readonly searchable: readonly string[];
  /** Fields of `data` that a search may filter by. */
  readonly filterable: readonly string[];
  /** Groups of words that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
  /** What each tag means. */
  readonly tags: Readonly<Record<string, string>>;
  /** Other names of a field in the header of a CSV file. */
  readonly csv_aliases: Readonly<Record<string, readonly string[]>>;
  readonly display: { readonly subtitle?: string; readonly fields: readonly string[] };
}

/** A directory schema: a JSON Schema for an entry's `data`, with Salient's hints. Versioned, never changed in place. */
export interface SchemaDocument {
  readonly title: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly 'x-salient': SalientHints;
  readonly [keyword: string]: unknown;
}

/** One fault of an entry's `data`; `pointer` (RFC 6901) begins there, and is empty for `data` itself. */
export interface DataFault {
  readonly pointer: string;
  readonly detail: string;
  /** The keyword of JSON Schema that is broken, such as `enum`. */
  readonly keyword: string;
  /** What is allowed, where the schema lists it. */
  readonly allowed?: readonly unknown[];
}

const compiled = new LRUCache<string, ValidateFunction>({ max: 200 });

export type DataValidator = (data: unknown) => DataFault[];

/** A function that tells what is wrong with an entry's `data` by this schema; nothing when it fits. */
export function dataValidator(schema: SchemaDocument): DataValidator {
  const key = JSON.stringify(schema);
  let validate = compiled.get(key);
  if (!validate) compiled.set(key, (validate = compile(schema)));
  return (data) => (validate(data) ? [] : (validate.errors ?? []).map(faultOf));
}

/** What is wrong with an entry's `data`, one sentence a fault; nothing when it fits the schema. */
export function faultsOfData(schema: SchemaDocument, data: unknown): string[] {
  return dataValidator(schema)(data).map(({ pointer, detail }) => `${pointer || '/'} ${detail}`);
}

/** With an Ajv of its own: one that is shared would hold every schema that it has ever compiled. */
function compile(schema: SchemaDocument): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false });
  // The package's types describe its CommonJS shape.
  (formats as unknown as (instance: Ajv2020) => void)(ajv);
  return ajv.compile(schema);
}

function faultOf({ instancePath, keyword, message = 'is not valid', params }: ErrorObject): DataFault {
  const { additionalProperty, missingProperty, allowedValues } = params as {
    additionalProperty?: string;
    missingProperty?: string;
    allowedValues?: unknown[];
  };
  const field = additionalProperty ?? missingProperty;
  const pointer = field === undefined ? instancePath : `${instancePath}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  if (additionalProperty !== undefined) return { pointer, keyword, detail: 'is not a field of this schema' };
  if (missingProperty !== undefined) return { pointer, keyword, detail: 'is required' };
  return { pointer, keyword, detail: allowedValues ? `${message}: ${allowedValues.join(', ')}` : message, allowed: allowedValues };
}
