import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Proxy {
  close(): Promise<void>;
}

/** A real HAProxy before the given servers, each of which it asks whether it is ready. */
export async function startHaproxy(port: number, servers: readonly string[]): Promise<Proxy> {
  if (spawnSync('haproxy', ['-v']).status !== 0) throw new Error('haproxy is not installed: apt-get install haproxy');
  const folder = mkdtempSync(join(tmpdir(), 'salient-haproxy-'));
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(file, configuration(port, servers));
  const child = spawn('haproxy', ['-f', file, '-db'], { stdio: 'inherit' });
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error('haproxy did not start');
    await wait(20);
  }
  return {
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function configuration(port: number, servers: readonly string[]): string {
  return `
global
  maxconn 1000
defaults
  mode http
  timeout connect 2s
  timeout client 120s
  timeout server 120s
  timeout check 2s
  option redispatch
  retries 3
frontend chat
  bind 127.0.0.1:${port}
  default_backend replicas
backend replicas
  balance roundrobin
  option httpchk GET /health/ready
  http-check expect status 200
  default-server check inter 100ms fall 1 rise 1
${servers.map((url, index) => `  server replica${index} ${new URL(url).host}`).join('\n')}
`;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
