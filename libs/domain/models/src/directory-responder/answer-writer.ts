import { readWords } from './question-language.js';
import type { Question } from './question.js';
import type { RankedSearch } from './ranking.js';
import type { PlannedSearch } from './search-plan.js';
import type { DescribedList, FoundItem } from './tool-results.js';
import { hasStem, holds, namesField, wordsOf } from './words.js';

const SHOWN_MAX = 8;
const DETAILS_MAX = 4;
const VALUE_CHARACTERS_MAX = 400;

const DISCLOSURE = "_I am Salient's directory responder, not a language model: this comes straight from the directories._";

/** The answer to a greeting, or to something that asks for nothing. */
export function writeWelcome(lists: readonly DescribedList[]): string {
  return `Hello! I can look things up for you.\n\n${whatToAsk(lists)}\n\n${DISCLOSURE}`;
}

/** The answer when nothing was found: what there is. */
export function writeNothing(lists: readonly DescribedList[]): string {
  return `I found nothing about that in the directories.\n\n${whatToAsk(lists)}\n\n${DISCLOSURE}`;
}

/** The answer from what the best search has found, as markdown with citations. */
export function writeFound(question: Question, best: RankedSearch): string {
  return `${writeBody(question, best)}\n\n${DISCLOSURE}`;
}

function writeBody(question: Question, best: RankedSearch): string {
  const { results } = best.answered;
  const [first] = results;
  if (!first) return `There is no entry in ${best.planned.reading.list.name} with ${describeFilters(best.planned)}.`;
  return typeof first.data['answer'] === 'string' ? writeAnswers(results) : writeItems(question, best);
}

/** The best answer in full; another one only as a pointer. */
function writeAnswers(results: readonly FoundItem[]): string {
  const [first, second] = results;
  const main = `${String(first!.data['answer'])} [${first!.citation}]`;
  return second ? `${main}\n\nSee also: ${second.name} [${second.citation}]` : main;
}

function writeItems(question: Question, { planned, answered, missed }: RankedSearch): string {
  const { list } = planned.reading;
  const shown = answered.results.slice(0, SHOWN_MAX);
  const by = planned.arguments.filters ? ` (${describeFilters(planned)})` : '';
  const rest = answered.total > shown.length ? `, here are ${shown.length}` : '';
  const vague = answered.matched === 'any' && planned.looksFor.length > 1;
  const without = missed.length > 0 ? ` I did not find ${quoted(missed)} there.` : '';
  const lines = shown.map((item) => writeItem(question, list, item));
  const found = `${answered.total} in ${list.name}${by}${rest}`;
  return `${vague ? `Nothing fits all of that. Some of it fits ${found}` : `I found ${found}`}:${without}\n\n${lines.join('\n')}`;
}

/** What was asked for comes first, then what the list shows by default. */
function writeItem({ text }: Question, list: DescribedList, item: FoundItem): string {
  const { subject: asked, kinds } = readWords(wordsOf(text));
  const wanted = (field: string) => asked.some((word) => namesField(word, field)) || kinds.some((kind) => holds(field, kind));
  const fields = Object.keys(item.data).filter(wanted);
  const details = [...new Set([...fields, ...list.display])].slice(0, Math.max(DETAILS_MAX, fields.length));
  const parts = details.flatMap((field) => describeValue(field, item.data[field], asked));
  const contacts = Object.entries(item.contact).filter(([kind]) => wanted(kind) || kind === 'phone');
  return `- **${item.name}** [${item.citation}]: ${[...parts, ...contacts.map(([kind, value]) => `${label(kind)} ${value}`)].join('; ')}`;
}

function describeValue(field: string, value: unknown, asked: readonly string[]): string[] {
  if (value === null || value === undefined || value === '') return [];
  const text = Array.isArray(value)
    ? describeValues(value.map(String), asked)
    : typeof value === 'boolean'
      ? yesOrNo(value)
      : String(value);
  const cut = text.length > VALUE_CHARACTERS_MAX ? `${text.slice(0, VALUE_CHARACTERS_MAX).toWellFormed()}…` : text;
  return [`${label(field)}: ${cut}`];
}

/** Of lines such as "Sunday 11:00-17:00" only those that were asked for; of single words all. */
function describeValues(values: readonly string[], asked: readonly string[]): string {
  const lines = values.some((value) => /\d/.test(value))
    ? values.filter((value) => wordsOf(value).some((word) => hasStem(asked, word)))
    : [];
  return (lines.length > 0 ? lines : values).join(', ');
}

function whatToAsk(lists: readonly DescribedList[]): string {
  if (lists.length === 0) return 'There are no directories here yet.';
  const lines = lists.map(({ name, entries, purpose }) => `- **${name}** (${entries}): ${purpose}`);
  return `You can ask me about:\n\n${lines.join('\n')}`;
}

function describeFilters({ arguments: { filters = {} } }: PlannedSearch): string {
  return Object.entries(filters)
    .map(([field, values]) => `${label(field)}: ${values.map((value) => (value === 'true' ? 'yes' : value)).join(', ')}`)
    .join('; ');
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function label(field: string): string {
  return field.replaceAll('_', ' ');
}
