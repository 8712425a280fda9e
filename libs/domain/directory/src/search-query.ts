const LATIN_ACCENTS = /(\p{Script=Latin})\p{M}+/gu;
/** All of ASCII but NUL, which PostgreSQL's text does not hold. */
const ASCII = /^[\u0001-\u007f]*$/;
/** What {@link WORD} finds in lower-case ASCII, without a look at the tables of Unicode. */
const ASCII_WORD = /[a-z0-9]+/g;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const WORDS_MAX = 24;
/** PostgreSQL refuses a word of more than 2,046 bytes. */
const WORD_CHARACTERS_MAX = 200;
/** Shorter words of ASCII letters are not taken as the beginning of others: "a" would find nearly everything. */
const PREFIX_CHARACTERS_MIN = 3;

/**
 * A text as it is indexed and looked for: lower case, Latin letters without accents. Done here and not by PostgreSQL, whose
 * `lower` depends on the locale of the database. Other scripts keep their marks, which their languages' stemmers need.
 */
export function plainText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase(); // most texts, and five times as fast
  return text.toLowerCase().normalize('NFD').replace(LATIN_ACCENTS, '$1').normalize('NFC').toWellFormed().replaceAll('\u0000', ' ');
}

/** The words of a text: nothing but letters, digits and marks is left, so they are safe in a tsquery. */
export function plainWords(text: string): string[] {
  return wordsOf(plainText(text));
}

/** {@link plainWords} of a text that is plain already. */
export function wordsOf(plain: string): string[] {
  const words: string[] = plain.match(ASCII.test(plain) ? ASCII_WORD : WORD) ?? [];
  return words.some(isTooLong) ? words.map((word) => [...word].slice(0, WORD_CHARACTERS_MAX).join('')) : words;
}

function isTooLong(word: string): boolean {
  return word.length > WORD_CHARACTERS_MAX;
}

/**
 * The text of a tsquery (https://www.postgresql.org/docs/18/datatype-textsearch.html) for a question: each word as a
 * prefix, or any phrase that means the same.
 *
 * @param operator `&` to find entries with all words, `|` for entries with any
 * @returns null when the question has no word
 */
export function tsqueryOf(question: string, synonyms: readonly (readonly string[])[], operator: '&' | '|'): string | null {
  const words = plainWords(question).slice(0, WORDS_MAX);
  if (words.length === 0) return null;
  const groups = synonyms.map((group) => group.map(plainWords).filter((phrase) => phrase.length > 0));
  const parts: string[] = [];
  for (let at = 0; at < words.length;) {
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
  const terms = phrase.map((word) => (beginsOthers(word) ? `'${word}':*` : `'${word}'`));
  return terms.length > 1 ? `(${terms.join(' & ')})` : terms[0]!;
}

function beginsOthers(word: string): boolean {
  return word.length >= PREFIX_CHARACTERS_MIN || /[^a-z]/.test(word);
}

/** Equal but for a plural ending. */
function sameWord(given: string | undefined, known: string): boolean {
  return given !== undefined && (given === known || given === `${known}s` || given === `${known}es`);
}
