import { jest } from '@jest/globals';
import { ControlChannel } from '@salient/platform';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import type { PinoLogger } from 'nestjs-pino';
import { setTimeout as wait } from 'node:timers/promises';
import { TenantUnavailable } from './tenancy.errors.js';
import { CONNECTION_DEFAULTS, type TenancyOptions } from './tenancy.options.js';
import { TenantRegistry } from './tenant-registry.js';

const silent = { warn: () => undefined, info: () => undefined } as unknown as PinoLogger;

describe('the registry of tenants, cached', () => {
  let tenancy: TestTenancy;
  let registry: TenantRegistry;
  let channel: ControlChannel;
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
    channel = new ControlChannel(tenancy.address, silent, tenancy.control);
    registry = new TenantRegistry(options, tenancy.control, channel);
    registry.onModuleInit();
    await channel.onModuleInit();
  });
  afterEach(async () => {
    await channel.onApplicationShutdown();
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

  it('neither keeps nor answers what a change has overtaken while it was read', async () => {
    const original = tenancy.control.query.bind(tenancy.control);
    const heard = Promise.withResolvers<void>();
    channel.subscribe('tenant', () => heard.resolve());
    reads().mockImplementationOnce(async (statement, parameters) => {
      const rows = await original(statement, parameters);
      await original(`UPDATE tenant_registry SET status = 'suspended' WHERE slug = 'acme'`);
      await heard.promise;
      return rows;
    });
    expect((await registry.find('acme'))?.status).toBe('suspended');
  });

  it('asks again for an account that does not exist within fifteen seconds, and not within five', async () => {
    const query = reads();
    const from = performance.now();
    const clock = jest.spyOn(performance, 'now').mockReturnValue(from);
    for (let index = 0; index < 50; index++) await registry.find(`none-${index}`);
    await wait(2); // lru-cache looks at the clock once a millisecond
    clock.mockReturnValue(from + 4_999);
    for (let index = 0; index < 50; index++) await registry.find(`none-${index}`);
    expect(query).toHaveBeenCalledTimes(50);
    await wait(2);
    clock.mockReturnValue(from + 10_000);
    for (let index = 0; index < 50; index++) await registry.find(`none-${index}`);
    const atTen = query.mock.calls.length; // each has a time of its own
    expect(atTen).toBeGreaterThan(50);
    expect(atTen).toBeLessThan(100);
    await wait(2);
    clock.mockReturnValue(from + 15_001);
    for (let index = 0; index < 50; index++) await registry.find(`none-${index}`);
    expect(query.mock.calls.length).toBeGreaterThanOrEqual(100);
    clock.mockRestore();
  });

  it('confirms all that it knows by one statement after its listener was away, and sees what it missed', async () => {
    const slugs = ['acme', ...Array.from({ length: 5 }, (_, index) => `more-${index}`)];
    for (const slug of slugs.slice(1)) await tenancy.provisioner.provision({ slug, name: slug });
    await channel.onApplicationShutdown();
    const before = await Promise.all(slugs.map((slug) => registry.find(slug)));
    await tenancy.control.query(`UPDATE tenant_registry SET status = 'suspended' WHERE slug = 'more-0'`);
    channel = new ControlChannel(tenancy.address, silent, tenancy.control);
    Object.assign(registry, { channel }); // as after a reconnect
    registry.onModuleInit();
    const query = reads();
    await channel.onModuleInit();
    await until(async () => query.mock.calls.some(([statement]) => statement.includes('ANY ($1)')));
    await Promise.all(query.mock.results.map(({ value }) => value));
    await wait(0); // the answer has been taken in
    await until(async () => (await registry.find('more-0'))?.status === 'suspended');
    query.mockClear();
    const after = await Promise.all(slugs.map((slug) => registry.find(slug)));
    expect(query).not.toHaveBeenCalled();
    for (const [index, record] of after.entries()) if (slugs[index] !== 'more-0') expect(record).toBe(before[index]);
  });

  it('believes a record for five seconds at most while its listener is down', async () => {
    await registry.find('acme');
    await channel.onApplicationShutdown();
    await tenancy.control.query(`UPDATE tenant_registry SET status = 'suspended' WHERE slug = 'acme'`);
    const from = performance.now();
    const now = jest.spyOn(performance, 'now').mockReturnValue(from + 1_000);
    expect((await registry.find('acme'))?.status).toBe('active');
    now.mockReturnValue(from + 5_001);
    expect((await registry.find('acme'))?.status).toBe('suspended');
    now.mockRestore();
  });

  it('serves known active accounts while the registry cannot be read, and neither unknown nor suspended ones', async () => {
    await registry.find('acme');
    await tenancy.provisioner.provision({ slug: 'off', name: 'Off' });
    await tenancy.control.query(`UPDATE tenant_registry SET status = 'suspended' WHERE slug = 'off'`);
    await until(async () => (await registry.find('off'))?.status === 'suspended');
    const now = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 120_000); // every record is past its time
    const query = reads().mockRejectedValue(new Error('the control database is away'));
    expect((await registry.find('acme'))?.status).toBe('active');
    await expect(registry.find('off')).rejects.toThrow(TenantUnavailable);
    await expect(registry.find('stranger')).rejects.toThrow(TenantUnavailable);
    now.mockRestore();
    query.mockRestore();
    expect(await registry.find('stranger')).toBeNull();
  });

  it('does not wait for a registry that does not answer, once it is known to be away', async () => {
    const known = await registry.find('acme');
    const now = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 120_000);
    const query = reads().mockReturnValue(new Promise(() => undefined));
    expect(await registry.find('acme')).toBe(known);
    expect(registry.unreadable).toBe(true);
    for (let time = 0; time < 100; time++) expect(await registry.find('acme')).toBe(known);
    now.mockRestore();
    query.mockRestore();
  });

  it('revives no account that changed while the registry could not be read', async () => {
    await registry.find('acme');
    const now = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 120_000);
    const failing = Promise.withResolvers<never>();
    const query = reads().mockReturnValueOnce(failing.promise).mockRejectedValue(new Error('the control database is away'));
    const finding = registry.find('acme');
    registry.forget('acme'); // a notification came, and then the registry was gone
    failing.reject(new Error('the control database is away'));
    await expect(finding).rejects.toThrow(TenantUnavailable);
    await expect(registry.find('acme')).rejects.toThrow(TenantUnavailable);
    now.mockRestore();
    query.mockRestore();
  });
});
