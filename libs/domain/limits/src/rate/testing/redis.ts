import { freePort } from '@salient/platform/testing';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';

export interface Redis {
  readonly url: string;
  /** It stops answering, and keeps its connections: it hangs. */
  pause(): void;
  resume(): void;
  /** It is gone at once, and whoever is connected with it. */
  kill(): Promise<void>;
}

/**
 * A real Redis on 127.0.0.1 that writes nothing to the disk.
 *
 * @param port of an earlier one that is to come back, empty
 * @throws Error when it is not installed
 */
export async function startRedis(port?: number): Promise<Redis> {
  if (spawnSync('redis-server', ['--version']).error) throw new Error('redis-server is not installed: apt-get install redis-server');
  const own = String(port ?? (await freePort()));
  const options = ['--port', own, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir()];
  const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  await ready(child);
  return {
    url: `redis://127.0.0.1:${own}`,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  let said = '';
  for await (const text of child.stdout!.iterator({ destroyOnReturn: false })) {
    said += String(text);
    if (!said.includes('Ready to accept connections')) continue;
    child.stdout!.resume(); // a pipe that nobody reads would stop it one day
    return;
  }
  throw new Error(`redis-server did not start: ${said}`);
}
