import fc from 'fast-check';
import { HISTORY_EXCHANGES_MAX, tokensOf, windowStart } from './history-window.js';

const exchanges = fc.array(fc.record({ user: fc.string({ maxLength: 400 }), assistant: fc.string({ maxLength: 400 }) }), {
  minLength: 1,
  maxLength: 80,
});
const sum = (list: { user: string; assistant: string }[]) => list.reduce((total, one) => total + tokensOf(one), 0);

describe('the window of a conversation', () => {
  it('holds the newest exchanges that fit, the newest always, and as many of them as fit', () => {
    fc.assert(
      fc.property(exchanges, fc.nat(2_000), (all, tokensMax) => {
        const start = windowStart(all, tokensMax);
        const kept = all.slice(start);
        expect(kept.length).toBeGreaterThanOrEqual(1);
        expect(kept.length).toBeLessThanOrEqual(HISTORY_EXCHANGES_MAX);
        if (kept.length > 1) expect(sum(kept)).toBeLessThanOrEqual(tokensMax);
        if (start > 0 && kept.length < HISTORY_EXCHANGES_MAX) expect(sum(all.slice(start - 1))).toBeGreaterThan(tokensMax);
      }),
    );
  });
});
