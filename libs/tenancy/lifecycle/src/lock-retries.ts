import { setTimeout as wait } from 'node:timers/promises';

const TRIES = 3;
const LOCK_NOT_AVAILABLE = '55P03';

/** Work that waits long for a lock makes all that comes after it wait as well: it gives up soon, and is tried again here. */
export async function withLockRetries<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || attempt === TRIES) throw error;
      await wait(attempt * 200 * (0.5 + Math.random()));
    }
  }
}
