import { adminUsers } from '@salient/auth/admin';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { withClient, type PostgresAddress } from '@salient/platform';
import { registerServer } from '@salient/tenancy/lifecycle';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Service } from '../local-stack/service.ts';
import { workspace } from '../local-stack/settings.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { databaseEnvironment, startAdminApi } from './spec-services.ts';

const BUDGET = 4;
const CLI_CONNECTIONS = 3;
const BEHIND = 40;
const SERVED = ['acme', 'globex', 'initech', 'umbrella'];
const SAMPLE_MS = 10;
const SPEC_MS = 300_000;
const PASSWORD = 'second';
const PERSON = { email: 'root@example.com', password: 'correct horse battery staple' };

describe('operators’ work in a process of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'salient-lane-'));
  let second: EmbeddedPostgres;
  let tenancy: TestTenancy;
  let service: Service;
  let headers: Record<string, string>;

  beforeAll(async () => {
    second = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), password: PASSWORD, settings: { fsync: 'off' } });
    const slugs = [...SERVED, ...Array.from({ length: BEHIND }, (_, index) => `behind-${index}`)];
    tenancy = await testTenancy({ migrations: tenantMigrations, entities: [] }, ...slugs);
    await registerServer(tenancy.access, { name: 'second', address: secondAddress(), reservedConnections: 0 });
    await tenancy.control.query(`UPDATE database_servers SET accepts_tenants = false`);
    await adminUsers.put(tenancy.control, { ...PERSON, platformAdmin: true });
    service = await startAdminApi(tenancy, { TENANT_CONNECTION_BUDGET: `${BUDGET}` });
    headers = { 'content-type': 'application/json' };
    const { access_token: token } = await send<{ access_token: string }>('POST', '/auth/login', PERSON);
    headers = { ...headers, authorization: `Bearer ${token}` };
  }, SPEC_MS);
  afterAll(async () => {
    await service.stop(new AbortController().signal);
    await tenancy.close();
    await second.stop();
    rmSync(realpathSync(join(folder, 'postgres')), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }, SPEC_MS);

  const secondAddress = (): PostgresAddress => ({ ...tenancy.address, port: second.port, password: PASSWORD, database: 'postgres' });
  const leaveBehind = () =>
    tenancy.control.query(`UPDATE tenant_registry SET schema_version = $1 WHERE slug LIKE 'behind-%'`, [tenantMigrations[0]!.name]);

  async function send<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const answer = await fetch(`${service.url}/api/admin${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  async function ended(path: string): Promise<object> {
    for (;;) {
      const found = await send<{ status: string }>('GET', path);
      if (found.status !== 'running') return found;
      await wait(100);
    }
  }

  /** While `work` runs: the most connections of clients to accounts' databases on each of the two servers, whoever opened them. */
  async function mostConnections(work: Promise<unknown>): Promise<number[]> {
    let done = false;
    const ending = work.finally(() => (done = true));
    const sample = (address: PostgresAddress) =>
      withClient(address, async (client) => {
        let most = 0;
        for (; !done; await wait(SAMPLE_MS)) {
          const { rows } = await client.query<{ n: number }>(
            `SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname IN (
               SELECT unnest(string_to_array($1, ',')))`,
            [(await databases()).join()],
          );
          most = Math.max(most, rows[0]!.n);
        }
        return most;
      });
    const most = await Promise.all([tenancy.address, secondAddress()].map(sample));
    await ending;
    return most;
  }

  const databases = async () => {
    const rows = await tenancy.control.query<{ name: string }>(
      `SELECT database_name AS name FROM tenant_registry UNION SELECT unnest(ARRAY[from_database, to_database]) FROM tenant_moves`,
    );
    return rows.map(({ name }) => name);
  };

  it(
    'keeps admin-api within its budget of each server while it migrates the fleet, moves accounts, and answers',
    async () => {
      await leaveBehind();
      const stop = new AbortController();
      let answers = 0;
      const people = SERVED.flatMap((slug) => [slug, slug]).map(async (slug) => {
        while (!stop.signal.aborted) {
          await send('GET', `/accounts/${slug}/agents`);
          answers += 1;
        }
      });
      const work = async () => {
        const { id } = await send<{ id: string }>('POST', '/fleet-migrations', { canaries: 1, concurrency: 8 });
        const moves = [];
        for (const slug of SERVED.slice(0, 2))
          moves.push(await send<{ id: string }>('POST', `/accounts/${slug}/move`, { server: 'second', keep: '0' }));
        expect(await ended(`/fleet-migrations/${id}`)).toMatchObject({ status: 'completed', done: BEHIND, failed: 0 });
        for (const move of moves) expect(await ended(`/tenant-moves/${move.id}`)).toMatchObject({ status: 'completed' });
        stop.abort();
        await Promise.all(people);
      };
      const most = await mostConnections(work());
      expect(answers).toBeGreaterThan(BEHIND);
      for (const connections of most) {
        expect(connections).toBeGreaterThan(0);
        expect(connections).toBeLessThanOrEqual(BUDGET);
      }
      process.stdout.write(`${most.join(' and ')} connections at most of ${BUDGET} to each server, under ${answers} answers\n`);
    },
    SPEC_MS,
  );

  it(
    'keeps "salient migrate" within what it was told',
    async () => {
      await service.stop(new AbortController().signal);
      await leaveBehind();
      const program = ['--enable-source-maps', 'dist/apps/salient-cli/main.js', 'migrate', '--concurrency', `${CLI_CONNECTIONS}`];
      const migrating = spawn(process.execPath, program, {
        cwd: workspace,
        env: databaseEnvironment(tenancy, 'admin'),
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [most] = await mostConnections(
        once(migrating, 'exit').then(([code]) => {
          expect(code).toBe(0);
        }),
      );
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThanOrEqual(CLI_CONNECTIONS);
    },
    SPEC_MS,
  );
});
