import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100; // USER_HZ, on every platform that Node runs on: man 7 time

/** How long this process and the server have had a processor, in seconds. Unlike the clock, others on the machine do not change it. */
export interface ProcessorTime {
  readonly node: number;
  readonly postgres: number;
}

/** @param serverPid of PostgreSQL's first process, on this machine; its children count, those that have ended too */
export function processorTime(serverPid: number): ProcessorTime {
  const { user, system } = process.cpuUsage();
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(name) : undefined;
    if (stat && (stat.pid === serverPid || stat.parent === serverPid)) ticks += stat.ticks + (stat.pid === serverPid ? stat.childTicks : 0);
  }
  return { node: (user + system) / 1e6, postgres: ticks / TICKS_PER_SECOND };
}

/** The first process of the server that a backend belongs to. */
export function serverOf(backendPid: number): number {
  const stat = statOf(String(backendPid));
  if (!stat) throw new Error('The server is not on this machine.');
  return stat.parent;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the command may hold spaces, so the fields begin after it. */
function statOf(pid: string): { pid: number; parent: number; ticks: number; childTicks: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { pid: Number(pid), parent: fields[1]!, ticks: fields[11]! + fields[12]!, childTicks: fields[13]! + fields[14]! };
  } catch {
    return undefined; // it has ended
  }
}
