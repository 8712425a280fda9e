import { CONNECTION_DEFAULTS, ServerBrokers, TenantHandles, TenantUnavailable, type TenancyOptions } from '@salient/tenancy';
import { registerServer } from '@salient/tenancy/lifecycle';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../postgres/embedded-postgres.ts';

const SPEC_MS = 120_000;
const PASSWORD = 'second';

describe('accounts on two PostgreSQL servers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'salient-second-'));
  let second: EmbeddedPostgres;
  let tenancy: TestTenancy;
  let handles: TenantHandles;
  beforeAll(async () => {
    second = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), password: PASSWORD, settings: { fsync: 'off' } });
    tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme');
    const access = tenancy.access;
    const address = { ...tenancy.address, port: second.port, password: PASSWORD, database: 'postgres' };
    await registerServer(access, { name: 'second', address, reservedConnections: 0 });
    const options: TenancyOptions = {
      keyring: tenancy.keyring,
      applicationName: 'two-servers',
      entities: [],
      connections: { ...CONNECTION_DEFAULTS, budget: 4 },
      handlesMax: 10,
      idleMs: 60_000,
    };
    handles = new TenantHandles(options, new ServerBrokers(options));
  }, SPEC_MS);
  afterAll(async () => {
    await handles.onApplicationShutdown();
    await second.stop().catch(() => undefined); // the spec has stopped it
    await tenancy.close();
    rmSync(realpathSync(join(folder, 'postgres')), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }, SPEC_MS);

  it(
    'do not notice when the other server dies, and those on it are refused at once',
    async () => {
      const there = await tenancy.provisioner.provision({ slug: 'globex', name: 'Globex' });
      expect(there.address.port).toBe(second.port);
      const query = async (tenant: typeof there) => {
        await using lease = await handles.lend(tenant);
        return (await lease.dataSource.query('SELECT 1 AS one')) as object[];
      };
      const here = tenancy.tenants['acme']!;
      expect([await query(here), await query(there)]).toEqual([[{ one: 1 }], [{ one: 1 }]]);
      const stop = new AbortController();
      const visitors = Array.from({ length: 4 }, async () => {
        let answered = 0;
        for (; !stop.signal.aborted; answered++) expect(await query(here)).toEqual([{ one: 1 }]);
        return answered;
      });
      await second.stop();
      for (let time = 0; time < 30; time++) await expect(query(there)).rejects.toThrow(TenantUnavailable);
      stop.abort();
      for (const answered of await Promise.all(visitors)) expect(answered).toBeGreaterThan(0);
    },
    SPEC_MS,
  );
});
