import { ProviderFailed, ProviderUnavailable } from './model.errors.js';
import type { ModelFinish, ModelProvider, ModelRequest, TakePart } from './model-provider.js';
import { ModelRoute } from './model-route.js';

const never = new AbortController().signal;
const request = { messages: [{ role: 'user' as const, content: 'Hi' }], tools: [] };
const finish = (model: string): ModelFinish => ({
  reason: 'stop',
  model,
  usage: null,
  costUsd: null,
  providerRequestId: null,
});

/** A provider whose models do as the test says: say something, fail before it, or fail after it. */
function provider(models: Record<string, (string | Error)[]>): ModelProvider & { asked: string[] } {
  return {
    name: 'scripted',
    isLanguageModel: true,
    asked: [],
    async answer({ model }: ModelRequest, take: TakePart): Promise<ModelFinish> {
      this.asked.push(model!);
      for (const step of models[model!]!) {
        if (step instanceof Error) throw step;
        take({ type: 'text', text: step });
      }
      return finish(model!);
    },
  };
}

async function textOf(route: ModelRoute): Promise<string> {
  let text = '';
  const take: TakePart = (part) => {
    if (part.type === 'text') text += part.text;
  };
  await route.answer(request, take, never);
  return text;
}

describe('ModelRoute', () => {
  it('asks the models in the order that the agent names, and stays with the one that answers', async () => {
    const one = provider({ a: [new ProviderFailed()], b: [new ProviderUnavailable()], c: ['from c'], d: ['from d'] });
    const route = new ModelRoute(['a', 'b', 'c', 'd'].map((model) => ({ provider: one, model })));
    expect([await textOf(route), await textOf(route)]).toEqual(['from c', 'from c']);
    expect(one.asked).toEqual(['a', 'b', 'c', 'c']);
    expect(route.calls.map(({ model, inputUnits, outputUnits }) => [model, inputUnits, outputUnits])).toEqual([
      ['c', 2, 6],
      ['c', 2, 6],
    ]);
  });

  it('never goes to another model once a word has been said', async () => {
    const one = provider({ a: ['half', new ProviderFailed()], b: ['whole'] });
    const route = new ModelRoute(['a', 'b'].map((model) => ({ provider: one, model })));
    await expect(textOf(route)).rejects.toBeInstanceOf(ProviderFailed);
    expect(one.asked).toEqual(['a']);
    expect(route.calls).toMatchObject([{ model: 'a', finish: null, outputUnits: 4 }]);
  });

  it('fails with what the last one failed with, and does not hide a fault of our own behind a fallback', async () => {
    const one = provider({ a: [new ProviderFailed()], b: [new ProviderUnavailable()], ours: [new TypeError('ours')] });
    const both = new ModelRoute(['a', 'b'].map((model) => ({ provider: one, model })));
    await expect(textOf(both)).rejects.toBeInstanceOf(ProviderUnavailable);
    const ours = new ModelRoute(['ours', 'a'].map((model) => ({ provider: one, model })));
    await expect(textOf(ours)).rejects.toThrow('ours');
  });
});
