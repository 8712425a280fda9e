import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const workspace = join(import.meta.dirname, '../../../..');
const cache = join(workspace, 'node_modules/.cache/admin-ui');
const SOURCES = ['apps/admin-ui', 'libs/visitor/src', 'tools/build', 'package-lock.json'];
const KEPT_MS = 86_400_000;
const POLL_MS = 50;
/** A build that takes longer has died. */
const BUILD_MS_MAX = 90_000;

/**
 * The folder of the built interface, as its server serves it. It is built once for each state of the sources, by whichever spec
 * comes first; the others wait for it. In a process of its own: the bundler's native parts do not live inside Jest's modules.
 */
export async function builtFiles(): Promise<string> {
  const folder = join(cache, stateOfSources());
  const lock = `${folder}.building`;
  const deadline = Date.now() + BUILD_MS_MAX;
  while (!existsSync(folder)) {
    if (takeLock(lock)) {
      try {
        if (!existsSync(folder)) await build(folder);
      } finally {
        rmdirSync(lock);
      }
    } else if (Date.now() > deadline) rmdirSync(lock);
    else await wait(POLL_MS);
  }
  return join(folder, 'public');
}

async function build(folder: string): Promise<void> {
  for (const name of readdirSync(cache)) {
    const other = join(cache, name);
    if (!name.endsWith('.building') && Date.now() - statSync(other).mtimeMs > KEPT_MS) rmSync(other, { recursive: true, force: true });
  }
  const unfinished = `${folder}.${process.pid}`;
  await promisify(execFile)(process.execPath, ['tools/build/build.ts', 'apps/admin-ui', unfinished], { cwd: workspace });
  renameSync(unfinished, folder);
}

function takeLock(lock: string): boolean {
  mkdirSync(cache, { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(workspace, source);
    const files = statSync(path).isDirectory()
      ? (readdirSync(path, { recursive: true }) as string[]).sort().map((file) => join(path, file))
      : [path];
    for (const file of files) {
      if (/\.spec\.ts$|\/testing\//.test(file)) continue;
      const { isFile, mtimeMs, size } = described(file);
      if (isFile) hash.update(`${file} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest('hex').slice(0, 20);
}

function described(file: string) {
  const stats = statSync(file);
  return { isFile: stats.isFile(), mtimeMs: stats.mtimeMs, size: stats.size };
}
