import { GuardedProvider } from './circuit-breaker.js';
import { ProviderFailed, ProviderRefused, ProviderUnavailable } from './model.errors.js';
import type { ModelFinish, ModelProvider } from './model-provider.js';

const never = new AbortController().signal;
const request = { model: null, messages: [], tools: [] };

/** A provider from outside that does as the test says. */
function scripted(run: (call: number) => Error | null): ModelProvider & { calls: number } {
  return {
    name: 'scripted',
    isLanguageModel: true,
    calls: 0,
    async answer(): Promise<ModelFinish> {
      const error = run(++this.calls);
      if (error) throw error;
      return { reason: 'stop', model: 'm', usage: null, costUsd: null, providerRequestId: null };
    },
  };
}

async function tryCall(provider: ModelProvider): Promise<unknown> {
  try {
    await provider.answer(request, () => undefined, never);
    return 'answered';
  } catch (error) {
    return error;
  }
}

describe('GuardedProvider', () => {
  it('stops asking a provider that only fails, and says that it is unavailable', async () => {
    const inner = scripted(() => new ProviderFailed());
    const guarded = new GuardedProvider(inner);
    const outcomes: unknown[] = [];
    for (let call = 0; call < 60; call++) outcomes.push(await tryCall(guarded));
    expect(outcomes[0]).toBeInstanceOf(ProviderFailed);
    expect(outcomes.at(-1)).toBeInstanceOf(ProviderUnavailable);
    expect(inner.calls).toBeGreaterThanOrEqual(20);
    expect(inner.calls).toBeLessThan(60);
  });

  it('does not hold it against a provider that callers went away', async () => {
    const inner = scripted(() => new Error('the visitor left'));
    const guarded = new GuardedProvider(inner);
    for (let call = 0; call < 60; call++) await tryCall(guarded);
    expect(inner.calls).toBe(60);
  });

  it('does not hold it against a provider that one agent asks for a model that it does not have', async () => {
    const inner = scripted(() => new ProviderRefused());
    const guarded = new GuardedProvider(inner);
    for (let call = 0; call < 60; call++) await tryCall(guarded);
    expect(inner.calls).toBe(60);
  });

  it('keeps asking one that fails now and then', async () => {
    const inner = scripted((call) => (call % 4 === 0 ? new ProviderFailed() : null));
    const guarded = new GuardedProvider(inner);
    for (let call = 0; call < 60; call++) await tryCall(guarded);
    expect(inner.calls).toBe(60);
  });
});
