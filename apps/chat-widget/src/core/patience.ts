const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 10_000;

/** Waits before the next attempt, longer each time, shorter when the browser says that it is online again. */
export async function patience(attempt: number, signal: AbortSignal): Promise<void> {
  const longestMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  await waitAtMost(longestMs * (0.5 + Math.random() / 2), signal);
}

function waitAtMost(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      removeEventListener('online', settle);
      signal.removeEventListener('abort', settle);
      if (signal.aborted) reject(signal.reason as Error);
      else resolve();
    };
    const timer = setTimeout(settle, durationMs);
    addEventListener('online', settle);
    signal.addEventListener('abort', settle);
    if (signal.aborted) settle();
  });
}
