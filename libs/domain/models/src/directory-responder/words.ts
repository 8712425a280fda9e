const WORD = /[\p{L}\p{N}]+/gu;
const COMBINING_MARKS = /\p{M}/gu;
const ENDINGS = ['s', 'es', 'ed', 'ing'];

/** Words that carry no subject of their own: what is left of a question is what to search for. */
const FILLERS = new Set(
  `a about all also am an and any anyone are at available be been both but by can could did do does dr find for from get give got had has have
  having hello help hey hi how i if in into is it its know let like list looking many may me more most much my need no not of offer on one ones only or other our out
  please recommend say see sell show so some someone somebody speak speaks speaking spoken tell than thank thanks that the their them then there these they thing this those to too treat treats treated
  us want was we were what whats when where which who whom whose why will with work works working would you your`.split(/\s+/),
);

/** What people say for a part of a field's name. */
const SAID_FOR: Readonly<Record<string, readonly string[]>> = {
  hours: ['open', 'close', 'closed', 'closing'],
  phone: ['call', 'number', 'ring', 'telephone'],
  email: ['mail', 'write'],
  address: ['located', 'street'],
  price: ['cost', 'cheap', 'expensive'],
};

/** The words of a text in lower case, without accents. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFD').replace(COMBINING_MARKS, '').toLowerCase().match(WORD) ?? [];
}

/** The words of a text that carry a subject, each once. */
export function subjectWordsOf(text: string): string[] {
  return [...new Set(wordsOf(text))].filter((word) => !FILLERS.has(word));
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
