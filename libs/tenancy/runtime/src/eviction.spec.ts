import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { ServerBrokers } from './server-brokers.js';
import { CONNECTION_DEFAULTS, type TenancyOptions } from './tenancy.options.js';
import { TenantHandles } from './tenant-handles.js';
import { runEvictionLoad } from './testing/eviction-load.js';

describe('taking handles away under load', () => {
  let tenancy: TestTenancy;
  let handles: TenantHandles;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme', 'globex', 'initech');
  });
  beforeEach(() => {
    const options: TenancyOptions = {
      keyring: tenancy.keyring,
      applicationName: 'eviction',
      entities: [],
      connections: { ...CONNECTION_DEFAULTS, budget: 6 },
      handlesMax: 100,
      idleMs: 60_000,
    };
    handles = new TenantHandles(options, new ServerBrokers(options));
  });
  afterEach(() => handles.onApplicationShutdown());
  afterAll(() => tenancy.close());

  it('cuts no work, also not in open transactions', async () => {
    const { errors, missing } = await runEvictionLoad(tenancy, handles, {
      transactions: 600,
      workers: 6,
      evict: ({ tenant }) => handles.forget(tenant.id, 'evicted'),
    });
    expect([errors, missing]).toEqual([[], 0]);
    expect(handles.drains.evicted).toBeGreaterThan(100);
  });

  it('would cut work if handles were destroyed instead of drained: this load can tell', async () => {
    const { errors, missing } = await runEvictionLoad(tenancy, handles, {
      transactions: 60,
      workers: 6,
      evict: async ({ tenant, dataSource }) => {
        handles.forget(tenant.id, 'evicted');
        if (dataSource.isInitialized) await dataSource.destroy().catch(() => undefined);
      },
    });
    expect(errors.length).toBeGreaterThan(0);
    expect(missing).toBeGreaterThan(0);
  });
});
