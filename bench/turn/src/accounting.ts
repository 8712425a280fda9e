import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// The operating system's accounting: https://man7.org/linux/man-pages/man5/proc.5.html

/** `/proc/<pid>/stat` counts in these, whatever the kernel's own clock is. */
const TICKS_PER_SECOND = 100;

/** CPU time that all threads of a process have used, in milliseconds. Its threads live as long as it does. */
export function cpuMs(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + threadMs(`/proc/${pid}/task/${thread}`), 0);
}

/** CPU time of a PostgreSQL server with all its backends, those that have ended included, in milliseconds. */
export function postgresCpuMs(postmaster: number): number {
  const live = childrenOf(postmaster).reduce((sum, pid) => sum + gone(() => threadMs(`/proc/${pid}`)), 0);
  const [userTicks = 0, systemTicks = 0] = fieldsOf(postmaster).slice(15, 17).map(Number);
  return threadMs(`/proc/${postmaster}`) + live + ((userTicks + systemTicks) * 1_000) / TICKS_PER_SECOND;
}

/** Memory of a process that is in the machine's memory now, in bytes. */
export function residentBytes(pid: number): number {
  const [, kib = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) * 1_024;
}

/** The process id of the server on a data directory. */
export function postmasterOf(dataDirectory: string): number {
  return Number(readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
}

/** The scheduler counts nanoseconds, `stat` only hundredths of a second. */
function threadMs(folder: string): number {
  return Number(readFileSync(`${folder}/schedstat`, 'utf8').split(' ', 1)[0]) / 1e6;
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => gone(() => Number(fieldsOf(pid)[3])) === parent);
}

/** The fields of `stat` from 0 on; the second, a name in parentheses, may hold spaces. */
function fieldsOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return [String(pid), '', ...stat.slice(stat.lastIndexOf(')') + 2).split(' ')];
}

/** A process that ends meanwhile counts among the ended ones. */
function gone(read: () => number): number {
  try {
    return read();
  } catch {
    return 0;
  }
}
