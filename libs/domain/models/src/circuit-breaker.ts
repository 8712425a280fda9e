import { BrokenCircuitError, circuitBreaker, handleWhen, SamplingBreaker, type CircuitBreakerPolicy } from 'cockatiel';
import { ModelProviderError, ProviderRefused, ProviderUnavailable } from './model.errors.js';
import type { ModelFinish, ModelProvider, ModelRequest, TakePart } from './model-provider.js';

const WINDOW_MS = 30_000;
const CALLS_MIN = 20;
const FAILURE_SHARE = 0.5;
const HALF_OPEN_AFTER_MS = 10_000;

/**
 * Stops calling a provider that fails half of its calls: at 50 % of at least 20 calls within 30 s it opens, and after 10 s
 * one call tries again. Only the provider's own failures count: a caller that goes away is none, nor is a request that it
 * does not accept, lest one agent's misspelt model stop all others.
 */
export class GuardedProvider implements ModelProvider {
  readonly name: string;
  readonly isLanguageModel: boolean;
  private readonly breaker: CircuitBreakerPolicy;

  constructor(private readonly inner: ModelProvider) {
    this.name = inner.name;
    this.isLanguageModel = inner.isLanguageModel;
    this.breaker = circuitBreaker(
      handleWhen((error) => error instanceof ModelProviderError && !(error instanceof ProviderRefused)),
      {
        halfOpenAfter: HALF_OPEN_AFTER_MS,
        breaker: new SamplingBreaker({ threshold: FAILURE_SHARE, duration: WINDOW_MS, minimumRps: CALLS_MIN / (WINDOW_MS / 1_000) }),
      },
    );
  }

  async answer(request: ModelRequest, take: TakePart, signal: AbortSignal): Promise<ModelFinish> {
    try {
      return await this.breaker.execute(() => this.inner.answer(request, take, signal));
    } catch (error) {
      throw error instanceof BrokenCircuitError ? new ProviderUnavailable(error, HALF_OPEN_AFTER_MS / 1_000) : error;
    }
  }
}
