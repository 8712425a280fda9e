import { session } from '../api/index.js';
import { settleToasts } from '../ui/index.js';

/** A server that does not answer keeps nobody signed in; what was asked of it is sent all the same. */
const SETTLE_MS_MAX = 3_000;

/** Does what waits for its undo while it still may be done: it was asked for. Then signs out. */
export async function signOut(): Promise<void> {
  await Promise.race([settleToasts(), new Promise((resolve) => setTimeout(resolve, SETTLE_MS_MAX))]);
  await session.signOut();
}
