import { api, readServerEvents } from '../../api/index.js';

const AGAIN_MS = 2_000;

/**
 * Calls back with each step of something that goes on, such as a migration, until it has ended or the signal says so. A stream
 * that breaks is opened again: its first event is the state as it is.
 *
 * @param path of its events
 */
export async function watchProgress<Progress extends { readonly finished_at: string | null }>(
  path: string,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await api.raw('GET', path, { signal });
      for await (const { data } of readServerEvents(response)) {
        const progress = data as unknown as Progress;
        onProgress(progress);
        if (progress.finished_at !== null) return;
      }
    } catch {
      // The next try tells whether it was the network; the page itself shows what is wrong with the service.
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
