import { withClient } from '@salient/platform';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { NoCurrentTenant, TenantUnavailable } from './tenancy.errors.js';
import { TenantDb } from './tenant-db.js';
import { ServerBrokers } from './server-brokers.js';
import { CONNECTION_DEFAULTS, type TenancyOptions } from './tenancy.options.js';
import { TenantHandles } from './tenant-handles.js';

describe('TenantHandles', () => {
  let tenancy: TestTenancy;
  const open: TenantHandles[] = [];

  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme', 'globex', 'initech');
  });
  afterEach(() => Promise.all(open.splice(0).map((handles) => handles.onApplicationShutdown())));
  afterAll(() => tenancy.close());

  const tenant = (slug: string) => tenancy.tenants[slug]!;
  function handles(settings: { handlesMax?: number; idleMs?: number } = {}): TenantHandles {
    const options: TenancyOptions = {
      keyring: tenancy.keyring,
      applicationName: 'handles',
      entities: [],
      connections: { ...CONNECTION_DEFAULTS, budget: 4 },
      handlesMax: 10,
      idleMs: 60_000,
      ...settings,
    };
    const made = new TenantHandles(options, new ServerBrokers(options));
    open.push(made);
    return made;
  }

  it('opens a tenant once for a thousand simultaneous first uses', async () => {
    const cache = handles();
    const leases = await Promise.all(Array.from({ length: 1_000 }, () => cache.lend(tenant('acme'))));
    expect(new Set(leases.map((lease) => lease.dataSource)).size).toBe(1);
    expect(cache.size).toBe(1);
    for (const lease of leases) lease.release();
  });

  it('makes room by closing the tenant that has been unused longest', async () => {
    const cache = handles({ handlesMax: 2 });
    const acme = await cache.lend(tenant('acme'));
    acme.release();
    const globex = await cache.lend(tenant('globex'));
    globex.release();
    (await cache.lend(tenant('acme'))).release();
    (await cache.lend(tenant('initech'))).release();
    await using acmeAgain = await cache.lend(tenant('acme'));
    expect(acmeAgain.dataSource).toBe(acme.dataSource);
    await using globexAgain = await cache.lend(tenant('globex'));
    expect(globexAgain.dataSource).not.toBe(globex.dataSource);
  });

  it('never closes a tenant that is in use, and refuses the newcomer instead', async () => {
    const cache = handles({ handlesMax: 1 });
    const acme = await cache.lend(tenant('acme'));
    await expect(cache.lend(tenant('globex'))).rejects.toThrow(TenantUnavailable);
    expect(await acme.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    acme.release();
    (await cache.lend(tenant('globex'))).release();
  });

  it('lets work finish on the old connection when the tenant changes, while new work uses the new one', async () => {
    const cache = handles();
    const before = await cache.lend(tenant('acme'));
    const running = before.dataSource.transaction(async (manager) => {
      await manager.query('SELECT 1');
      const after = await cache.lend({ ...tenant('acme'), configVersion: tenant('acme').configVersion + 1 });
      expect(after.dataSource).not.toBe(before.dataSource);
      after.release();
      return manager.query(`SELECT 'whole' AS work`);
    });
    expect(await running).toEqual([{ work: 'whole' }]);
    expect(before.dataSource.isInitialized).toBe(true);
    before.release();
    await cache.onApplicationShutdown();
    expect(before.dataSource.isInitialized).toBe(false);
  });

  it('counts a lease that is released twice once', async () => {
    const cache = handles({ handlesMax: 1 });
    const first = await cache.lend(tenant('acme'));
    const second = await cache.lend(tenant('acme'));
    first.release();
    first.release();
    await expect(cache.lend(tenant('globex'))).rejects.toThrow(TenantUnavailable);
    second.release();
  });

  it('opens without a connection: a wrong password is told by the first statement, and a newer version of the tenant works', async () => {
    const cache = handles();
    const { address, configVersion } = tenant('acme');
    await using wrong = await cache.lend({ ...tenant('acme'), address: { ...address, password: 'wrong' } });
    await expect(wrong.dataSource.query('SELECT 1')).rejects.toThrow(TenantUnavailable);
    await using right = await cache.lend({ ...tenant('acme'), configVersion: configVersion + 1 });
    expect(await right.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says which leases have not come back, and whose they are', async () => {
    const cache = handles();
    const lease = await cache.lend(tenant('acme'), 'turn 7');
    expect(cache.leasesOlderThan(-1)).toEqual([{ tenantId: tenant('acme').id, owner: 'turn 7', heldMs: expect.any(Number) }]);
    expect(cache.leasesOlderThan(60_000)).toEqual([]);
    lease.release();
    expect(cache.leasesOlderThan(-1)).toEqual([]);
  });

  it('tells when nobody uses a tenant any more', async () => {
    const cache = handles();
    const lease = await cache.lend(tenant('acme'));
    cache.forget(tenant('acme').id);
    let isDrained = false;
    const drained = cache.drained(tenant('acme').id).then(() => (isDrained = true));
    await lease.dataSource.query('SELECT 1');
    expect(isDrained).toBe(false);
    lease.release();
    await drained;
    expect(cache.size).toBe(0);
  });

  it('keeps no connection to a tenant after it was shut down', async () => {
    const cache = handles();
    await using lease = await cache.lend(tenant('globex'));
    await lease.dataSource.query('SELECT 1');
    lease.release();
    await cache.onApplicationShutdown();
    const { rows } = await withClient(tenancy.address, (client) =>
      client.query(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'handles' AND datname = $1`, [
        tenant('globex').address.database,
      ]),
    );
    expect(rows).toEqual([]);
  });
});

describe('TenantDb', () => {
  let tenancy: TestTenancy;
  const db = new TenantDb();
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme', 'globex');
  });
  afterAll(() => tenancy.close());

  const whoAmI = async () => (await db.query<{ tenant_id: string }>('SELECT tenant_id FROM tenant_identity'))[0]?.tenant_id;

  it('reaches the tenant of its scope and no other, however the work is interleaved', async () => {
    const slugs = Array.from({ length: 200 }, (_, index) => (index % 2 ? 'acme' : 'globex'));
    const seen = await Promise.all(slugs.map((slug) => tenancy.run(slug, whoAmI)));
    expect(seen).toEqual(slugs.map((slug) => tenancy.tenants[slug]!.id));
  });

  it('refuses to work outside a scope', async () => {
    await expect(whoAmI()).rejects.toThrow(NoCurrentTenant);
    expect(() => db.repository('agents')).toThrow(NoCurrentTenant);
  });

  it('answers a lost connection as an account that is unavailable', async () => {
    const lost = tenancy.run('acme', () => db.query('SELECT pg_terminate_backend(pg_backend_pid())'));
    await expect(lost).rejects.toThrow(TenantUnavailable);
    await expect(tenancy.run('acme', whoAmI)).resolves.toBe(tenancy.tenants['acme']!.id);
  });

  it('rolls a failed transaction back', async () => {
    const work = tenancy.run('acme', () =>
      db.transaction(async (sql) => {
        await sql.query('UPDATE tenant_identity SET tenant_id = gen_random_uuid()');
        throw new Error('changed my mind');
      }),
    );
    await expect(work).rejects.toThrow('changed my mind');
    await expect(tenancy.run('acme', whoAmI)).resolves.toBe(tenancy.tenants['acme']!.id);
  });
});
