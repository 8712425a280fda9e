import type { InputFault } from '@salient/contracts';
import { pointerTo } from './json-pointer.js';

/** Bytes of a schema as JSON. */
export const SCHEMA_BYTES_MAX = 256 * 1024;
/** Levels of nesting of a schema as JSON; a field's own values take two for each level. */
export const SCHEMA_DEPTH_MAX = 24;

/** Whether a document is small and flat enough to be looked at, and can be stored; everything else may rely on it. */
export function faultsOfSize(document: unknown): InputFault[] {
  const faults: InputFault[] = [];
  for (const { pointer, depth, value } of nodes(document)) {
    if (depth > SCHEMA_DEPTH_MAX) return [{ pointer, code: 'too_deep', detail: `must be nested at most ${SCHEMA_DEPTH_MAX} levels` }];
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\u0000')))
      faults.push({ pointer, code: 'invalid_value', detail: 'must not hold a NUL character or a lone surrogate' });
    if (typeof value === 'number' && !Number.isFinite(value))
      faults.push({ pointer, code: 'invalid_value', detail: 'must be a number that JSON can write' });
    if (faults.length >= 20) return faults;
  }
  if (faults.length === 0 && Buffer.byteLength(JSON.stringify(document) ?? '') > SCHEMA_BYTES_MAX)
    faults.push({ pointer: '', code: 'too_large', detail: `must have at most ${SCHEMA_BYTES_MAX / 1024} KB as JSON` });
  return faults;
}

interface Node {
  readonly pointer: string;
  readonly depth: number;
  readonly value: unknown;
}

/** Every value and every name of a document. No recursion: what is too deep must not exhaust the stack. */
function* nodes(document: unknown): Generator<Node> {
  const waiting: Node[] = [{ pointer: '', depth: 0, value: document }];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    const { pointer, depth, value } = node;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, held] of Object.entries(value)) {
      if (!Array.isArray(value)) yield { pointer, depth, value: name };
      waiting.push({ pointer: pointerTo(pointer, name), depth: depth + 1, value: held });
    }
  }
}
