import { setTimeout as wait } from 'node:timers/promises';
import { commandLineOf } from './command-line.ts';

const POLL_MS = 50;

/** Ends a process that is no child of ours: SIGTERM, and SIGKILL when it has not gone after `graceMs`. */
export async function endProcess(pid: number, graceMs: number): Promise<void> {
  const command = commandLineOf(pid);
  if (command === undefined) return;
  process.kill(pid, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (commandLineOf(pid) === command) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
    await wait(POLL_MS);
  }
}
