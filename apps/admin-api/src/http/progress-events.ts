import { setTimeout as wait } from 'node:timers/promises';
import type { AdminEvent } from './send-events.js';

const POLL_MS = 500;

/**
 * A `progress` event at first and with each change of a job, until it has ended or the reader has left.
 *
 * @param read the job as it is shown now
 * @param comparable what of it counts as a change
 */
export async function* progressEvents<Job extends { readonly id: string; readonly finished_at: string | null }>(
  read: () => Promise<Job>,
  closed: AbortSignal,
  comparable: (job: Job) => object = (job) => job,
): AsyncGenerator<AdminEvent> {
  let told = '';
  for (let count = 0; !closed.aborted;) {
    const job = await read();
    const state = JSON.stringify(comparable(job));
    if (state !== told) yield { event: 'progress', id: `${job.id}:${count++}`, data: job };
    told = state;
    if (job.finished_at !== null) return;
    await wait(POLL_MS, undefined, { signal: closed }).catch(() => undefined);
  }
}
