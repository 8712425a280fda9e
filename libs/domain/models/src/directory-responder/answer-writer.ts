import type { Question } from './question.js';
import type { AnsweredSearch, DescribedList, FoundItem } from './tool-results.js';
import { isFiller, sameStem, wordsOf } from './words.js';

const SHOWN_MAX = 8;
const DETAILS_MAX = 4;
const VALUE_CHARACTERS_MAX = 400;

const DISCLOSURE = "_I am Salient's directory responder, not a language model: this comes straight from the directories._";

/** The answer to a question from what the searches have found, as markdown. */
export function writeAnswer(question: Question, lists: readonly DescribedList[], searches: readonly AnsweredSearch[]): string {
  const best = bestSearch(question, searches);
  const list = best && lists.find((one) => one.list === best.list);
  const body = best && list ? writeFound(question, list, best) : writeNothing(lists);
  return `${body}\n\n${DISCLOSURE}`;
}

/** The answer to a greeting, or to something that asks for nothing. */
export function writeWelcome(lists: readonly DescribedList[]): string {
  return `Hello! I can look things up for you.\n\n${whatToAsk(lists)}\n\n${DISCLOSURE}`;
}

function writeNothing(lists: readonly DescribedList[]): string {
  return `I found nothing about that in the directories.\n\n${whatToAsk(lists)}`;
}

function whatToAsk(lists: readonly DescribedList[]): string {
  if (lists.length === 0) return 'There are no directories here yet.';
  const lines = lists.map(({ name, entries, purpose }) => `- **${name}** (${entries}): ${purpose}`);
  return `You can ask me about:\n\n${lines.join('\n')}`;
}

/** Searches by filters answer what was asked; among searches by words the one whose first results say most of the words. */
function bestSearch(question: Question, searches: readonly AnsweredSearch[]): AnsweredSearch | undefined {
  const found = searches.filter((search) => search.results.length > 0 && (search.matched === 'all' || covers(question, search) >= 0.5));
  const filtered = found.filter((search) => Object.keys(search.filters).length > 0);
  const pool = filtered.length > 0 ? filtered : found;
  return pool.toSorted((left, right) => covers(question, right) - covers(question, left))[0];
}

/** The share of the question's own words that the best result says, and a little for how often its name says them. */
function covers({ text, earlier }: Question, { results }: AnsweredSearch): number {
  const asked = [...new Set(wordsOf([...earlier, text].join(' ')))].filter((word) => !isFiller(word));
  const [first] = results;
  if (!first || asked.length === 0) return 0;
  const all = wordsOf(JSON.stringify([first.name, first.tags, first.contact, first.data]));
  const name = wordsOf(first.name);
  const share = (words: readonly string[]) => asked.filter((word) => words.some((one) => sameStem(one, word))).length / asked.length;
  return share(all) + share(name) / 4;
}

function writeFound(question: Question, list: DescribedList, search: AnsweredSearch): string {
  const [first] = search.results;
  if (first && typeof first.data['answer'] === 'string') return writeFaq(search.results);
  const by = Object.entries(search.filters).map(([field, values]) => `${label(field)}: ${values.join(', ')}`);
  const shown = search.results.slice(0, SHOWN_MAX);
  const count = `I found ${search.total} in ${list.name}${by.length > 0 ? ` (${by.join('; ')})` : ''}`;
  const rest = search.total > shown.length ? `, here are ${shown.length}` : '';
  return `${count}${rest}:\n\n${shown.map((item) => writeItem(question, list, item)).join('\n')}`;
}

/** The best answer in full; another one only as a pointer. */
function writeFaq(results: readonly FoundItem[]): string {
  const [first, second] = results;
  const main = `${String(first!.data['answer'])} [${first!.citation}]`;
  return second ? `${main}\n\nSee also: ${second.name} [${second.citation}]` : main;
}

function writeItem({ text }: Question, list: DescribedList, item: FoundItem): string {
  const asked = wordsOf(text);
  const wanted = (field: string) => wordsOf(field.replaceAll('_', ' ')).some((part) => asked.some((word) => sameStem(part, word)));
  const fields = Object.keys(item.data).filter(wanted);
  const details = [...new Set([...fields, ...list.display])].slice(0, Math.max(DETAILS_MAX, fields.length));
  const parts = details.flatMap((field) => describe(field, item.data[field]));
  const contacts = Object.entries(item.contact).filter(
    ([kind]) => wanted(kind) || kind === 'phone' || (kind === 'phone' && asked.includes('call')),
  );
  return `- **${item.name}** [${item.citation}]: ${[...parts, ...contacts.map(([kind, value]) => `${label(kind)} ${value}`)].join('; ')}`;
}

function describe(field: string, value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  const cut = text.length > VALUE_CHARACTERS_MAX ? `${text.slice(0, VALUE_CHARACTERS_MAX).toWellFormed()}…` : text;
  return [`${label(field)}: ${cut}`];
}

function label(field: string): string {
  return field.replaceAll('_', ' ');
}
