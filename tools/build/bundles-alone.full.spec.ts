import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npm run test:full` has built every app. */
const built = join(import.meta.dirname, '../../dist/apps');

describe('A bundle, alone in a folder far from any node_modules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'salient-bundles-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    { app: 'chat-api', env: {}, says: 'SALIENT_ENCRYPTION_KEYS: is missing' },
    { app: 'admin-api', env: {}, says: 'JWT_SECRET: is missing' },
    { app: 'admin-ui', env: { PORT: 'none' }, says: 'PORT: ' },
    { app: 'salient-cli', env: {}, says: 'Usage: salient' },
  ])('starts with plain node: $app', ({ app, env, says }) => {
    cpSync(join(built, app), join(folder, app), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(folder, app, 'main.js')], { cwd: '/', env, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(says) });
  });
});
