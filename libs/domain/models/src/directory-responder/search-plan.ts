import type { Question } from './question.js';
import { isAskedOfTheHouse, readQuestion, type Reading } from './reading.js';
import type { DescribedList } from './tool-results.js';

export interface PlannedSearch {
  readonly arguments: { readonly list: string; readonly query?: string; readonly filters?: Readonly<Record<string, readonly string[]>> };
  /** How the question was read for the list. */
  readonly reading: Reading;
  /** The words that the search looks for. */
  readonly looksFor: readonly string[];
}

/** Searches to make at once; those to make when they do not answer the whole question. */
export interface SearchPlan {
  readonly first: readonly PlannedSearch[];
  readonly then: readonly PlannedSearch[];
}

const SEARCHES_MAX = 8;

/** The searches that answer a question. Empty when the question asks for nothing: a greeting, only punctuation. */
export function planSearches(question: Question, lists: readonly DescribedList[]): SearchPlan {
  const readings = lists.map((list) => readQuestion(question, list)).sort((left, right) => likelihood(right) - likelihood(left));
  const first = readings.filter((reading) => reading.subject.length > 0 || isAskedOfTheHouse(reading)).map(precise);
  const made = new Set(first.map(keyOf));
  const understood = readings.filter((reading) => reading.rest.length > 0);
  const then = BROADER.flatMap((broader) => understood.map(broader)).filter((search) => isNew(search, made));
  return { first: first.slice(0, SEARCHES_MAX), then: then.slice(0, SEARCHES_MAX) };
}

/** Everything that was understood: stored values as filters, other words as text. */
function precise(reading: Reading): PlannedSearch {
  return search(reading, reading.filters, reading.rest);
}

/** The ways to ask for less, the closest to the question first. */
const BROADER: readonly ((reading: Reading) => PlannedSearch)[] = [
  // What seemed to name the list or a field may be part of a phrase that is looked for.
  (reading) => search(reading, reading.filters, without(reading.subject, reading.filtering)),
  // What seemed to be a stored value may be a word of the text.
  (reading) => search(reading, {}, reading.subject),
  (reading) => search(reading, reading.filters, []),
];

function search(reading: Reading, filters: Reading['filters'], looksFor: readonly string[]): PlannedSearch {
  const filtered = Object.keys(filters).length > 0;
  const query = looksFor.length > 0 ? { query: looksFor.join(' ') } : {};
  return { arguments: { list: reading.list.list, ...query, ...(filtered ? { filters } : {}) }, reading, looksFor };
}

function likelihood({ filtering, naming, asking, hints }: Reading): number {
  return filtering.length * 4 + naming.length * 3 + asking.length * 2 + hints;
}

function without(words: readonly string[], some: readonly string[]): string[] {
  return words.filter((word) => !some.includes(word));
}

function keyOf(planned: PlannedSearch): string {
  return JSON.stringify(planned.arguments);
}

/** Whether a search was not made yet; then it counts as made. A search for nothing at all is never new. */
function isNew(planned: PlannedSearch, made: Set<string>): boolean {
  const key = keyOf(planned);
  const { query, filters } = planned.arguments;
  return (query !== undefined || filters !== undefined) && !made.has(key) && made.add(key) !== undefined;
}
