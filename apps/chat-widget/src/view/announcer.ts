import { h } from './dom.js';

const LINES_KEPT = 6;

/** Speaks to screen readers: an answer sentence by sentence as it is written, never a word twice. */
export class Announcer {
  readonly element = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite', 'aria-relevant': 'additions' });
  private readonly segmenter: Intl.Segmenter;
  private spokenLength = 0;

  constructor(language: string) {
    this.segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  }

  say(text: string): void {
    if (text.trim() === '') return;
    this.element.append(h('p', {}, text.trim()));
    while (this.element.childElementCount > LINES_KEPT) this.element.firstElementChild!.remove();
  }

  /** A new answer begins. */
  begin(): void {
    this.spokenLength = 0;
  }

  /**
   * @param text the answer so far, in words
   * @param isWhole whether its last sentence has ended
   */
  follow(text: string, isWhole: boolean): void {
    const sentences = [...this.segmenter.segment(text.slice(this.spokenLength))];
    for (const { segment } of isWhole ? sentences : sentences.slice(0, -1)) {
      this.spokenLength += segment.length;
      this.say(segment);
    }
  }
}
