/**
 * Aborted when somebody ends the command, by Ctrl-C or SIGTERM: what is under way comes to a sound end first. A second time ends it
 * at once.
 */
export function interruption(): AbortSignal {
  const interrupted = new AbortController();
  const abort = () => interrupted.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  return interrupted.signal;
}
