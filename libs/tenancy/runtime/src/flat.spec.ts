import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ServerBrokers } from './server-brokers.js';
import { CONNECTION_DEFAULTS, type TenancyOptions } from './tenancy.options.js';
import { TenantHandles } from './tenant-handles.js';

@Entity('flat_things')
class Thing {
  @PrimaryColumn('integer') id!: number;
  @Column('text') name!: string;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What a tenant that is gone may leave: nothing. The measure itself is good to some bytes for each. */
const BYTES_PER_OPEN_MAX = 64;

describe('ten thousand opens and closes', () => {
  let tenancy: TestTenancy;
  let handles: TenantHandles;
  let brokers: ServerBrokers;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme');
    const options: TenancyOptions = {
      keyring: tenancy.keyring,
      applicationName: 'flat',
      entities: [Thing],
      connections: { ...CONNECTION_DEFAULTS, budget: 2 },
      handlesMax: 50,
      idleMs: 60_000,
    };
    brokers = new ServerBrokers(options);
    handles = new TenantHandles(options, brokers);
  });
  afterAll(async () => {
    await handles.onApplicationShutdown();
    await tenancy.close();
  });

  /** Tenants that nobody has seen; every hundredth is a real one, and asks its database something. */
  async function openAndClose(count: number, round: string): Promise<void> {
    const acme = tenancy.tenants['acme']!;
    for (let index = 0; index < count; index++) {
      const isReal = index % 100 === 0;
      const lease = await handles.lend(isReal ? acme : { ...acme, id: `${round}-${index}` });
      if (isReal) await lease.dataSource.query('SELECT 1');
      lease.release();
      if (isReal) handles.forget(acme.id, 'evicted');
    }
    await handles.drained(acme.id);
  }
  async function state() {
    for (const { id } of handles.tenants()) handles.forget(id, 'evicted');
    while (handles.size > 0) await new Promise(setImmediate);
    const [broker] = brokers.all().values();
    while (broker!.snapshot.closing > 0) await new Promise(setImmediate);
    collectGarbage();
    const resources = Object.groupBy(process.getActiveResourcesInfo(), (name) => name);
    return {
      heapBytes: process.memoryUsage().heapUsed,
      sockets: resources['TCPSocketWrap']?.length ?? 0,
      timers: resources['Timeout']?.length ?? 0,
      listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
      ...broker!.snapshot,
    };
  }

  it('leave heap, sockets, timers, listeners and permits as they were', async () => {
    await openAndClose(2_000, 'before');
    const before = await state();
    await openAndClose(10_000, 'counted');
    const after = await state();
    expect(handles.drains.evicted).toBeGreaterThanOrEqual(12_000);
    expect({ ...after, heapBytes: 0, timers: 0 }).toEqual({ ...before, heapBytes: 0, timers: 0 });
    expect(after.timers).toBeLessThanOrEqual(before.timers); // the runner's own come and go
    expect(after).toMatchObject({ lent: 0, idle: 0, dialing: 0, closing: 0, waiting: 0, tenants: 0 });
    expect((after.heapBytes - before.heapBytes) / 10_000).toBeLessThan(BYTES_PER_OPEN_MAX);
  });
});
