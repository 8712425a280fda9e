import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf } from '../processes/command-line.ts';
import { endProcess } from '../processes/end-process.ts';
import { readJson, writePrivateJson } from '../processes/private-file.ts';
import { Refusal } from '../processes/refusal.ts';

export interface RunningApp {
  readonly app: string;
  readonly pid: number;
}

interface LockContent {
  readonly pid: number;
  readonly apps: readonly RunningApp[];
}

const LEFTOVER_GRACE_MS = 5_000;

/**
 * The data folder belongs to one launcher at a time. The lock also remembers the apps that it started, so that the next one
 * can end them if this one is killed.
 */
export class FolderLock {
  private readonly file: string;
  private readonly apps: RunningApp[] = [];

  private constructor(dataDirectory: string) {
    this.file = join(dataDirectory, 'stack.lock');
  }

  /** @throws Refusal when another launcher works on the folder */
  static async take(dataDirectory: string): Promise<FolderLock> {
    mkdirSync(dataDirectory, { recursive: true });
    const lock = new FolderLock(dataDirectory);
    if (!lock.create()) {
      await lock.clear(dataDirectory);
      if (!lock.create()) throw new Refusal(`Salient is being started on ${dataDirectory} by someone else.`);
    }
    return lock;
  }

  /** Remembers an app that has just been started. */
  add(app: RunningApp): void {
    this.apps.push(app);
    writePrivateJson(this.file, this.content());
  }

  release(): void {
    rmSync(this.file, { force: true });
  }

  private create(): boolean {
    try {
      writeFileSync(this.file, JSON.stringify(this.content()), { flag: 'wx', mode: 0o600 });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  /** Removes the lock of a launcher that is gone, and ends what it left running. */
  private async clear(dataDirectory: string): Promise<void> {
    const { pid, apps } = readJson<LockContent>(this.file) ?? { pid: 0, apps: [] };
    // In a container a new launcher can have the very id of the one before it.
    const isAlive = pid !== process.pid && commandLineOf(pid)?.includes('local-stack/main.ts');
    if (isAlive) throw new Refusal(`Salient already runs on ${dataDirectory} (process ${pid}).`);
    await Promise.all(apps.filter(isStillThere).map((app) => endProcess(app.pid, LEFTOVER_GRACE_MS)));
    this.release();
  }

  private content(): LockContent {
    return { pid: process.pid, apps: this.apps };
  }
}

function isStillThere({ app, pid }: RunningApp): boolean {
  return commandLineOf(pid)?.includes(`dist/apps/${app}/main.js`) ?? false;
}
