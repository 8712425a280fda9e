import { ChatProblem } from './chat-problem.js';
import { patience } from './patience.js';

/** How often the service may say "not now" before its answer is taken for final. A lost connection may last as long as it likes. */
export const REFUSALS_MAX = 5;

/** Whether a failure is an answer of the service that will not change. */
export function isFinal(error: unknown, refusals: number): boolean {
  return error instanceof ChatProblem && (!error.retryable || error.status === 429 || refusals > REFUSALS_MAX);
}

/**
 * Does what may be done again, until it succeeds.
 *
 * @param connected is told when the connection is lost, and when it is there again
 * @throws ChatProblem when the service refuses for good, or the signal's reason
 */
export async function persistently<Result>(
  attempt: () => Promise<Result>,
  connected: (isConnected: boolean) => void,
  signal: AbortSignal,
): Promise<Result> {
  for (let attempts = 0; ; attempts += 1) {
    try {
      const result = await attempt();
      connected(true);
      return result;
    } catch (error) {
      signal.throwIfAborted();
      if (isFinal(error, attempts)) throw error;
      if (!(error instanceof ChatProblem)) connected(false);
    }
    await patience(attempts, signal);
  }
}
