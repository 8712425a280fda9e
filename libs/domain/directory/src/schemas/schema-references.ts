import type { InputFault } from '@salient/contracts';
import { isObject, pointerTo } from './json-pointer.js';
import { subschemas } from './schema-walk.js';

/** Schemas that checking one entry may have to look at, references followed. */
const EXPANDED_MAX = 5_000;

/**
 * What is wrong with the references of a schema. They stay inside the document, so that nothing is ever fetched, and do not
 * come back to themselves, so that checking an entry takes a bounded time.
 */
export function faultsOfReferences(root: Readonly<Record<string, unknown>>): InputFault[] {
  const faults: InputFault[] = [];
  for (const { pointer, schema } of subschemas(root)) {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') continue;
    const at = pointerTo(pointer, '$ref');
    if (!/^#(\/|$)/.test(reference))
      faults.push({ pointer: at, code: 'remote_ref', detail: 'must stay inside the schema, such as #/$defs/address: nothing is fetched' });
    else if (targetOf(root, reference) === undefined)
      faults.push({ pointer: at, code: 'unknown_ref', detail: 'leads to nothing in this schema' });
  }
  return faults.length > 0 ? faults : faultsOfExpansion(root);
}

function faultsOfExpansion(root: Readonly<Record<string, unknown>>): InputFault[] {
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  const sizeOf = (schema: Readonly<Record<string, unknown>>): number => {
    const known = sizes.get(schema);
    if (known !== undefined) return known;
    if (open.has(schema)) return Infinity;
    open.add(schema);
    let size = 0;
    for (const inner of subschemas(schema)) {
      const reference = inner.schema['$ref'];
      const target = typeof reference === 'string' ? targetOf(root, reference) : undefined;
      size += 1 + (isObject(target) ? sizeOf(target) : 0);
    }
    open.delete(schema);
    sizes.set(schema, size);
    return size;
  };
  const size = sizeOf(root);
  if (size === Infinity) return [{ pointer: '', code: 'recursive_ref', detail: 'must not refer to itself, not even by way of others' }];
  if (size <= EXPANDED_MAX) return [];
  return [{ pointer: '', code: 'too_complex', detail: `must have at most ${EXPANDED_MAX} schemas once its references are followed` }];
}

function targetOf(root: unknown, reference: string): unknown {
  let found: unknown = root;
  for (const part of reference.split('/').slice(1)) {
    const name = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, name) ? (found as Record<string, unknown>)[name] : undefined;
  }
  return typeof found === 'boolean' || isObject(found) ? found : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
