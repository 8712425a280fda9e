import fc from 'fast-check';
import { PriceTable, type ModelCall, type ModelProvider, type ModelUsage } from '@salient/domain/models';
import { addDecimals, costOf, usageOf } from './cost.js';

const prices = new PriceTable({ currency: 'USD', models: [{ match: 'priced', input_per_million: '1', output_per_million: '2' }] });
const provider = (isLanguageModel: boolean) => ({ name: 'p', isLanguageModel }) as ModelProvider;
const route = (...calls: ModelCall[]) => ({ calls, current: calls[0] ?? { provider: provider(true), model: null } });

function call(costUsd: string | null, options: { model?: string; usage?: ModelUsage; brokeOff?: boolean; free?: boolean } = {}): ModelCall {
  const { model = 'm', usage = null, brokeOff, free } = options;
  const finish = { type: 'finish', reason: 'stop', model, usage, costUsd, providerRequestId: null } as const;
  return { provider: provider(!free), model, finish: brokeOff ? null : finish, inputUnits: 400, outputUnits: 41 };
}

describe('the cost of a turn', () => {
  it('is the sum of what the provider told', () => {
    expect(costOf(route(call('0.0012'), call('0.000089')), prices)).toEqual({ amount: '0.00128900', currency: 'USD', source: 'provider' });
  });

  it('is estimated from the price table where the provider did not tell', () => {
    const usage = { inputTokens: 1_000, outputTokens: 10 };
    const estimated = costOf(route(call('0.001'), call(null, { model: 'priced', usage })), prices);
    expect(estimated).toEqual({ amount: '0.00202000', currency: 'USD', source: 'estimated' });
  });

  it('is estimated by characters for a call that broke off, or that told no tokens', () => {
    const broken = call(null, { model: 'priced', brokeOff: true });
    expect(usageOf([broken])).toEqual({ input_tokens: 100, output_tokens: 11, total_tokens: 111 });
    expect(costOf(route(broken), prices)).toEqual({ amount: '0.00012200', currency: 'USD', source: 'estimated' });
  });

  it('is unknown, never 0, as soon as one call is', () => {
    expect(costOf(route(call('0.0012'), call(null)), prices)).toEqual({ amount: null, currency: 'USD', source: 'unknown' });
    expect(costOf(route(), prices).amount).toBeNull();
  });

  it('is none when no language model was called', () => {
    expect(costOf(route(call(null, { free: true })), prices)).toEqual({ amount: '0', currency: 'USD', source: 'none' });
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
