import type { Question } from './question.js';
import type { DescribedList } from './tool-results.js';
import { isFiller, phraseIn, sameStem, wordsOf } from './words.js';

export interface PlannedSearch {
  readonly list: string;
  readonly query?: string;
  readonly filters?: Record<string, string[]>;
}

/** What a question asks of one list: values that are stored there, and words that are not. */
interface Reading {
  readonly list: DescribedList;
  readonly filters: Record<string, string[]>;
  readonly rest: string[];
  readonly score: number;
}

const SEARCHES_MAX = 6;

/**
 * The searches that answer a question. Words that are stored values of a field become filters; the others are searched as
 * text. Empty when the question asks for nothing: a greeting, only punctuation.
 */
export function planSearches(question: Question, lists: readonly DescribedList[]): PlannedSearch[] {
  const readings = lists.map((list) => readAll(question, list)).sort((left, right) => right.score - left.score);
  const best = readings[0];
  if (!best) return [];
  const filtered = Object.keys(best.filters).length > 0;
  if (!filtered && best.rest.length === 0 && best.score === 0) return [];
  const chosen = filtered ? readings.filter((reading) => reading.score === best.score) : readings;
  return chosen.flatMap((reading) => searchesOf(reading, filtered)).slice(0, SEARCHES_MAX);
}

/** With the rest of the words first; when that finds nothing, the filters alone have the answer. */
function searchesOf({ list, filters, rest }: Reading, filtered: boolean): PlannedSearch[] {
  const query = rest.join(' ');
  if (!filtered) return [{ list: list.list, ...(query ? { query } : {}) }];
  return [...(query ? [{ list: list.list, query, filters }] : []), { list: list.list, filters }];
}

/** Reads the earlier questions first, so that the newest word about a field counts. */
function readAll({ text, earlier, replaces }: Question, list: DescribedList): Reading {
  const before = earlier.map((one) => read(one, list));
  const now = read(text, list);
  const filters: Record<string, string[]> = {};
  for (const [position, reading] of [...before, now].entries()) {
    for (const [field, values] of Object.entries(reading.filters)) {
      const kept = position < before.length || !replaces ? (filters[field] ?? []) : [];
      filters[field] = [...new Set([...kept, ...values])];
    }
  }
  const filtered = Object.keys(filters).length > 0;
  const rest = filtered && earlier.length > 0 ? now.rest : [...new Set([...before.flatMap((reading) => reading.rest), ...now.rest])];
  return { list, filters, rest, score: before.reduce((sum, reading) => sum + reading.score, now.score) };
}

function read(text: string, list: DescribedList): Reading {
  const words = wordsOf(text);
  const filters: Record<string, string[]> = {};
  const used = new Set<string>();
  for (const [field, values] of Object.entries(list.filters)) {
    const found = valuesIn(field, values, words);
    if (found.length === 0) continue;
    filters[field] = found.map((match) => match.value);
    for (const word of found.flatMap((match) => match.used)) used.add(word);
  }
  const named = wordsOf(`${list.list} ${list.name} ${list.entry_type}`);
  const rest = words.filter((word) => !used.has(word) && !isFiller(word) && !named.some((name) => sameStem(name, word)));
  const hints = wordsOf(`${list.purpose} ${list.when_to_use}`);
  const nameScore = words.some((word) => named.some((name) => sameStem(name, word))) ? 3 : 0;
  const hintScore = Math.min(2, words.filter((word) => !isFiller(word) && hints.includes(word)).length);
  return { list, filters, rest: [...new Set(rest)], score: used.size * 4 + nameScore + (used.size > 0 || nameScore > 0 ? hintScore : 0) };
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
  return found.filter(
    (match) => !found.some((other) => other.used.length > match.used.length && match.used.every((word) => other.used.includes(word))),
  );
}
