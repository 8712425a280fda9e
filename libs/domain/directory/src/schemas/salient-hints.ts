import { Text, type InputFault } from '@salient/contracts';
import { z } from 'zod';
import type { SalientHints } from '../schema-document.js';
import { isObject, pointerTo } from './json-pointer.js';

const Field = Text(1, 100);
const Fields = z.array(Field).max(200);
const Word = Text(1, 100).refine((text) => /[\p{L}\p{N}]/u.test(text), { error: 'must hold a letter or a digit' });

/** What may be in `x-salient`, each part by itself; {@link Hints} says what a schema needs of it. */
export const hintParts = {
  purpose: Text(1, 1_000),
  when_to_use: Text(1, 1_000),
  when_not_to_use: Text(0, 1_000),
  searchable: Fields,
  filterable: Fields,
  synonyms: z.array(z.array(Word).min(2, 'must have at least two words').max(50)).max(500),
  tags: z.record(Text(1, 100), Text(1, 500)),
  csv_aliases: z.record(Field, z.array(Text(1, 100)).max(50)),
  display: z.strictObject({ subtitle: Field.optional(), fields: Fields.default([]) }),
};

const Hints = z.strictObject({
  ...hintParts,
  when_not_to_use: hintParts.when_not_to_use.default(''),
  searchable: hintParts.searchable.default([]),
  filterable: hintParts.filterable.default([]),
  synonyms: hintParts.synonyms.default([]),
  tags: hintParts.tags.default({}),
  csv_aliases: hintParts.csv_aliases.default({}),
  display: hintParts.display.default({ fields: [] }),
});

const HINTS = '/x-salient';

/** The hints of a schema, with what may be left out filled in; or what is wrong with them. */
export function readHints(given: unknown, properties: unknown): { readonly hints?: SalientHints; readonly faults: InputFault[] } {
  if (given === undefined)
    return { faults: [{ pointer: HINTS, code: 'required', detail: 'is required: at least purpose and when_to_use' }] };
  const parsed = Hints.safeParse(given);
  if (!parsed.success) return { faults: faultsOfShape(parsed.error, HINTS) };
  const faults = isObject(properties) ? faultsOfFields(parsed.data, properties) : [];
  return { hints: parsed.data, faults };
}

/** What zod has against a document that is no request body, by places in it. */
export function faultsOfShape({ issues }: z.ZodError, at: string): InputFault[] {
  return issues.flatMap((issue) => {
    const pointer = pointerTo(at, ...issue.path.map(String));
    if (issue.code !== 'unrecognized_keys') return [{ pointer, code: 'invalid_hint', detail: issue.message }];
    return issue.keys.map((key) => ({ pointer: pointerTo(pointer, key), code: 'unknown_keyword', detail: 'is not known here' }));
  });
}

function faultsOfFields(hints: SalientHints, properties: Record<string, unknown>): InputFault[] {
  const { searchable, filterable, display, csv_aliases: aliases } = hints;
  const named = [
    ...searchable.map((field, index) => [field, pointerTo(HINTS, 'searchable', index)]),
    ...filterable.map((field, index) => [field, pointerTo(HINTS, 'filterable', index)]),
    ...display.fields.map((field, index) => [field, pointerTo(HINTS, 'display', 'fields', index)]),
    ...(display.subtitle === undefined ? [] : [[display.subtitle, pointerTo(HINTS, 'display', 'subtitle')]]),
    ...Object.keys(aliases).map((field) => [field, pointerTo(HINTS, 'csv_aliases', field)]),
  ] as [string, string][];
  const unknown = named
    .filter(([field]) => !Object.hasOwn(properties, field))
    .map(([field, pointer]) => ({ pointer, code: 'unknown_property', detail: `"${field}" is not a field of this schema` }));
  return [...unknown, ...unfilterable(hints, properties), ...faultsOfAliases(hints, properties)];
}

/** A filter compares texts, so a field that holds objects would never fit. */
function unfilterable({ filterable }: SalientHints, properties: Record<string, unknown>): InputFault[] {
  return filterable.flatMap((field, index) => {
    const schema = properties[field];
    if (!isObject(schema)) return [];
    const items = isObject(schema['items']) ? schema['items']['type'] : undefined;
    if (schema['type'] !== 'object' && items !== 'object' && items !== 'array') return [];
    return [
      { pointer: pointerTo(HINTS, 'filterable', index), code: 'not_filterable', detail: 'must hold single values or a list of them' },
    ];
  });
}

/** A header of a file has to mean one field. */
function faultsOfAliases({ csv_aliases: aliases }: SalientHints, properties: Record<string, unknown>): InputFault[] {
  const plain = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ');
  const meaning = new Map(Object.keys(properties).map((field) => [plain(field), field]));
  const faults: InputFault[] = [];
  for (const [field, names] of Object.entries(aliases)) {
    for (const [index, name] of names.entries()) {
      const other = meaning.get(plain(name));
      if (other !== undefined && other !== field)
        faults.push({
          pointer: pointerTo(HINTS, 'csv_aliases', field, index),
          code: 'ambiguous_alias',
          detail: `means "${other}" already`,
        });
      meaning.set(plain(name), other ?? field);
    }
  }
  return faults;
}
