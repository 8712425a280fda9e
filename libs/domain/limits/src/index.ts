export { BudgetExceeded, RateLimited, TooManyTurns } from './limits.errors.js';
export { LimitsModule, type LimitsOptions } from './limits.module.js';
export { rateHeaders } from './rate/rate-headers.js';
export type { RateRule } from './rate/rate-ledger.js';
export { RateLimiter } from './rate/rate-limiter.js';
export type { RateState } from './rate/rate-window.js';
export { holdsOf, type Budget, type Hold, type HoldSubject } from './spending/holds.js';
export { Spending, type BudgetWarning } from './spending/spending.js';
