import { api, readServerEvents } from '../../api/index.js';

const AGAIN_MS = 2_000;

/**
 * Calls back with each step of a migration until it has ended or the signal says so. A stream that breaks is opened again: its
 * first event is the state as it is.
 */
export async function watchMigration(id: string, signal: AbortSignal, onProgress: () => void): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await api.raw('GET', `/fleet-migrations/${id}/events`, { signal });
      for await (const { data } of readServerEvents(response)) {
        onProgress();
        if (data['finished_at'] !== null) return;
      }
    } catch {
      // The next try tells whether it was the network; the page itself shows what is wrong with the service.
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
