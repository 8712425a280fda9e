import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const workspace = join(import.meta.dirname, '../..');
const { devDependencies } = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};

const folder = mkdtempSync(join(tmpdir(), 'salient-bundles-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bundles in a process of its own, as Nx does: the bundler's native parts do not live inside Jest's module registry. */
function bundle(app: string): string {
  const out = join(folder, app);
  const { status, stderr } = spawnSync(process.execPath, ['tools/build/build.ts', `apps/${app}`, out], {
    cwd: workspace,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return out;
}

const inputsOf = (out: string) => JSON.parse(readFileSync(join(out, 'inputs.json'), 'utf8')) as string[];
const sourcesUnder = (out: string, ...roots: string[]) => inputsOf(out).filter((path) => roots.some((root) => path.startsWith(root)));

/** Starts the bundle from a folder far from any node_modules, with nothing in its environment. */
const startWithNothing = (out: string) => spawnSync(process.execPath, [join(out, 'main.js')], { cwd: '/', env: {}, encoding: 'utf8' });

describe.each([
  {
    app: 'chat-api',
    foreign: [
      'apps/admin-api/',
      'libs/auth/admin/',
      'libs/tenancy/lifecycle/',
      'libs/domain/tenant-schema/',
      'node_modules/@node-rs/argon2/',
    ],
    own: ['apps/chat-api/', 'libs/domain/chat/'],
    variables: ['SALIENT_ENCRYPTION_KEYS', 'POSTGRES_ADMIN_URL'],
  },
  {
    app: 'admin-api',
    foreign: ['apps/chat-api/', 'libs/domain/chat/', 'libs/domain/models/'],
    own: ['apps/admin-api/', 'libs/auth/admin/'],
    variables: ['SALIENT_ENCRYPTION_KEYS', 'POSTGRES_ADMIN_URL', 'JWT_SECRET'],
  },
])('The bundle of $app', ({ app, foreign, own, variables }) => {
  let out: string;
  beforeAll(() => (out = bundle(app)), 60_000);

  it('holds its own code and none of the other service', () => {
    expect(sourcesUnder(out, ...foreign)).toEqual([]);
    for (const root of own) expect(sourcesUnder(out, root)).not.toEqual([]);
  });

  it('holds no test code and no development dependency', () => {
    expect(inputsOf(out).filter((path) => /\.spec\.ts$|\/testing\//.test(path) && !path.startsWith('node_modules/'))).toEqual([]);
    expect(sourcesUnder(out, ...Object.keys(devDependencies).map((name) => `node_modules/${name}/`))).toEqual([]);
  });

  it('brings the files of its API page, and besides these only its own code: all that its image will hold', () => {
    expect(readdirSync(join(out, 'swagger-ui')).sort()).toEqual(['LICENSE', 'swagger-ui-bundle.js', 'swagger-ui.css']);
    const files = readdirSync(out).filter((file) => !file.endsWith('.node'));
    expect(files.sort()).toEqual(['inputs.json', 'main.js', 'main.js.map', 'package.json', 'swagger-ui']);
  });

  it('starts with plain node from any folder, and names every variable that it lacks at once', () => {
    const { status, stdout, stderr } = startWithNothing(out);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    for (const variable of variables) expect(stderr).toContain(`${variable}: is missing`);
  });
});

describe('The bundle of admin-api alone', () => {
  it('brings the machine code that hashes passwords, which chat-api has no use for', () => {
    const nativeFiles = (app: string) => readdirSync(join(folder, app)).filter((file) => file.endsWith('.node'));
    expect(nativeFiles('admin-api')).toEqual([expect.stringMatching(/^argon2\./)]);
    expect(nativeFiles('chat-api')).toEqual([]);
  });
});
