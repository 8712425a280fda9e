import fc from 'fast-check';
import { CitationBook } from './citation-book.js';

const entry = (id: string) => ({ list: 'doctors', entryId: id, entryVersion: 1, title: id });

describe('CitationBook', () => {
  it('gives an entry the same number each time', () => {
    const book = new CitationBook();
    expect([book.number(entry('a')), book.number(entry('b')), book.number(entry('a'))]).toEqual([1, 2, 1]);
  });

  it('cites what the text refers to, once, also when the text comes in pieces', () => {
    const text = 'Dr. A [1] and Dr. L [12]; again [1], not [99] nor [0].';
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const book = new CitationBook();
        for (let index = 1; index <= 12; index++) book.number(entry(`e${index}`));
        const found = [...cuts.sort((a, b) => a - b), text.length].flatMap((end) => book.newIn(text.slice(0, end)));
        expect(found.map((citation) => citation.index)).toEqual([1, 12]);
      }),
    );
  });
});
