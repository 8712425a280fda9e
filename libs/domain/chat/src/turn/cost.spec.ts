import fc from 'fast-check';
import type { ModelFinish } from '@salient/domain/models';
import { addDecimals, costOf } from './cost.js';

const call = (costUsd: string | null): ModelFinish => ({
  type: 'finish',
  reason: 'stop',
  model: 'm',
  usage: null,
  costUsd,
  providerRequestId: null,
});

describe('the cost of a turn', () => {
  it('is the sum of what the provider told', () => {
    expect(costOf([call('0.0012'), call('0.000089')], true)).toEqual({ amount: '0.00128900', currency: 'USD', source: 'provider' });
  });

  it('is unknown, never 0, as soon as one call did not tell', () => {
    expect(costOf([call('0.0012'), call(null)], true)).toEqual({ amount: null, currency: 'USD', source: 'unknown' });
    expect(costOf([], true).amount).toBeNull();
  });

  it('is none when no language model was called', () => {
    expect(costOf([call(null)], false)).toEqual({ amount: '0', currency: 'USD', source: 'none' });
  });

  it('adds exactly, for any amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 10n ** 15n)), (units) => {
        const amounts = units.map((unit) => `${unit / 10n ** 8n}.${(unit % 10n ** 8n).toString().padStart(8, '0')}`);
        const sum = units.reduce((total, unit) => total + unit, 0n);
        expect(addDecimals(amounts).replace('.', '')).toBe(sum.toString().padStart(9, '0'));
      }),
    );
    expect(addDecimals(['0.000000004', '0.000000001'])).toBe('0.00000001');
  });
});
