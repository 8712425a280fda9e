import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderLock } from './lock.ts';

describe('The lock on the data folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'salient-lock-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const leave = (content: object) => writeFileSync(join(folder, 'stack.lock'), JSON.stringify(content));

  /** A process with the command line of something else, waiting until it is ended. */
  async function pretend(path: string) {
    const script = join(folder, path);
    mkdirSync(join(script, '..'), { recursive: true });
    writeFileSync(script, "process.stdout.write('up'); setInterval(() => {}, 1_000);");
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    return { pid: child.pid!, child, ended: once(child, 'exit') };
  }

  it('is free again once it was released', async () => {
    (await FolderLock.take(folder)).release();
    (await FolderLock.take(folder)).release();
  });

  it('refuses a second launcher in one line that names the first', async () => {
    const launcher = await pretend('local-stack/main.ts');
    leave({ pid: launcher.pid, apps: [] });
    await expect(FolderLock.take(folder)).rejects.toThrow(new RegExp(`^Salient already runs on .* \\(process ${launcher.pid}\\)\\.$`));
    launcher.child.kill();
    await launcher.ended;
  });

  it('passes on when its launcher was killed, and ends the apps that it left', async () => {
    const app = await pretend('dist/apps/chat-api/main.js');
    leave({ pid: 0, apps: [{ app: 'chat-api', pid: app.pid }] });
    (await FolderLock.take(folder)).release();
    expect(await app.ended).toEqual([null, 'SIGTERM']);
  });

  it('leaves a stranger alone that has the id of an app by now', async () => {
    const stranger = await pretend('someone-elses.js');
    leave({ pid: process.pid, apps: [{ app: 'chat-api', pid: stranger.pid }] });
    (await FolderLock.take(folder)).release();
    expect(stranger.child.exitCode).toBeNull();
    stranger.child.kill();
    expect(await stranger.ended).toEqual([null, 'SIGTERM']);
  });
});
