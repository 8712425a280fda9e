import { BrokenCircuitError, circuitBreaker, handleWhen, SamplingBreaker, type CircuitBreakerPolicy } from 'cockatiel';
import { ModelProviderError, ProviderRefused, ProviderUnavailable } from './model.errors.js';
import type { ModelEvent, ModelProvider, ModelRequest } from './model-provider.js';

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

  async *stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const outcome = Promise.withResolvers<void>();
    const admitted = Promise.withResolvers<void>();
    // The breaker sees one operation: from the call's start to its last event.
    const call = this.breaker.execute(() => {
      admitted.resolve();
      return outcome.promise;
    });
    call.catch((error: unknown) => admitted.reject(error));
    try {
      await admitted.promise;
    } catch (error) {
      throw error instanceof BrokenCircuitError ? new ProviderUnavailable(error, HALF_OPEN_AFTER_MS / 1_000) : error;
    }
    try {
      yield* this.inner.stream(request, signal);
    } catch (error) {
      outcome.reject(error);
      throw error;
    } finally {
      outcome.resolve();
      await call.catch(() => undefined);
    }
  }
}
