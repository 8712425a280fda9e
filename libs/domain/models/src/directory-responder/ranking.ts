import type { AskedKind } from './question-language.js';
import type { Question } from './question.js';
import { consistsOf, isAskedOfTheHouse, type Reading } from './reading.js';
import type { PlannedSearch } from './search-plan.js';
import type { AnsweredSearch, FoundItem } from './tool-results.js';
import { hasStem, holds, kindsIn, namesField, sameStem, subjectWordsOf, wordsOf } from './words.js';

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
/** What it counts, beside the likeness of names, that an entry asks for the same kind of thing as the question. */
const SAME_QUESTION = 1 / 8;

/** The searches that answer the question, the best first. That nothing fits all of it is an answer too, when all of it was understood. */
export function rankSearches(question: Question, planned: readonly PlannedSearch[], answered: readonly AnsweredSearch[]): RankedSearch[] {
  const asked = kindsIn(question.text);
  return planned
    .flatMap((search, index) => (answered[index] ? [rank(search, answered[index], asked)] : []))
    .filter(({ coverage, answered: { results } }) => coverage >= (results.length > 0 ? COVERAGE_MIN : 1))
    .sort((left, right) => right.score - left.score);
}

function rank(planned: PlannedSearch, answered: AnsweredSearch, asked: readonly AskedKind[]): RankedSearch {
  const { reading } = planned;
  const { list, subject, filtering, naming, asking, hints } = reading;
  const fitness = new Map(
    answered.results.map((item) => [item, likeness(subject, item.name) + (asksTheSame(item, asked) ? SAME_QUESTION : 0)]),
  );
  const results = answered.results.toSorted((left, right) => fitness.get(right)! - fitness.get(left)!);
  const [first] = results;
  const told = first ? wordsOf(JSON.stringify([first.name, first.tags, first.contact, first.data])) : [];
  const understood = [...filtering, ...naming, ...asking, ...(first && answered.matched === 'all' ? planned.looksFor : [])];
  const missed = subject.filter((word) => !understood.includes(word) && !hasStem(told, word));
  // Without a subject only lists of what is asked for were looked at, so that whatever was found is an answer.
  const coverage = subject.length === 0 ? 1 : 1 - missed.length / subject.length;
  const field = Math.max(0, ...list.fields.map((name) => likeness(subject, name.replaceAll('_', ' '))));
  const name = first ? likeness(subject, first.name) : 0;
  const kind = isOfWhatIsAskedFor(reading) ? 1 : 0;
  const held = first && (asksTheSame(first, asked) || holdsWhatIsAskedFor(first, reading)) ? 1 : 0;
  const route = Math.min(hints + naming.length + asking.length, 3) + (planned.arguments.filters ? 1 : 0);
  // Any of several words is found in much that nobody asked for.
  const vague = answered.matched === 'any' && planned.looksFor.length > 1 ? 1 / 4 : 0;
  const score = coverage + name / 2 + field / 4 + kind / 4 + held / 8 + route / 20 - vague;
  return { planned, answered: { ...answered, results }, coverage, missed, score };
}

/** Whether the list consists of the things that are asked for. */
function isOfWhatIsAskedFor(reading: Reading): boolean {
  return isAskedOfTheHouse(reading) || reading.kinds.some((kind) => consistsOf(reading.list, kind));
}

/** Whether an entry is a question itself that asks for a thing of the same kind. */
function asksTheSame({ data }: FoundItem, asked: readonly AskedKind[]): boolean {
  const { question } = data;
  return typeof question === 'string' && kindsIn(question).some((kind) => asked.includes(kind));
}

/** Whether an entry has a value where the question points. */
function holdsWhatIsAskedFor({ data, contact }: FoundItem, { subject, kinds }: Reading): boolean {
  const fields = Object.entries({ ...contact, ...data }).flatMap(([field, value]) => (value === null || value === '' ? [] : [field]));
  return fields.some((field) => subject.some((word) => namesField(word, field)) || kinds.some((kind) => holds(field, kind)));
}

/** How alike a question and a name are, from 0 to 1: Dice's coefficient of their words (https://doi.org/10.2307/1932409). */
function likeness(subject: readonly string[], name: string): number {
  const named = subjectWordsOf(name);
  const shared = named.filter((word) => subject.some((one) => sameStem(one, word))).length;
  return named.length + subject.length === 0 ? 0 : (2 * shared) / (named.length + subject.length);
}
