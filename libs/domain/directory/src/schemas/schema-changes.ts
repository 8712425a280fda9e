import { isDeepStrictEqual } from 'node:util';
import type { SchemaDocument } from '../schema-document.js';
import { isObject, pointerTo } from './json-pointer.js';

/** One place in which a schema differs from another; `before` or `after` is absent where there is nothing. */
export interface SchemaChange {
  /** A JSON Pointer into the schema: a keyword of a field is `/properties/{field}/{keyword}`. */
  readonly pointer: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Down to the keywords of fields; what is deeper is shown whole. */
const DEPTH_MAX = 3;

/** In what two schemas differ, in the order of the documents. */
export function schemaChanges(before: SchemaDocument, after: SchemaDocument): SchemaChange[] {
  return [...changesIn(before, after, '', 0)];
}

function* changesIn(before: unknown, after: unknown, pointer: string, depth: number): Generator<SchemaChange> {
  if (isDeepStrictEqual(before, after)) return;
  if (before === undefined) yield { pointer, kind: 'added', after };
  else if (after === undefined) yield { pointer, kind: 'removed', before };
  else if (!isObject(before) || !isObject(after) || depth === DEPTH_MAX) yield { pointer, kind: 'changed', before, after };
  else
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      yield* changesIn(before[name], after[name], pointerTo(pointer, name), depth + 1);
}
