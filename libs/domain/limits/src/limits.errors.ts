import { SalientError } from '@salient/platform';
import { rateHeaders } from './rate/rate-headers.js';
import type { RateState } from './rate/rate-window.js';

/** More turns have begun than the limits allow. */
export class RateLimited extends SalientError {
  readonly code = 'rate_limited';
  /** @param states what is left under each rule; the last one is the one that is reached */
  constructor(states: readonly RateState[]) {
    const { name, limit, resetSeconds } = states.at(-1)!;
    super(`No more than ${limit} turns a minute may begin for this ${name}.`, {
      retryAfterSeconds: resetSeconds,
      headers: rateHeaders(states),
    });
  }
}

/** As many turns are running as may at once. */
export class TooManyTurns extends SalientError {
  readonly code = 'rate_limited';
  constructor(scope: string) {
    super(`As many turns are running for this ${scope} as may at once. Wait for one to end.`, { retryAfterSeconds: 1 });
  }
}

/** The money of the period is spent, or held by turns that are running. */
export class BudgetExceeded extends SalientError {
  readonly code = 'budget_exceeded';
  constructor(scope: string) {
    super(`The budget of this ${scope} is used up for now.`);
  }
}
