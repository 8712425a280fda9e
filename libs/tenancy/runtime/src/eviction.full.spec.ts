import { testTenancy } from '@salient/tenancy/testing';
import { ServerBrokers } from './server-brokers.js';
import { CONNECTION_DEFAULTS, type TenancyOptions } from './tenancy.options.js';
import { TenantHandles } from './tenant-handles.js';
import { runEvictionLoad } from './testing/eviction-load.js';

const TRANSACTIONS = 100_000;

describe('a hundred thousand evictions under load', () => {
  it('cut no work and leave nothing open', async () => {
    const tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme', 'globex', 'initech', 'umbrella');
    const options: TenancyOptions = {
      keyring: tenancy.keyring,
      applicationName: 'eviction',
      entities: [],
      connections: { ...CONNECTION_DEFAULTS, budget: 8 },
      handlesMax: 100,
      idleMs: 60_000,
    };
    const brokers = new ServerBrokers(options);
    const handles = new TenantHandles(options, brokers);
    const { errors, missing } = await runEvictionLoad(tenancy, handles, {
      transactions: TRANSACTIONS,
      workers: 4,
      evict: ({ tenant }) => handles.forget(tenant.id, 'evicted'),
    });
    expect([errors.slice(0, 5), missing]).toEqual([[], 0]);
    expect(handles.drains.evicted).toBeGreaterThanOrEqual(TRANSACTIONS / 2);
    await handles.onApplicationShutdown();
    expect(handles.size).toBe(0);
    for (const snapshot of brokers.snapshots().values())
      expect(snapshot).toMatchObject({ lent: 0, idle: 0, dialing: 0, closing: 0, waiting: 0, tenants: 0 });
    await tenancy.close();
  }, 1_200_000);
});
