import { withClient, type ControlDatabase } from '@salient/platform';
import { CONNECTION_DEFAULTS, ServerBrokers, TenantHandles } from '@salient/tenancy';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueryRunner } from 'typeorm';
import { DatabasePool } from './database-pool.js';
import { registerServer, type ServerAccess } from './database-servers.js';
import { TenantMover } from './move/tenant-mover.js';
import { tenantMoves } from './move/tenant-move.store.js';
import { exportTenant } from './archive/tenant-archive.js';
import { migrateTenants } from './tenant-migrations.js';
import { TenantProvisioner } from './tenant-provisioner.js';
import { testTenancy, testTenancyOptions, type TestTenancy } from './testing/index.js';

class Notes1799999999980 {
  up = (runner: QueryRunner) => runner.query('CREATE TABLE notes (id integer PRIMARY KEY)');
  down = (runner: QueryRunner) => runner.query('DROP TABLE notes');
}

const BUDGET = 4;
const SLUGS = Array.from({ length: 12 }, (_, index) => `t${index}`);
const VISITORS = ['t8', 't9', 't10', 't11'];
/** Behind a pooler the server sees the pooler's connections, which are as many as that wants. */
const BOUND = process.env['TEST_PGBOUNCER_PORT'] ? Number.POSITIVE_INFINITY : undefined;
const OPERATOR = { kind: 'system', id: 'spec' } as const;

describe('an operator’s work', () => {
  let tenancy: TestTenancy;
  let brokers: ServerBrokers;
  let handles: TenantHandles;
  let access: ServerAccess & { readonly control: ControlDatabase };
  let folder: string;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, ...SLUGS);
    folder = await mkdtemp(join(tmpdir(), 'salient-lane-'));
    const options = {
      ...testTenancyOptions(tenancy.keyring),
      connections: { ...CONNECTION_DEFAULTS, budget: BUDGET, reserved: 1, operatorShare: 0.5 },
    };
    brokers = new ServerBrokers(options);
    handles = new TenantHandles(options, brokers);
    access = { ...tenancy.access, brokers };
    const address = { ...tenancy.address, host: 'localhost', database: 'postgres' };
    await registerServer(access, { name: 'second', address, reservedConnections: 0 });
    await tenancy.control.query(`UPDATE database_servers SET accepts_tenants = false WHERE name = 'second'`);
  });
  afterAll(async () => {
    await new TenantMover(access, { migrations: [], arrival: '' }).dropFormer();
    await tenancy.close();
    await rm(folder, { recursive: true });
  });

  /** The most connections at once to any database of an account or of the pool while `work` runs. */
  async function mostConnections(work: Promise<unknown>): Promise<number> {
    let [most, done] = [0, false];
    const ended = work.finally(() => (done = true));
    await withClient(tenancy.address, async (client) => {
      while (!done) {
        const { rows } = await client.query<{ n: number }>(OPEN_CONNECTIONS);
        most = Math.max(most, rows[0]!.n);
      }
    });
    await ended;
    return most;
  }

  /** Every connection that a client has, whoever opened it: what goes past the broker is counted as well. */
  const OPEN_CONNECTIONS = `
    SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname IN (
      SELECT database_name FROM tenant_registry UNION ALL SELECT database_name FROM pooled_databases
      UNION ALL SELECT unnest(ARRAY[from_database, to_database]) FROM tenant_moves)`;

  /** Visitors that ask without a pause, until they are told to stop. */
  function visit() {
    const stop = new AbortController();
    const failures: unknown[] = [];
    let answers = 0;
    const visits = VISITORS.map(async (slug) => {
      while (!stop.signal.aborted) {
        const lease = await handles.lend(tenancy.tenants[slug]!);
        await lease.dataSource.query('SELECT pg_sleep(0.002)').then(
          () => (answers += 1),
          (error: unknown) => failures.push(error),
        );
        lease.release();
      }
    });
    return {
      async end() {
        stop.abort();
        await Promise.all(visits);
        return { failures, answers };
      },
    };
  }

  it('has its connections inside the budget of the process, as the server counts them, and visitors wait for none of it', async () => {
    const visitors = visit();
    const provisioner = new TenantProvisioner({ ...access, migrations: [] });
    const work = async () => {
      const { tenants } = await migrateTenants(access, [Notes1799999999980], { canaries: 1, concurrencyPerServer: 8 });
      expect(tenants.filter(({ error }) => error !== undefined)).toEqual([]);
      await Promise.all([
        ...SLUGS.slice(0, 4).map((slug) => exportTenant(access, slug, join(folder, slug), OPERATOR)),
        new DatabasePool(access, [Notes1799999999980]).fill(1),
        provisioner.provision({ slug: 'made-meanwhile', name: 'Made meanwhile' }),
      ]);
    };
    const most = await mostConnections(work());
    const { failures, answers } = await visitors.end();
    await handles.onApplicationShutdown();
    expect(failures).toEqual([]);
    expect(answers).toBeGreaterThan(SLUGS.length);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(BOUND ?? BUDGET);
  });

  it('moves two accounts at once with one connection to each server, and neither waits for the other for ever', async () => {
    const alone = { ...testTenancyOptions(tenancy.keyring), connections: { ...CONNECTION_DEFAULTS, budget: 1 } };
    const narrow = { ...access, brokers: new ServerBrokers(alone) };
    const mover = new TenantMover(narrow, { migrations: [Notes1799999999980], arrival: 'SELECT 1' });
    const ids = ['t0', 't1'].map((slug) => tenancy.tenants[slug]!.id);
    for (const id of ids) await mover.start(id, { server: 'second', keepSeconds: 0 }, OPERATOR);
    const most = await mostConnections(Promise.all([mover.work(), mover.work()]));
    for (const id of ids) expect((await tenantMoves.page(tenancy.control, 1, null, id))[0]).toMatchObject({ status: 'completed' });
    expect(most).toBeLessThanOrEqual(BOUND ?? 2); // one to each server
    await narrow.brokers.close();
  });
});
