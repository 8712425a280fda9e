import { SentenceReader } from '@salient/visitor';
import { h } from './dom.js';

const LINES_KEPT = 6;

/** Speaks to screen readers: an answer sentence by sentence as it is written, never a word twice. */
export class Announcer {
  readonly element = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite', 'aria-relevant': 'additions' });
  private reader: SentenceReader;

  constructor(private readonly language: string) {
    this.reader = new SentenceReader(language);
  }

  say(text: string): void {
    if (text.trim() === '') return;
    this.element.append(h('p', {}, text.trim()));
    while (this.element.childElementCount > LINES_KEPT) this.element.firstElementChild!.remove();
  }

  /** A new answer begins. */
  begin(): void {
    this.reader = new SentenceReader(this.language);
  }

  /**
   * @param text the answer so far, in words
   * @param isWhole whether its last sentence has ended
   */
  follow(text: string, isWhole: boolean): void {
    for (const sentence of this.reader.next(text, isWhole)) this.say(sentence);
  }
}
