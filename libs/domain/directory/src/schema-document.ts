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

const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false });
// The package's types describe its CommonJS shape.
(formats as unknown as (instance: Ajv2020) => void)(ajv);

const compiled = new LRUCache<string, ValidateFunction>({ max: 500 });

/** What is wrong with an entry's `data`, one sentence a fault; empty when it fits the schema. */
export function faultsOfData(schema: SchemaDocument, data: unknown): string[] {
  const key = JSON.stringify(schema);
  let validate = compiled.get(key);
  if (!validate) compiled.set(key, (validate = ajv.compile(schema)));
  return validate(data) ? [] : (validate.errors ?? []).map(sentence);
}

function sentence({ instancePath, message, params }: ErrorObject): string {
  const { additionalProperty } = params as { additionalProperty?: string };
  return `${instancePath || '/'} ${message ?? 'is not valid'}${additionalProperty ? ` ("${additionalProperty}")` : ''}`;
}
