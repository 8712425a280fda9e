import { ControlChannel } from '@salient/platform';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import type { PinoLogger } from 'nestjs-pino';
import { ServerBrokers } from './server-brokers.js';
import { CONNECTION_DEFAULTS, type TenancyOptions } from './tenancy.options.js';
import { TenantGate } from './tenant-gate.js';
import { TenantHandles } from './tenant-handles.js';
import { TenantRegistry } from './tenant-registry.js';

const silent = { warn: () => undefined, info: () => undefined, debug: () => undefined } as unknown as PinoLogger;

describe('letting go of tenants that change', () => {
  let tenancy: TestTenancy;
  let channel: ControlChannel;
  let handles: TenantHandles;
  let brokers: ServerBrokers;
  let registry: TenantRegistry;
  let gate: TenantGate;
  beforeEach(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme');
    const options: TenancyOptions = {
      keyring: tenancy.keyring,
      applicationName: 'gate',
      entities: [],
      connections: { ...CONNECTION_DEFAULTS, budget: 2 },
      handlesMax: 10,
      idleMs: 60_000,
    };
    channel = new ControlChannel(tenancy.address, silent, tenancy.control); // never connected: it tells of nothing
    brokers = new ServerBrokers(options);
    handles = new TenantHandles(options, brokers);
    registry = new TenantRegistry(options, tenancy.control, channel);
    registry.onModuleInit();
    gate = new TenantGate(options, tenancy.control, channel, registry, handles, silent);
  });
  afterEach(async () => {
    await gate.onApplicationShutdown();
    await handles.onApplicationShutdown();
    await tenancy.close();
  });

  it('meets a change that no notification told of by its heartbeat, and serves nothing from memory afterwards', async () => {
    const known = await registry.find('acme');
    const lease = await handles.lend(known!);
    const endless = expect(lease.dataSource.query('SELECT pg_sleep(600)')).rejects.toThrow();
    await tenancy.control.query(`UPDATE tenant_registry SET status = 'suspended' WHERE slug = 'acme'`);
    expect((await registry.find('acme'))?.status).toBe('active'); // young enough to be believed
    await gate.onApplicationBootstrap();
    await endless;
    const [acknowledged] = await tenancy.control.query<{ config_version: string }>('SELECT config_version FROM tenant_acknowledgements');
    expect(Number(acknowledged!.config_version)).toBeGreaterThan(known!.configVersion);
    expect((await registry.find('acme'))?.status).toBe('suspended');
    expect(handles.drains.suspended).toBe(1);
    await expect(lease.dataSource.query('SELECT 1')).rejects.toThrow();
    for (const snapshot of brokers.snapshots().values()) expect(snapshot).toMatchObject({ lent: 0, idle: 0, dialing: 0 });
    lease.release();
  });

  it('tells the work of an account that goes out of service first, and lets it store what it has', async () => {
    const lease = await handles.lend(tenancy.tenants['acme']!);
    const farewell: unknown[] = [];
    gate.onClosing(() => {
      void lease.dataSource.query(`SELECT 'stored' AS farewell`).then((rows: unknown[]) => {
        farewell.push(...rows);
        lease.release();
      });
    });
    await tenancy.control.query(`UPDATE tenant_registry SET status = 'deleting' WHERE slug = 'acme'`);
    await gate.onApplicationBootstrap();
    expect(farewell).toEqual([{ farewell: 'stored' }]);
    expect(handles.drains.deleted).toBe(1);
  });
});
