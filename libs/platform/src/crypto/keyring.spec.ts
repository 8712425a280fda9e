import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { CannotUnseal, Keyring } from './keyring.js';

const key = (kid: string) => `${kid}:${randomBytes(32).toString('base64')}`;

describe('Keyring', () => {
  const ring = Keyring.parse(key('a'));

  it('opens what it sealed, for any text and context', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, context) => ring.open(ring.seal(text, context), context) === text),
    );
  });

  it('refuses a value that was moved to another context', () => {
    expect(() => ring.open(ring.seal('secret', 'tenant-1'), 'tenant-2')).toThrow(CannotUnseal);
  });

  it('refuses a value in which any one bit was changed', () => {
    const sealed = ring.seal('secret', 'tenant');
    const bytes = Buffer.from(sealed.slice(2), 'base64');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => ring.open(`a:${changed.toString('base64')}`, 'tenant')).toThrow(CannotUnseal);
      }),
    );
  });

  it('reads with every key and writes with the first, so that keys can be rotated', () => {
    const [old, fresh] = [key('2025'), key('2026')];
    const before = Keyring.parse(old).seal('secret', 'tenant');
    const rotated = Keyring.parse(`${fresh},${old}`);
    expect(rotated.open(before, 'tenant')).toBe('secret');
    expect(rotated.seal('secret', 'tenant')).toMatch(/^2026:/);
    expect(() => Keyring.parse(fresh).open(before, 'tenant')).toThrow('no key with the id "2025"');
  });

  it.each(['', 'a', 'a:short', `:${randomBytes(32).toString('base64')}`, `${key('a')},${key('a')}`])(
    'refuses the configuration %j',
    (text) => {
      expect(() => Keyring.parse(text)).toThrow(/key/);
    },
  );
});
