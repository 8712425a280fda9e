import { jest } from '@jest/globals';
import { ControlChannel } from '@salient/platform';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import type { PinoLogger } from 'nestjs-pino';
import { setTimeout as wait } from 'node:timers/promises';
import { ServerBrokers } from './server-brokers.js';
import { TenantUnavailable } from './tenancy.errors.js';
import { CONNECTION_DEFAULTS, type TenancyOptions } from './tenancy.options.js';
import { TenantHandles } from './tenant-handles.js';
import { TenantRegistry } from './tenant-registry.js';

const silent = { warn: () => undefined, info: () => undefined } as unknown as PinoLogger;

describe('the registry of tenants, cached', () => {
  let tenancy: TestTenancy;
  let registry: TenantRegistry;
  let channel: ControlChannel;
  let handles: TenantHandles;
  beforeEach(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme');
    const options: TenancyOptions = {
      keyring: tenancy.keyring,
      applicationName: 'registry',
      entities: [],
      connections: { ...CONNECTION_DEFAULTS, budget: 2 },
      handlesMax: 10,
      idleMs: 60_000,
    };
    channel = new ControlChannel(tenancy.address, silent);
    handles = new TenantHandles(options, new ServerBrokers(options));
    registry = new TenantRegistry(options, tenancy.control, channel, handles);
    registry.onModuleInit();
    await channel.onModuleInit();
  });
  afterEach(async () => {
    await channel.onApplicationShutdown();
    await handles.onApplicationShutdown();
    await tenancy.close();
  });

  const reads = () => jest.spyOn(tenancy.control, 'query');
  async function until(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) await wait(10);
  }

  it('is read once for a thousand simultaneous first questions', async () => {
    const query = reads();
    const records = await Promise.all(Array.from({ length: 1_000 }, () => registry.find('acme')));
    expect(new Set(records).size).toBe(1);
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('is read once for an account that does not exist, until the account appears', async () => {
    const query = reads();
    for (let time = 0; time < 5; time++) expect(await registry.find('new')).toBeNull();
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
    await tenancy.provisioner.provision({ slug: 'new', name: 'New' });
    await until(async () => (await registry.find('new'))?.status === 'active');
  });

  it('follows a change, and the old slug of a renamed account is gone', async () => {
    await registry.find('acme');
    await tenancy.control.query(`UPDATE tenant_registry SET status = 'suspended' WHERE slug = 'acme'`);
    await until(async () => (await registry.find('acme'))?.status === 'suspended');
    await tenancy.control.query(`UPDATE tenant_registry SET slug = 'emca' WHERE slug = 'acme'`);
    await until(async () => (await registry.find('emca'))?.status === 'suspended');
    await until(async () => (await registry.find('acme')) === null);
  });

  it('does not keep what a change has overtaken while it was read', async () => {
    const original = tenancy.control.query.bind(tenancy.control);
    const heard = Promise.withResolvers<void>();
    channel.subscribe('tenant', () => heard.resolve());
    reads().mockImplementationOnce(async (statement, parameters) => {
      const rows = await original(statement, parameters);
      await original(`UPDATE tenant_registry SET name = 'Newer', status = 'suspended' WHERE slug = 'acme'`);
      await heard.promise;
      return rows;
    });
    expect((await registry.find('acme'))?.status).toBe('active');
    await until(async () => (await registry.find('acme'))?.status === 'suspended');
  });

  it('serves known active accounts while the registry cannot be read, and neither unknown nor suspended ones', async () => {
    await registry.find('acme');
    await tenancy.provisioner.provision({ slug: 'off', name: 'Off' });
    await tenancy.control.query(`UPDATE tenant_registry SET status = 'suspended' WHERE slug = 'off'`);
    await until(async () => (await registry.find('off'))?.status === 'suspended');
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 120_000); // every record is past its time
    const query = reads().mockRejectedValue(new Error('the control database is away'));
    expect((await registry.find('acme'))?.status).toBe('active');
    await expect(registry.find('off')).rejects.toThrow(TenantUnavailable);
    await expect(registry.find('stranger')).rejects.toThrow(TenantUnavailable);
    now.mockRestore();
    query.mockRestore();
    expect(await registry.find('stranger')).toBeNull();
  });
});
