import { readWords, type AskedKind } from './question-language.js';

const WORD = /[\p{L}\p{N}]+/gu;
const COMBINING_MARKS = /\p{M}/gu;
const ENDINGS = ['s', 'es', 'ed', 'ing'];

/** What people say for a part of a field's name. */
const SAID_FOR: Readonly<Record<string, readonly string[]>> = {
  hours: `open close closed closing offen offnen offnet geoffnet offnungszeiten schließen schließt geschlossen
    abre abren abierto abierta abiertos cierra cierran cerrado horario horarios`.split(/\s+/),
  phone: 'call number ring telephone reach contact telefon anrufen nummer erreichen telefono llamar numero'.split(' '),
  email: 'mail write reach contact schreiben erreichen correo escribir'.split(' '),
  address: 'located street adresse straße direccion calle'.split(' '),
  price: 'cost cheap expensive preis kostet kosten precio cuesta'.split(' '),
};

/** What the fields are called that hold things of a kind, and the lists that consist of them. */
const HOLDS: Readonly<Record<AskedKind, readonly string[]>> = {
  time: ['hours', 'time', 'date', 'day', 'starts', 'schedule'],
  place: ['address', 'location', 'place', 'room', 'venue', 'floor'],
  price: ['price', 'cost', 'fee'],
  duration: ['duration', 'length'],
  person: ['person', 'people', 'staff', 'professional', 'doctor', 'expert', 'creator', 'author', 'host', 'head'],
};

const KINDS = Object.keys(HOLDS) as readonly AskedKind[];

/** The words of a text in lower case, without accents. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFD').replace(COMBINING_MARKS, '').toLowerCase().match(WORD) ?? [];
}

/** The words of a text that carry a subject, each once. */
export function subjectWordsOf(text: string): readonly string[] {
  return readWords(wordsOf(text)).subject;
}

/** The kinds of things that a text asks for, in whatever way: "How much is …?" and "What does … cost?". */
export function kindsIn(text: string): readonly AskedKind[] {
  const { kinds, subject } = readWords(wordsOf(text));
  const named = KINDS.filter((kind) => HOLDS[kind].some((field) => subject.some((word) => namesField(word, field))));
  return [...kinds, ...named];
}

/** Whether a field or a list of this name is of a kind: `opening_hours` holds times. */
export function holds(name: string, kind: AskedKind): boolean {
  return wordsOf(name.replaceAll('_', ' ')).some((part) => hasStem(HOLDS[kind], part));
}

/** Whether two words are forms of one: `cardiologists` and `cardiology`, `open` and `opening`, but not `neurology` and `neurosurgery`. */
export function sameStem(left: string, right: string): boolean {
  if (left === right) return true;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short.length >= 3 && ENDINGS.some((ending) => short + ending === long)) return true;
  const shared = sharedPrefix(short, long);
  return shared >= 4 && shared / long.length >= 0.6 && long.length - shared <= 4;
}

/** Whether one of `words` is a form of `word`. */
export function hasStem(words: readonly string[], word: string): boolean {
  return words.some((one) => sameStem(one, word));
}

/** Whether a word asks for a field: `opening_hours` is meant by "hours" as by "open". */
export function namesField(word: string, field: string): boolean {
  return wordsOf(field.replaceAll('_', ' ')).some((part) => sameStem(part, word) || hasStem(SAID_FOR[part] ?? [], word));
}

/** Whether every word of `phrase` has its form among `words`; answers the ones that were used, or null. */
export function phraseIn(phrase: string, words: readonly string[]): string[] | null {
  const parts = wordsOf(phrase);
  const used = parts.map((part) => words.find((word) => sameStem(part, word)));
  return parts.length > 0 && used.every((word) => word !== undefined) ? used : null;
}

function sharedPrefix(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
