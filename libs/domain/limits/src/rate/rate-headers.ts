import { WINDOW_MS } from './rate-ledger.js';
import type { RateState } from './rate-window.js';

/** https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-10: quota and window, what remains and for how long. */
export function rateHeaders(states: readonly RateState[]): Record<string, string> {
  if (states.length === 0) return {};
  return {
    'ratelimit-policy': states.map(({ name, limit }) => `"${name}";q=${limit};w=${WINDOW_MS / 1_000}`).join(', '),
    ratelimit: states.map(({ name, remaining, resetSeconds }) => `"${name}";r=${remaining};t=${resetSeconds}`).join(', '),
  };
}
