import fc from 'fast-check';
import { Slug, Text } from './primitives.js';

describe('Text', () => {
  it('counts characters as people do, not UTF-16 units', () => {
    expect(Text(1, 3).safeParse('👩🏽‍⚕️'.slice(0, 4)).success).toBe(true);
    expect(Text(1, 3).safeParse('😀😀😀').success).toBe(true);
    expect(Text(1, 3).safeParse('😀😀😀😀').success).toBe(false);
    expect(Text(2, 3).safeParse('😀').success).toBe(false);
  });

  it('accepts exactly the well-formed texts without NUL whose length in code points is within bounds', () => {
    const type = Text(2, 5);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\u0000', '\ud83d', '\ude00', '😀', 'ש'), maxLength: 8 }), (text) => {
        const codePoints = [...text].length;
        const good = text.isWellFormed() && !text.includes('\u0000') && codePoints >= 2 && codePoints <= 5;
        expect(type.safeParse(text).success).toBe(good);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('Slug', () => {
  it.each(['a', 'harbor-clinic', '0', `${'a'.repeat(63)}`])('accepts %j', (slug) => expect(Slug.safeParse(slug).success).toBe(true));
  it.each(['', '-a', 'a-', 'A', 'a_b', 'a/b', '..', 'a\u0000', 'é', 'a\n', 'a'.repeat(64)])('refuses %j', (slug) =>
    expect(Slug.safeParse(slug).success).toBe(false),
  );
});
