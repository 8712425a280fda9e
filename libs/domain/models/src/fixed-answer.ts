import type { ModelEvent, ModelProvider } from './model-provider.js';

/** Says the same whatever is asked, and asks nobody. */
export class FixedAnswer implements ModelProvider {
  readonly name = 'fixed';
  readonly isLanguageModel = false;

  constructor(private readonly text: string) {}

  async *stream(): AsyncGenerator<ModelEvent> {
    yield { type: 'text', text: this.text };
    const usage = { inputTokens: 0, outputTokens: 0 };
    yield { type: 'finish', reason: 'stop', model: 'salient/closed', usage, costUsd: null, providerRequestId: null };
  }
}
