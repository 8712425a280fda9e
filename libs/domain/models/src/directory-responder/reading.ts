import type { Question } from './question.js';
import type { DescribedList } from './tool-results.js';
import { readWords, type AskedKind } from './question-language.js';
import { hasStem, holds, namesField, phraseIn, wordsOf } from './words.js';

/** How the words of a question are meant when they are asked of one list. */
export interface Reading {
  readonly list: DescribedList;
  /** Words that carry a subject. */
  readonly subject: readonly string[];
  /** Stored values that the words name, by field. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** The subject words that became filters. */
  readonly filtering: readonly string[];
  /** The subject words that name the list itself: "doctors". */
  readonly naming: readonly string[];
  /** The subject words that name one of its fields: "open" for opening hours. */
  readonly asking: readonly string[];
  /** The others: what has to be searched for. */
  readonly rest: readonly string[];
  /** How much the list's description speaks for it. */
  readonly hints: number;
  /** The kinds of things that the question asks for. */
  readonly kinds: readonly AskedKind[];
}

const CONTACTS = ['phone', 'email', 'address', 'url'];

/** Reads the earlier questions too when the question leans on them; the newest word about a field counts. */
export function readQuestion({ text, earlier, replaces }: Question, list: DescribedList): Reading {
  const now = readText(text, list);
  if (earlier.length === 0) return now;
  const before = earlier.map((one) => readText(one, list)).reduce((left, right) => merge(left, right, false));
  const merged = merge(before, now, replaces);
  // What was searched for earlier matters only while no stored value narrows the list.
  return Object.keys(merged.filters).length > 0 ? { ...merged, rest: now.rest, subject: [...merged.filtering, ...now.subject] } : merged;
}

/**
 * Whether a question that names nothing but what it wants to know is one for this list: "When are you open?", "Where are you?" are asked of
 * the account itself, whose places stand for it.
 */
export function isAskedOfTheHouse({ list, kinds, asking, naming, filtering, rest }: Reading): boolean {
  const namesNothing = naming.length + filtering.length + rest.length === 0;
  return namesNothing && (asking.length > 0 || kinds.includes('place')) && consistsOf(list, 'place');
}

/** Whether a list is one of the things that are asked for: of places, of people. */
export function consistsOf(list: DescribedList, kind: AskedKind): boolean {
  return holds(`${list.list} ${list.name} ${list.entry_type}`, kind);
}

function merge(before: Reading, now: Reading, replaces: boolean): Reading {
  const filters: Record<string, readonly string[]> = { ...before.filters };
  for (const [field, values] of Object.entries(now.filters)) filters[field] = union(replaces ? [] : (filters[field] ?? []), values);
  return {
    list: now.list,
    filters,
    subject: union(before.subject, now.subject),
    filtering: union(before.filtering, now.filtering),
    naming: union(before.naming, now.naming),
    asking: union(before.asking, now.asking),
    rest: union(before.rest, now.rest),
    hints: before.hints + now.hints,
    kinds: [...new Set([...before.kinds, ...now.kinds])],
  };
}

function readText(text: string, list: DescribedList): Reading {
  const words = wordsOf(text);
  const { subject, kinds } = readWords(words);
  const { filters, used } = filtersIn(list, words);
  const names = wordsOf(`${list.list} ${list.name} ${list.entry_type.replaceAll('_', ' ')}`);
  const fields = [...list.fields, ...CONTACTS];
  const filtering = subject.filter((word) => used.has(word));
  const naming = subject.filter((word) => !used.has(word) && hasStem(names, word));
  const asking = subject.filter((word) => !used.has(word) && !naming.includes(word) && fields.some((field) => namesField(word, field)));
  const rest = subject.filter((word) => ![...filtering, ...naming, ...asking].includes(word));
  const described = wordsOf(`${list.purpose} ${list.when_to_use}`);
  const hints = subject.filter((word) => hasStem(described, word)).length;
  return { list, subject, filters, filtering, naming, asking, rest, hints, kinds };
}

function filtersIn(list: DescribedList, words: readonly string[]): { filters: Record<string, string[]>; used: Set<string> } {
  const filters: Record<string, string[]> = {};
  const used = new Set<string>();
  for (const [field, values] of Object.entries(list.filters)) {
    const found = valuesIn(field, values, words);
    if (found.length === 0) continue;
    filters[field] = found.map((match) => match.value);
    for (const word of found.flatMap((match) => match.used)) used.add(word);
  }
  return { filters, used };
}

/** The stored values that the words name: the longest ones, so that "North Harbor" is not also "Harbor". */
function valuesIn(field: string, values: readonly string[], words: readonly string[]): { value: string; used: string[] }[] {
  if (values.every((value) => value === 'true' || value === 'false')) {
    const used = values.includes('true') ? phraseIn(field.replaceAll('_', ' '), words) : null;
    return used ? [{ value: 'true', used }] : [];
  }
  const found = values.flatMap((value) => {
    const used = /\p{L}/u.test(value) ? phraseIn(value, words) : null;
    return used ? [{ value, used }] : [];
  });
  return found.filter((match) => !found.some((other) => other.used.length > match.used.length && includesAll(other.used, match.used)));
}

function includesAll(words: readonly string[], some: readonly string[]): boolean {
  return some.every((word) => words.includes(word));
}

function union(left: readonly string[], right: readonly string[]): string[] {
  return [...left, ...right.filter((word) => !left.includes(word))];
}
