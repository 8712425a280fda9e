import type { InputFault } from '@salient/contracts';
import { isDeepStrictEqual } from 'node:util';
import { isObject, pointerTo } from './json-pointer.js';

type FieldSchema = Readonly<Record<string, unknown>>;

const LABELS = ['title', 'description', 'examples', '$comment', 'default', 'deprecated'];
/** Bounds, and whether the stricter one is the larger. */
const BOUNDS: Readonly<Record<string, 'larger' | 'smaller'>> = {
  minimum: 'larger',
  exclusiveMinimum: 'larger',
  minLength: 'larger',
  minItems: 'larger',
  minContains: 'larger',
  minProperties: 'larger',
  maximum: 'smaller',
  exclusiveMaximum: 'smaller',
  maxLength: 'smaller',
  maxItems: 'smaller',
  maxContains: 'smaller',
  maxProperties: 'smaller',
};
/** Rules that can be set where there is none: two of them cannot be compared. */
const SETTABLE = ['pattern', 'format', 'const', 'multipleOf'];

/**
 * A field of the platform's as an account wants it: labels are replaced, rules may only become stricter.
 *
 * @param faults gets what would loosen a rule, by places in the overlay
 */
export function tightened(base: FieldSchema, over: FieldSchema, pointer: string, faults: InputFault[]): FieldSchema {
  const merged: Record<string, unknown> = { ...base };
  for (const [keyword, value] of Object.entries(over)) {
    const at = pointerTo(pointer, keyword);
    const refusal = LABELS.includes(keyword) || isDeepStrictEqual(base[keyword], value) ? null : refusalOf(keyword, base[keyword], value);
    const inner = base['items'];
    if (keyword === 'items' && isObject(inner) && isObject(value)) merged['items'] = tightened(inner, value, at, faults);
    else if (refusal === null) merged[keyword] = value;
    else faults.push({ pointer: at, code: 'loosens', detail: refusal });
  }
  return merged;
}

/** Why a rule cannot be laid over another; null when it is as strict or stricter. */
function refusalOf(keyword: string, base: unknown, over: unknown): string | null {
  const stricter = BOUNDS[keyword];
  if (stricter) {
    if (typeof over !== 'number') return 'must be a number';
    if (typeof base !== 'number') return null;
    return (stricter === 'larger' ? over >= base : over <= base)
      ? null
      : `must not be ${stricter === 'larger' ? 'less' : 'more'} than ${base}`;
  }
  if (keyword === 'enum') return refusalOfEnum(base, over);
  if (keyword === 'uniqueItems') return over === true ? null : 'must be true';
  if (SETTABLE.includes(keyword)) return base === undefined ? null : 'is set by the platform, and cannot be another';
  return 'cannot be changed for a field of the platform: labels can, and rules can become stricter';
}

function refusalOfEnum(base: unknown, over: unknown): string | null {
  if (!Array.isArray(over)) return 'must be a list of values';
  if (!Array.isArray(base)) return null;
  const added = (over as unknown[]).filter((value) => !base.some((known) => isDeepStrictEqual(known, value)));
  return added.length === 0 ? null : 'must hold only values that the platform allows';
}
