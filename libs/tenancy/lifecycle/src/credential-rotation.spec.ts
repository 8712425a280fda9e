import { ControlChannel, withClient } from '@salient/platform';
import { CONNECTION_DEFAULTS, ServerBrokers, TenantGate, TenantHandles, TenantRegistry, type TenancyOptions } from '@salient/tenancy';
import type { PinoLogger } from 'nestjs-pino';
import { rotateCredentials } from './credential-rotation.js';
import { AccountBusy } from './lifecycle.errors.js';
import { testTenancy, type TestTenancy } from './testing/index.js';

const silent = { warn: () => undefined, info: () => undefined, debug: () => undefined } as unknown as PinoLogger;
const OPERATOR = { kind: 'system', id: 'spec' } as const;

describe('another login for an account’s database', () => {
  let tenancy: TestTenancy;
  let channel: ControlChannel;
  let handles: TenantHandles;
  let registry: TenantRegistry;
  let gate: TenantGate;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme');
    const options: TenancyOptions = {
      keyring: tenancy.keyring,
      applicationName: 'rotation',
      entities: [],
      connections: { ...CONNECTION_DEFAULTS, budget: 4 },
      handlesMax: 10,
      idleMs: 60_000,
    };
    channel = new ControlChannel(tenancy.address, silent, tenancy.control);
    handles = new TenantHandles(options, new ServerBrokers(options));
    registry = new TenantRegistry(options, tenancy.control, channel);
    gate = new TenantGate(options, tenancy.control, channel, registry, handles, silent);
    registry.onModuleInit();
    await channel.onModuleInit();
    await gate.onApplicationBootstrap();
  });
  afterAll(async () => {
    await gate.onApplicationShutdown();
    await channel.onApplicationShutdown();
    await handles.onApplicationShutdown();
    await tenancy.close();
  });

  const access = () => tenancy.access;

  it('is given while requests run, none of which fails, and the old one opens nothing any more', async () => {
    const stop = new AbortController();
    const users = new Set<string>();
    const visitors = Array.from({ length: 4 }, async () => {
      for (let turn = 0; !stop.signal.aborted; turn++) {
        await using lease = await handles.lend((await registry.find('acme'))!);
        const rows: { login: string; acts_as: string }[] = await lease.dataSource.query(
          'SELECT session_user AS login, current_user AS acts_as, pg_sleep(0.002)',
        );
        users.add(rows[0]!.login);
        expect(rows[0]!.acts_as).toBe(tenancy.tenants['acme']!.address.database);
      }
    });
    for (let time = 0; time < 3; time++) await rotateCredentials(access(), tenancy.tenants['acme']!.id, OPERATOR);
    const last = (await registry.find('acme'))!.address;
    stop.abort();
    await Promise.all(visitors);
    expect(users.size).toBeGreaterThanOrEqual(3);
    const { address } = tenancy.tenants['acme']!;
    await expect(withClient(address, (client) => client.query('SELECT 1'))).rejects.toThrow(
      /not permitted to log in|authentication failed/,
    );
    const roles = await withClient(tenancy.address, async (client) => {
      const { rows } = await client.query('SELECT rolname FROM pg_roles WHERE starts_with(rolname, $1) AND rolcanlogin', [
        address.database,
      ]);
      return rows;
    });
    expect(roles).toHaveLength(1);
    expect(roles).toEqual([{ rolname: last.user }]);
    expect(await tenancy.control.query(`SELECT count(*)::int AS n FROM audit_events WHERE action = 'account.credentials_rotated'`)).toEqual(
      [{ n: 3 }],
    );
  });

  it('is not given by who comes second, who is told so, and the one that the first has given works', async () => {
    const { control } = tenancy;
    const { id } = tenancy.tenants['acme']!;
    let isFirst = true;
    const overtaken = Object.assign(Object.create(control) as typeof control, {
      query: async (statement: string, parameters?: unknown[]) => {
        const rows = await control.query(statement, parameters);
        if (isFirst) {
          isFirst = false;
          await rotateCredentials(access(), id, OPERATOR);
        }
        return rows;
      },
    });
    await expect(rotateCredentials({ ...access(), control: overtaken }, id, OPERATOR)).rejects.toThrow(AccountBusy);
    const { address } = (await registry.find('acme'))!;
    await expect(withClient(address, (client) => client.query('SELECT 1'))).resolves.toBeDefined();
  });

  it('is not given to an account that does not exist', async () => {
    await expect(rotateCredentials(access(), '01900000-0000-7000-8000-000000000000', OPERATOR)).rejects.toThrow('There is no account');
  });
});
