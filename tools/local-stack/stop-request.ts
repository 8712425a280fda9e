/** npm and the terminal both deliver one Ctrl-C: signals so close together are one wish. */
const SAME_WISH_MS = 1_000;

export interface StopRequest {
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly stop: AbortSignal;
  /** Aborted by a second one that is not the echo of the first. */
  readonly force: AbortSignal;
}

export function listenForStop(): StopRequest {
  const stop = new AbortController();
  const force = new AbortController();
  let askedAt = 0;
  const onSignal = () => {
    if (!stop.signal.aborted) {
      askedAt = Date.now();
      stop.abort();
    } else if (Date.now() - askedAt > SAME_WISH_MS) force.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return { stop: stop.signal, force: force.signal };
}
