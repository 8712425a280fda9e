import { fill, type Messages } from '@salient/visitor';
import { ChatProblem } from '../core/chat-problem.js';

/**
 * Finds out why the agent could not be asked for. A browser hides the answer to a page whose origin the account does not
 * allow, and shows the same failure as for a service that is away: the file that every page may load tells the two apart.
 */
export async function loadProblemOf(error: unknown, api: string): Promise<Error> {
  if (error instanceof ChatProblem || location.origin === api) return error as Error;
  const isThere = await fetch(`${api}/widget.js`, { mode: 'no-cors', cache: 'no-store', credentials: 'omit' }).then(
    () => true,
    () => false,
  );
  if (!isThere) return error as Error;
  return new ChatProblem(403, 'origin_not_allowed', `No publishable token of the account allows ${location.origin}.`, false);
}

/** What a visitor, or whoever sets the page up, reads in place of the chat. */
export function loadProblemWords(error: unknown, messages: Messages): string {
  if (!(error instanceof ChatProblem) || error.retryable) return messages.unavailable;
  if (error.code === 'origin_not_allowed') return fill(messages.originNotAllowed, { origin: location.origin });
  return fill(messages.notSetUp, { code: error.code });
}
