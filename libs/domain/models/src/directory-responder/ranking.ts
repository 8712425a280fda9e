import type { PlannedSearch } from './search-plan.js';
import type { AnsweredSearch } from './tool-results.js';
import { hasStem, sameStem, subjectWordsOf, wordsOf } from './words.js';

/** A search with what it found and how well that answers the question. */
export interface RankedSearch {
  readonly planned: PlannedSearch;
  readonly answered: AnsweredSearch;
  /** The share of the question's subject that the best result speaks of, from 0 to 1. */
  readonly coverage: number;
  /** Subject words that the best result does not speak of. */
  readonly missed: readonly string[];
  readonly score: number;
}

/** Half of what was asked has to be in an answer; less would be an answer to something else. */
const COVERAGE_MIN = 0.5;

/** The searches that answer the question, the best first. That nothing fits all of it is an answer too, when all of it was understood. */
export function rankSearches(planned: readonly PlannedSearch[], answered: readonly AnsweredSearch[]): RankedSearch[] {
  return planned
    .flatMap((search, index) => (answered[index] ? [rank(search, answered[index])] : []))
    .filter(({ coverage, answered: { results } }) => coverage >= (results.length > 0 ? COVERAGE_MIN : 1))
    .sort((left, right) => right.score - left.score);
}

function rank(planned: PlannedSearch, answered: AnsweredSearch): RankedSearch {
  const { list, subject, filtering, naming, asking, hints } = planned.reading;
  const results = answered.results.toSorted((left, right) => likeness(subject, right.name) - likeness(subject, left.name));
  const [first] = results;
  const told = first ? wordsOf(JSON.stringify([first.name, first.tags, first.contact, first.data])) : [];
  const understood = [...filtering, ...naming, ...asking, ...(first && answered.matched === 'all' ? planned.looksFor : [])];
  const missed = subject.filter((word) => !understood.includes(word) && !hasStem(told, word));
  const coverage = subject.length === 0 ? 0 : 1 - missed.length / subject.length;
  const field = Math.max(0, ...list.fields.map((name) => likeness(subject, name.replaceAll('_', ' '))));
  const name = first ? likeness(subject, first.name) : 0;
  const route = Math.min(hints + naming.length + asking.length, 3) + (planned.arguments.filters ? 1 : 0);
  // Any of several words is found in much that nobody asked for.
  const vague = answered.matched === 'any' && planned.looksFor.length > 1 ? 1 / 4 : 0;
  const score = coverage + name / 2 + field / 4 + route / 20 - vague;
  return { planned, answered: { ...answered, results }, coverage, missed, score };
}

/** How alike a question and a name are, from 0 to 1: Dice's coefficient of their words (https://doi.org/10.2307/1932409). */
function likeness(subject: readonly string[], name: string): number {
  const named = subjectWordsOf(name);
  const shared = named.filter((word) => subject.some((one) => sameStem(one, word))).length;
  return named.length + subject.length === 0 ? 0 : (2 * shared) / (named.length + subject.length);
}
