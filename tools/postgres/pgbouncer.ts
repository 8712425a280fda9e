import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../processes/ports.ts';
import { postgresIdentity } from './unprivileged-user.ts';

export interface PgBouncer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * A real PgBouncer in transaction mode (https://www.pgbouncer.org/config.html) before a server on this machine: every
 * database by its name, passwords by a query, as in the cluster.
 *
 * @param superuserUrl of the server
 * @throws Error when it is not installed
 */
export async function startPgBouncer(superuserUrl: string): Promise<PgBouncer> {
  if (spawnSync('pgbouncer', ['--version']).error) throw new Error('pgbouncer is not installed: apt-get install pgbouncer');
  const { hostname, port: serverPort, username, password } = new URL(superuserUrl);
  const folder = mkdtempSync(join(tmpdir(), 'salient-pgbouncer-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const users = join(folder, 'users.txt');
  writeFileSync(users, `"${username}" "${decodeURIComponent(password)}"\n`);
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(
    file,
    `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
pool_mode = transaction
auth_type = scram-sha-256
auth_file = ${users}
auth_user = ${username}
auth_query = SELECT usename, passwd FROM pg_shadow WHERE usename = $1
max_client_conn = 1000
default_pool_size = 5
log_connections = 0
log_disconnections = 0
`,
  );
  const child = spawn('pgbouncer', ['--quiet', file], { stdio: ['ignore', 'ignore', 'inherit'], ...postgresIdentity() });
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`pgbouncer ended with code ${child.exitCode}`);
    await wait(20);
  }
  return {
    port,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
