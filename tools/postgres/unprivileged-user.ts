import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, lstatSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The identity that a PostgreSQL process runs under; empty when the current user may run it itself. */
export interface ProcessIdentity {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it another user that exists on every system:
 * `postgres` where there is one, otherwise `nobody`. Nothing is added to the machine.
 */
export function postgresIdentity(): ProcessIdentity {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const uid = numericId('-u', user);
    const gid = numericId('-g', user);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error('PostgreSQL cannot run as root, and this machine has neither a user "postgres" nor a user "nobody".');
}

function numericId(flag: '-u' | '-g', user: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout.trim()) : undefined;
}

/** Whether `identity` can enter `path`: a checkout under /root or a private temporary folder is closed to other users. */
export function canReach(path: string, identity: ProcessIdentity): boolean {
  if (identity.uid === undefined) return true;
  return spawnSync('test', ['-x', path], { ...identity, cwd: '/' }).status === 0;
}

/**
 * A folder that `identity` can reach, standing in for `path`, which it cannot: same content, named after it, in the
 * system's temporary folder. Used for read-only files (the server's binaries).
 */
export function reachableCopy(path: string, identity: ProcessIdentity, name: string): string {
  if (canReach(path, identity)) return path;
  const copy = join(tmpdir(), `salient-${name}-${digest(path)}`);
  if (!existsSync(join(copy, '.complete'))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(path, copy, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(copy, '.complete'));
  }
  return copy;
}

/**
 * Makes sure that `identity` can reach the folder `path` for data. Where a parent folder is closed to it, `path` becomes a
 * symbolic link to a folder under /var/tmp, which survives a restart of the machine.
 */
export function reachableDataDirectory(path: string, identity: ProcessIdentity): string {
  const link = lstatSync(path, { throwIfNoEntry: false });
  if (link?.isSymbolicLink()) return readlinkSync(path);
  mkdirSync(dirname(path), { recursive: true });
  if (canReach(dirname(path), identity)) return path;
  const target = join('/var/tmp', `salient-data-${digest(path)}`);
  rmSync(target, { recursive: true, force: true }); // left by a data folder that was deleted since
  symlinkSync(target, path);
  return target;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
