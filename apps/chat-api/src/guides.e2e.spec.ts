import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTestService, type TestService } from './testing/test-service.js';

const workspace = join(import.meta.dirname, '../../..');
const guide = readFileSync(join(workspace, 'docs/guides/call-it-from-code.md'), 'utf8');

/** The blocks of the guide below their headings. The first one only names a running stack: here it is the test's. */
const examples = [...guide.matchAll(/## ([^\n]+)\n|```(sh|js)\n([^]+?)```/g)]
  .reduce<{ heading: string; language: string; code: string }[]>((found, [, heading, language, code]) => {
    const under = found.at(-1)?.heading ?? '';
    if (heading) return [...found, { heading, language: '', code: '' }];
    return [...found, { heading: under, language: language!, code: code! }];
  }, [])
  .filter(({ heading, code }) => heading !== '' && code !== '');

describe('the guide "Call it from code"', () => {
  let service: TestService;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    service = await startTestService(['harbor-clinic']);
    const token = (await service.token('harbor-clinic')).slice('Bearer '.length);
    env = { PATH: process.env['PATH'], SALIENT_URL: service.url, SALIENT_TOKEN: token };
  });
  afterAll(() => service.close());

  it('has examples', () => expect(examples.length).toBeGreaterThanOrEqual(6));

  it.each(examples)('runs as it is written: $heading ($language)', async ({ language, code }) => {
    const [program, args] = language === 'sh' ? ['sh', ['-ec', code]] : [process.execPath, ['--input-type=module', '-e', code]];
    const { stdout } = await promisify(execFile)(program!, args as string[], { cwd: workspace, env });
    expect(stdout).toMatch(/Ana Ruiz|harbor-clinic\/info/);
  });
});
