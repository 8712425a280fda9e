import { session } from '../api/index.js';
import { settleToasts } from '../ui/index.js';

/** Does what waits for its undo while it still may be done: it was asked for. Then signs out. */
export async function signOut(): Promise<void> {
  await settleToasts();
  await session.signOut();
}
