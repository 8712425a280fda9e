import type { InputFault } from '@salient/contracts';
import { z } from 'zod';
import type { SalientHints, SchemaDocument } from '../schema-document.js';
import { pointerTo } from './json-pointer.js';
import { tightened } from './overlay-rules.js';
import { faultsOfShape, hintParts } from './salient-hints.js';
import { faultsOfSize } from './schema-size.js';
import { SchemaUnusable } from './schema.errors.js';
import { usableSchema } from './usable-schema.js';

/**
 * What an account lays over a schema of the platform: fields of its own, other labels, more synonyms, stricter rules. It
 * never loosens a rule, so what fits the overlaid schema fits the platform's too, but for the fields that are the account's own.
 */
const Overlay = z.strictObject({
  title: z.string().min(1).max(200).optional(),
  description: z.string().min(1).max(2_000).optional(),
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string().max(100)).max(200).default([]),
  'x-salient': z.strictObject(hintParts).partial().default({}),
});
export type SchemaOverlay = z.infer<typeof Overlay>;

/**
 * Reads an overlay by its shape; whether it fits a schema, {@link overlaid} says.
 *
 * @param at where it is in the request body, for the faults' pointers
 * @throws SchemaUnusable
 */
export function readOverlay(document: unknown, at = ''): SchemaOverlay {
  const size = faultsOfSize(document);
  if (size.length > 0) throw unusable(size, at);
  const parsed = Overlay.safeParse(document);
  if (!parsed.success) throw unusable(faultsOfShape(parsed.error, ''), at);
  return parsed.data;
}

/**
 * The schema that an account's lists pin.
 *
 * @param at where the overlay is in the request body, for the faults' pointers
 * @throws SchemaUnusable when the overlay loosens a rule, or both together make no schema that can be used
 */
export function overlaid(schema: SchemaDocument, overlay: SchemaOverlay | null, at = ''): SchemaDocument {
  if (!overlay) return schema;
  const faults: InputFault[] = [];
  const properties: Record<string, Readonly<Record<string, unknown>>> = { ...schema.properties };
  for (const [field, given] of Object.entries(overlay.properties)) {
    const base = Object.hasOwn(properties, field) ? properties[field]! : null;
    properties[field] = base === null ? given : tightened(base, given, pointerTo('/properties', field), faults);
  }
  if (faults.length > 0) throw unusable(faults, at);
  const { title = schema.title, description = schema.description } = overlay;
  const required = [...new Set([...listOf(schema['required']), ...overlay.required])];
  const merged = {
    ...schema,
    title,
    description,
    properties,
    required,
    'x-salient': mergedHints(schema['x-salient'], overlay['x-salient']),
  };
  for (const field of overlay.required)
    if (!Object.hasOwn(properties, field))
      faults.push({ pointer: '/required', code: 'unknown_property', detail: `"${field}" is not a field of this schema` });
  if (faults.length > 0) throw unusable(faults, at);
  return usableSchema(merged, at);
}

/** Lists of the platform grow, texts are the account's where it has them. */
function mergedHints(base: SalientHints, over: SchemaOverlay['x-salient']): SalientHints {
  const aliases = { ...base.csv_aliases };
  for (const [field, names] of Object.entries(over.csv_aliases ?? {})) aliases[field] = [...new Set([...(aliases[field] ?? []), ...names])];
  return {
    purpose: over.purpose ?? base.purpose,
    when_to_use: over.when_to_use ?? base.when_to_use,
    when_not_to_use: over.when_not_to_use ?? base.when_not_to_use,
    searchable: [...new Set([...base.searchable, ...(over.searchable ?? [])])],
    filterable: [...new Set([...base.filterable, ...(over.filterable ?? [])])],
    synonyms: [...base.synonyms, ...(over.synonyms ?? [])],
    tags: { ...base.tags, ...over.tags },
    csv_aliases: aliases,
    display: over.display ?? base.display,
  };
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}

function unusable(faults: readonly InputFault[], at: string): SchemaUnusable {
  return new SchemaUnusable(
    faults.map((fault) => ({ ...fault, pointer: `${at}${fault.pointer}` })),
    'overlay',
  );
}
