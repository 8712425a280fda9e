import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { mintToken, parseToken } from './token-format.js';

const kind = fc.constantFrom('sk' as const, 'pk' as const);

describe('the format of API tokens', () => {
  it('is sal_{kind}_{ref}_{secret}{crc}, and a token that was made can be read', () => {
    fc.assert(
      fc.property(kind, (kind) => {
        const { token, ref } = mintToken(kind);
        expect(token).toMatch(/^sal_(sk|pk)_[a-z2-7]{10}_[0-9A-Za-z]{38}$/);
        expect(parseToken(token)).toEqual({ kind, ref });
      }),
    );
  });

  it('ends with the CRC-32 of all before it, in base 62', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    fc.assert(
      fc.property(kind, (kind) => {
        const { token } = mintToken(kind);
        const value = [...token.slice(-6)].reduce((sum, digit) => sum * 62 + alphabet.indexOf(digit), 0);
        expect(value).toBe(crc32(token.slice(0, -6)));
      }),
    );
  });

  it('tells a token with any one character changed from a token', () => {
    fc.assert(
      fc.property(kind, fc.nat(56), fc.string({ minLength: 1, maxLength: 1 }), (kind, at, other) => {
        const { token } = mintToken(kind);
        const position = at % token.length;
        fc.pre(token[position] !== other);
        expect(parseToken(token.slice(0, position) + other + token.slice(position + 1))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('is never met by any other text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(parseToken(text)).toBeNull()));
    for (const text of ['', 'sal_sk__', `${mintToken('sk').token} `, `${mintToken('sk').token}\n`]) expect(parseToken(text)).toBeNull();
  });
});
