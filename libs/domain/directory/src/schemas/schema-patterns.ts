import type { InputFault } from '@salient/contracts';
import { isSafePattern } from 'redos-detector';
import { pointerTo, isObject } from './json-pointer.js';
import { subschemas } from './schema-walk.js';

const PATTERN_CHARACTERS_MAX = 300;
const PATTERNS_MAX = 60;
/** Enough for what people write to check a value, and so few that looking at a hostile one takes no time worth naming. */
const JUDGEMENT = { unicode: true, maxScore: 200, maxSteps: 300, timeout: Infinity } as const;

/** Regular expressions that are none, or that some text keeps busy for a time without end (catastrophic backtracking). */
export function faultsOfPatterns(root: Readonly<Record<string, unknown>>): InputFault[] {
  const patterns = [...patternsOf(root)];
  if (patterns.length > PATTERNS_MAX)
    return [{ pointer: patterns[PATTERNS_MAX]!.pointer, code: 'too_large', detail: `must have at most ${PATTERNS_MAX} patterns` }];
  return patterns.flatMap(({ pointer, pattern }) => {
    const fault = faultOf(pattern);
    return fault ? [{ pointer, ...fault }] : [];
  });
}

function* patternsOf(root: Readonly<Record<string, unknown>>): Generator<{ pointer: string; pattern: string }> {
  for (const { pointer, schema } of subschemas(root)) {
    const { pattern, patternProperties } = schema;
    if (typeof pattern === 'string') yield { pointer: pointerTo(pointer, 'pattern'), pattern };
    if (!isObject(patternProperties)) continue;
    for (const name of Object.keys(patternProperties)) yield { pointer: pointerTo(pointer, 'patternProperties', name), pattern: name };
  }
}

function faultOf(pattern: string): { readonly code: string; readonly detail: string } | null {
  if (pattern.length > PATTERN_CHARACTERS_MAX)
    return { code: 'too_large', detail: `must have at most ${PATTERN_CHARACTERS_MAX} characters` };
  try {
    new RegExp(pattern, 'u');
  } catch {
    return { code: 'invalid_pattern', detail: 'is not a regular expression of ECMAScript' };
  }
  return isSafe(pattern)
    ? null
    : { code: 'catastrophic_pattern', detail: 'can take very long on some texts: avoid repetitions that overlap, or use format' };
}

/** One that cannot be judged is not trusted. */
function isSafe(pattern: string): boolean {
  try {
    return isSafePattern(pattern, JUDGEMENT).safe;
  } catch {
    return false;
  }
}
