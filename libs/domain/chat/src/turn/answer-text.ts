/**
 * The answer's text as it grows. It only ever holds what PostgreSQL can store and UTF-8 can carry: a high surrogate waits
 * for its other half, a half without the other becomes U+FFFD, and so does NUL.
 */
export class AnswerText {
  private text = '';
  private held = '';

  get value(): string {
    return this.text;
  }

  get length(): number {
    return this.text.length;
  }

  append(chunk: string): void {
    const whole = this.held + chunk;
    const last = whole.charCodeAt(whole.length - 1);
    const cut = last >= 0xd800 && last <= 0xdbff ? whole.length - 1 : whole.length;
    this.held = whole.slice(cut);
    this.text += clean(whole.slice(0, cut));
  }

  /** No more text comes: what was held back is not going to be completed. */
  end(): void {
    this.text += clean(this.held);
    this.held = '';
  }
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd');
}

/** The nearest cursor at or before `offset` that lies within the text and not inside a surrogate pair. */
export function cursorWithin(text: string, offset: number): number {
  const at = Math.min(offset, text.length);
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const splitsPair = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return splitsPair ? at - 1 : at;
}
