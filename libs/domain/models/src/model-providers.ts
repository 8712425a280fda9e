import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { GuardedProvider } from './circuit-breaker.js';
import { DirectoryResponder } from './directory-responder/directory-responder.js';
import { FixedAnswer } from './fixed-answer.js';
import type { ModelProvider, ModelUsage } from './model-provider.js';
import { ModelRoute, type ModelCandidate } from './model-route.js';
import { OpenAiCompatibleProvider, type CallTimeouts } from './openai-compatible/openai-compatible.provider.js';
import { OPENROUTER_BASE_URL, openRouterProvider } from './openrouter.js';
import { PriceTable } from './prices/price-table.js';

export interface ModelsOptions {
  /** Any OpenAI-compatible endpoint; goes before OpenRouter. */
  readonly llmBaseUrl?: string;
  readonly llmApiKey?: string;
  readonly llmModel?: string;
  readonly openRouterApiKey?: string;
  readonly timeouts?: Partial<CallTimeouts>;
  /** JSON file of list prices; the bundled ones without it. */
  readonly pricesFile?: string;
}

export const MODELS_OPTIONS = Symbol('ModelsOptions');

/** An agent with this model is answered by the directory responder whatever is configured. */
export const DIRECTORY_RESPONDER_MODEL = 'salient/directory-responder';
const DEFAULT_COMPATIBLE_MODEL = 'default';

/** Chooses who answers for an agent: its own model, else the configured endpoint, else the directory responder. */
@Injectable()
export class ModelProviders implements OnApplicationShutdown {
  private readonly responder = new DirectoryResponder();
  private readonly remote: OpenAiCompatibleProvider | null;
  private readonly guarded: ModelProvider | null;
  /** What models cost whose provider does not tell. */
  readonly prices: PriceTable;

  constructor(@Inject(MODELS_OPTIONS) private readonly options: ModelsOptions) {
    this.remote = remoteProvider(options);
    this.guarded = this.remote && new GuardedProvider(this.remote);
    this.prices = PriceTable.load(options.pricesFile);
  }

  /** The agent's model, then its fallbacks. Without a configured endpoint there is only the directory responder. */
  forAgent({ model, fallbacks = [] }: { readonly model: string | null; readonly fallbacks?: readonly string[] }): ModelRoute {
    return new ModelRoute([model, ...fallbacks].map((name) => this.candidate(name)));
  }

  /** Says `text`, whatever is asked. */
  saying(text: string): ModelRoute {
    return new ModelRoute([{ provider: new FixedAnswer(text), model: null }]);
  }

  /** What so many tokens of an agent's model cost by the price table; null when it has no price. */
  estimateUsd({ model }: { readonly model: string | null }, usage: ModelUsage): string | null {
    return this.prices.costUsd(model ?? this.options.llmModel ?? '', usage);
  }

  private candidate(model: string | null): ModelCandidate {
    if (!this.guarded || model === DIRECTORY_RESPONDER_MODEL) return { provider: this.responder, model: null };
    return { provider: this.guarded, model };
  }

  /** What the start-up log says: provider, host and default model; never a key. */
  describe(): { readonly provider: string; readonly host: string | null; readonly model: string } {
    if (!this.remote) return { provider: this.responder.name, host: null, model: DIRECTORY_RESPONDER_MODEL };
    const { llmBaseUrl = OPENROUTER_BASE_URL, llmModel = 'the provider’s default' } = this.options;
    return { provider: this.remote.name, host: new URL(llmBaseUrl).host, model: llmModel };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.remote?.close();
  }
}

function remoteProvider({ llmBaseUrl, llmApiKey, llmModel, openRouterApiKey, timeouts }: ModelsOptions): OpenAiCompatibleProvider | null {
  if (llmBaseUrl) {
    return new OpenAiCompatibleProvider({
      name: 'openai-compatible',
      baseUrl: llmBaseUrl,
      apiKey: llmApiKey,
      defaultModel: llmModel ?? DEFAULT_COMPATIBLE_MODEL,
      timeouts,
    });
  }
  return openRouterApiKey ? openRouterProvider({ apiKey: openRouterApiKey, model: llmModel, timeouts }) : null;
}
