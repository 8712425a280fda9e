const WORD = /[\p{L}\p{N}]+/gu;
const COMBINING_MARKS = /\p{M}/gu;

/** Words that carry no subject of their own: what is left of a question is what to search for. */
const FILLERS = new Set(
  `a about all also am an and any anyone are at available be been book both but by can could did do does find for from get give got had has have
  having hello help hey hi how i if in into is it its know let list like looking many may me more most much my need no not of on one ones only or other our out
  please recommend say see show so some someone somebody speak speaks speaking spoken tell than thank thanks that the their them then there these they thing this those to too
  us want was we were what whats when where which who whom whose why will with work works working would you your`.split(/\s+/),
);

/** The words of a text in lower case, without accents. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFD').replace(COMBINING_MARKS, '').toLowerCase().match(WORD) ?? [];
}

export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** Whether two words are forms of one: `cardiologists` and `cardiology`, `mysteries` and `mystery`, but not `neurology` and `neurosurgery`. */
export function sameStem(left: string, right: string): boolean {
  if (left === right) return true;
  const longer = Math.max(left.length, right.length);
  const shared = sharedPrefix(left, right);
  return shared >= 4 && shared / longer >= 0.6 && longer - shared <= 4;
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
