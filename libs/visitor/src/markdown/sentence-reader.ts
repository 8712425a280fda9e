/** Marks of markdown that are not spoken, and that may be open while a text is still being written. */
const MARKS = /[*_`~[\]|\\#>]/g;
/** A link whose end has not come yet: what stands of it may still turn out to be an address. */
const OPEN_LINK = /\[[^\]]*$|\]\([^)]*$/;
const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * Reads a text aloud while it grows: whole sentences, every word once. It counts words and not characters, because the text
 * behind changes its shape as marks of markdown are closed.
 */
export class SentenceReader {
  private readonly segmenter: Intl.Segmenter;
  private spokenCount = 0;

  constructor(language: string) {
    this.segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  }

  /**
   * The sentences that have ended since the last call.
   *
   * @param text all of it so far, in words: see {@link spokenText}
   * @param isWhole whether nothing more comes
   */
  next(text: string, isWhole: boolean): string[] {
    const sentences = [...this.segmenter.segment(isWhole ? text : text.replace(OPEN_LINK, ''))].map(({ segment }) => wordsOf(segment));
    const ended = isWhole ? sentences : sentences.slice(0, -1);
    let count = 0;
    const fresh = ended.map((words) => {
      const unspoken = words.slice(Math.max(0, this.spokenCount - count));
      count += words.length;
      return unspoken.join(' ');
    });
    this.spokenCount = Math.max(this.spokenCount, count);
    return fresh.filter((sentence) => sentence !== '');
  }
}

function wordsOf(text: string): string[] {
  return text
    .replace(MARKS, ' ')
    .split(/\s+/)
    .filter((word) => HAS_WORD.test(word));
}
