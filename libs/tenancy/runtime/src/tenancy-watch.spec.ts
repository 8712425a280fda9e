import { ControlChannel, DebugPages, Metrics } from '@salient/platform';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import type { PinoLogger } from 'nestjs-pino';
import { ServerBrokers } from './server-brokers.js';
import { CONNECTION_DEFAULTS, type TenancyOptions } from './tenancy.options.js';
import { TenancyReport } from './tenancy-report.js';
import { TenancyWatch } from './tenancy-watch.js';
import { TenantHandles } from './tenant-handles.js';
import { TenantRegistry } from './tenant-registry.js';

const TENANTS = Array.from({ length: 14 }, (_, index) => `t${index}`);

describe('what operators see of tenancy', () => {
  let tenancy: TestTenancy;
  let handles: TenantHandles;
  let watch: TenancyWatch;
  let report: TenancyReport;
  const metrics = new Metrics();
  const alarms: { event: string; leases: object[] }[] = [];
  const alarmed = Promise.withResolvers<void>();
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, ...TENANTS);
    const options: TenancyOptions = {
      keyring: tenancy.keyring,
      applicationName: 'watch',
      entities: [],
      connections: { ...CONNECTION_DEFAULTS, budget: 3, ceiling: 3, waitersMax: 5 },
      handlesMax: 50,
      idleMs: 60_000,
      leaseMsMax: 50,
    };
    const logger = {
      error: (alarm: (typeof alarms)[number]) => {
        alarms.push(alarm);
        alarmed.resolve();
      },
    } as unknown as PinoLogger;
    const channel = new ControlChannel(tenancy.address, logger, tenancy.control);
    const brokers = new ServerBrokers(options);
    handles = new TenantHandles(options, brokers);
    report = new TenancyReport(brokers, handles, new TenantRegistry(options, tenancy.control, channel), channel);
    watch = new TenancyWatch(options, handles, brokers, logger, report, metrics, new DebugPages());
  });
  afterAll(async () => {
    watch.onApplicationShutdown();
    await handles.onApplicationShutdown();
    await tenancy.close();
  });
  const number = async (name: string) =>
    Number(
      (await metrics.registry.metrics())
        .split('\n')
        .find((line) => line.startsWith(name))!
        .split(' ')[1],
    );

  it('are leases that do not come back: whose they are, and for how long they have been held', async () => {
    const lost = await handles.lend(tenancy.tenants['t0']!, 'turn 7');
    watch.onApplicationBootstrap();
    await alarmed.promise;
    expect(alarms[0]).toMatchObject({
      event: 'lease_leak',
      leases: [{ tenantId: lost.tenant.id, owner: 'turn 7', heldMs: expect.any(Number) }],
    });
    expect(await number('salient_tenant_leases_overdue')).toBe(1);
    lost.release();
    expect(await number('salient_tenant_leases_overdue')).toBe(0);
  });

  it('are who holds and who waits, with labels for the ten tenants that want the most and no other', async () => {
    const leases = await Promise.all(TENANTS.map((slug) => handles.lend(tenancy.tenants[slug]!, 'spec')));
    const runner = leases[0]!.dataSource.createQueryRunner();
    await runner.startTransaction();
    const working = Promise.all(leases.map(({ dataSource }) => dataSource.query('SELECT pg_sleep(0.05)')));
    const text = await metrics.registry.metrics();
    const labels = text.split('\n').filter((line) => line.startsWith('salient_tenant_demand_top{'));
    expect(labels).toHaveLength(10);
    expect(text).toContain('salient_tenant_connections{state="budget"} 3');
    const [server] = report.read().tables['connections, by server']!;
    expect(server).toMatchObject({ budget: 3, waiting: TENANTS.length, given_up: false });
    await working;
    await runner.commitTransaction();
    await runner.release();
    expect(await number('salient_tenant_connection_wait_seconds_count')).toBe(TENANTS.length + 1);
    expect(report.read().tables['oldest leases']).toHaveLength(TENANTS.length);
    for (const { release } of leases) release();
    expect(report.read().tables['oldest leases']).toEqual([]);
  });

  it('is why somebody was refused', async () => {
    await using lease = await handles.lend(tenancy.tenants['t1']!);
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => lease.dataSource.query('SELECT pg_sleep(0.01)')));
    const refused = results.filter(({ status }) => status === 'rejected').length;
    expect(refused).toBeGreaterThan(0);
    const [totals] = report.read().tables['since the start, by server']!;
    expect(totals).toMatchObject({ refused_crowded: refused, refused_deadline: 0 });
    expect(await number('salient_tenant_connection_events_total{event="refused_crowded"}')).toBe(refused);
  });
});
