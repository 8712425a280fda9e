import fc from 'fast-check';
import { markdownTree } from './markdown-tree.js';
import { SentenceReader } from './sentence-reader.js';
import { spokenText } from './spoken-text.js';

/** Everything that is said while a text comes in the given pieces. */
function listen(pieces: readonly string[]): string[] {
  const reader = new SentenceReader('en');
  let text = '';
  const said = pieces.flatMap((piece) => {
    text += piece;
    return reader.next(spokenText(markdownTree(text)), false);
  });
  return [...said, ...reader.next(spokenText(markdownTree(text)), true)];
}

const wordsOf = (texts: readonly string[]) => texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];

describe('An answer that is read aloud while it is written', () => {
  it('is said sentence by sentence, as soon as one has ended', () => {
    const reader = new SentenceReader('en');
    expect(reader.next('We open at nine. We cl', false)).toEqual(['We open at nine.']);
    expect(reader.next('We open at nine. We close at five. And', false)).toEqual(['We close at five.']);
    expect(reader.next('We open at nine. We close at five. And on Sunday', true)).toEqual(['And on Sunday']);
  });

  it('says every word once, wherever the pieces are cut and whatever marks are still open', () => {
    const phrases = fc.constantFrom(
      'I found **two of them**. ',
      'See [our page](https://harbor.example/a). ',
      'It costs *nothing*! ',
      'Run `npm start` now. ',
      '\n\n- **Ana Ruiz** [1]: speaks Spanish\n- **Ken Ito** [2]\n\n',
      '\n\n### Hours\n\n',
      'Is that all? Yes. ',
    );
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(phrases, { minLength: 1, maxLength: 6 }), cuts, (parts, lengths) => {
        const text = parts.join('');
        const pieces: string[] = [];
        for (let at = 0, turn = 0; at < text.length; at += pieces.at(-1)!.length, turn += 1)
          pieces.push(text.slice(at, at + lengths[turn % lengths.length]!));
        expect(wordsOf(listen(pieces))).toEqual(wordsOf([spokenText(markdownTree(text))]));
      }),
    );
  });
});
