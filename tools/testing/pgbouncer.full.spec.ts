import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspace } from '../local-stack/settings.ts';

const PROJECTS = ['chat-api', 'admin-api', 'tenancy', 'tenancy-lifecycle', 'domain-agents', 'domain-chat', 'domain-directory'];
/** What the documents name of every route is said once: it does not depend on how a database is reached. */
const SPECS = '^(?!.*documented-answers)';
const RUN_MS = 900_000;

describe('behind PgBouncer in transaction mode', () => {
  it(
    'every promise of tenancy and of the services holds',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'salient-pooled-'));
      const report = join(folder, 'report.json');
      const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, '--passWithNoTests'];
      const { FULL_SPECS: _full, TEST_POSTGRES_URL: _server, ...environment } = process.env;
      const child = spawn(process.execPath, [...jest, `--testPathPatterns=${SPECS}`, '--selectProjects', ...PROJECTS], {
        cwd: workspace,
        env: { ...environment, TEST_PGBOUNCER: '1' },
        stdio: 'ignore',
      });
      await once(child, 'exit');
      const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
        numPassedTests: number;
        testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[];
      };
      rmSync(folder, { recursive: true });
      const failed = testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed'));
      expect([failed.map(({ fullName }) => fullName), testResults.map(({ message }) => message).join('')]).toEqual([[], '']);
      expect(numPassedTests).toBeGreaterThan(250);
    },
    RUN_MS,
  );
});
