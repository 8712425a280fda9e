import type { ModelFinish, ModelProvider, ModelRequest, TakePart } from './model-provider.js';

/** Says the same whatever is asked, and asks nobody. */
export class FixedAnswer implements ModelProvider {
  readonly name = 'fixed';
  readonly isLanguageModel = false;

  constructor(private readonly text: string) {}

  async answer(_request: ModelRequest, take: TakePart): Promise<ModelFinish> {
    take({ type: 'text', text: this.text });
    const usage = { inputTokens: 0, outputTokens: 0 };
    return { reason: 'stop', model: 'salient/closed', usage, costUsd: null, providerRequestId: null };
  }
}
