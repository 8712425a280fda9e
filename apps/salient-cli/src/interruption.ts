let interrupted: AbortController | undefined;

/**
 * Aborted when somebody ends the command, by Ctrl-C or SIGTERM: what is under way comes to a sound end first. A second time ends it
 * at once.
 */
export function interruption(): AbortSignal {
  if (interrupted) return interrupted.signal;
  const controller = new AbortController();
  const abort = () => controller.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  interrupted = controller;
  return controller.signal;
}
