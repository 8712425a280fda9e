const WORD = /[\p{L}\p{N}]+/gu;
const WORDS_MAX = 24;

/** The words of a question, in lower case. Nothing but letters and digits is left, so they are safe in a tsquery. */
export function wordsOf(text: string): string[] {
  return (text.normalize('NFC').toLowerCase().match(WORD) ?? []).slice(0, WORDS_MAX);
}

/**
 * The text of a tsquery (https://www.postgresql.org/docs/18/datatype-textsearch.html) for a question: each word as a
 * prefix, or any phrase that means the same.
 *
 * @param operator `&` to find entries with all words, `|` for entries with any
 * @returns null when the question has no word
 */
export function tsqueryOf(question: string, synonyms: readonly (readonly string[])[], operator: '&' | '|'): string | null {
  const words = wordsOf(question);
  if (words.length === 0) return null;
  const groups = synonyms.map((group) => group.map(wordsOf).filter((phrase) => phrase.length > 0));
  const parts: string[] = [];
  for (let at = 0; at < words.length; ) {
    const { taken, alternatives } = phraseAt(words, at, groups);
    parts.push(alternatives.length > 1 ? `(${alternatives.join(' | ')})` : alternatives[0]!);
    at += taken;
  }
  return parts.join(` ${operator} `);
}

/** The longest known phrase that begins here, with its synonyms; otherwise the word alone. */
function phraseAt(words: readonly string[], at: number, groups: readonly string[][][]): { taken: number; alternatives: string[] } {
  let taken = 1;
  let found: string[][] = [];
  for (const group of groups) {
    for (const phrase of group) {
      if (phrase.length < taken || !phrase.every((word, index) => sameWord(words[at + index], word))) continue;
      if (phrase.length > taken || found.length === 0) found = group;
      taken = phrase.length;
    }
  }
  const written = words.slice(at, at + taken);
  return { taken, alternatives: [...new Set([written, ...found].map(conjunction))] };
}

function conjunction(phrase: readonly string[]): string {
  const terms = phrase.map((word) => `'${word}':*`);
  return terms.length > 1 ? `(${terms.join(' & ')})` : terms[0]!;
}

/** Equal but for a plural ending. */
function sameWord(given: string | undefined, known: string): boolean {
  return given !== undefined && (given === known || given === `${known}s` || given === `${known}es`);
}
