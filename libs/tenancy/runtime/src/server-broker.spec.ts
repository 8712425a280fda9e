import { withClient, type PostgresAddress } from '@salient/platform';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ServerBroker } from './broker/server-broker.js';
import { WrongDatabase } from './broker/database-connection.js';
import { TenantUnavailable } from './tenancy.errors.js';
import { CONNECTION_DEFAULTS } from './tenancy.options.js';
import type { BrokerLimits } from './broker/broker-types.js';

const TENANTS = ['acme', 'globex', 'initech', 'umbrella', 'wayne'];

describe('connections to tenants’ databases', () => {
  let tenancy: TestTenancy;
  const brokers: ServerBroker[] = [];
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, ...TENANTS);
  });
  afterEach(() => Promise.all(brokers.splice(0).map((broker) => broker.close())));
  afterAll(() => tenancy.close());

  /** A broker with a pool for each tenant, by its slug. */
  function broker(limits: Partial<BrokerLimits> = {}, change: Partial<PostgresAddress> = {}): ServerBroker {
    const made = new ServerBroker({ ...CONNECTION_DEFAULTS, budget: 3, ...limits });
    for (const slug of TENANTS) {
      const { id, address } = tenancy.tenants[slug]!;
      made.openPool(slug, { address: { ...address, ...change }, tenantId: id, applicationName: 'broker-spec', lane: 'work' });
    }
    brokers.push(made);
    return made;
  }
  async function query(from: ServerBroker, slug: string, statement: string): Promise<unknown[]> {
    const { client, release } = await from.acquire(slug);
    try {
      const { rows } = await client.query(statement);
      release();
      return rows;
    } catch (error) {
      release(error);
      throw error;
    }
  }
  const connectionsOnServer = () =>
    withClient(tenancy.address, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'broker-spec' AND datname = ANY ($1)`,
        [TENANTS.map((slug) => tenancy.tenants[slug]!.address.database)],
      );
      return rows[0]!.n;
    });
  async function expectAtRest(of: ServerBroker): Promise<void> {
    while (of.snapshot.closing + of.snapshot.dialing > 0) await wait(5);
    expect(of.snapshot).toMatchObject({ lent: 0, dialing: 0, waiting: 0 });
    expect(of.snapshot.idle).toBeLessThanOrEqual(of.snapshot.budget);
    // every permit can be had at once
    const all = await Promise.all(Array.from({ length: of.snapshot.budget }, (_, index) => of.acquire(TENANTS[index % TENANTS.length]!)));
    expect(of.snapshot.lent).toBe(of.snapshot.budget);
    for (const { release } of all) release();
  }

  it('stay within the budget while five tenants want more, as the server counts them', async () => {
    const three = broker();
    const work = Array.from({ length: 200 }, (_, index) => query(three, TENANTS[index % TENANTS.length]!, 'SELECT pg_sleep(0.002)'));
    let peak = 0;
    let done = false;
    const all = Promise.all(work).finally(() => (done = true));
    while (!done) peak = Math.max(peak, await connectionsOnServer());
    await all;
    expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThanOrEqual(3);
    await expectAtRest(three);
  });

  it('are proven to lead to the tenant’s own database', async () => {
    const crossed = broker(
      {},
      { database: tenancy.tenants['acme']!.address.database, user: tenancy.address.user, password: tenancy.address.password },
    );
    await expect(query(crossed, 'globex', 'SELECT 1')).rejects.toMatchObject({ cause: expect.any(WrongDatabase) });
    expect(await query(crossed, 'acme', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const unknown = broker({}, { database: 'postgres', user: tenancy.address.user, password: tenancy.address.password });
    await expect(query(unknown, 'acme', 'SELECT 1')).rejects.toMatchObject({ cause: expect.any(WrongDatabase) });
  });

  describe('give every permit back', () => {
    it('when the password is wrong', async () => {
      const wrong = broker({}, { password: 'wrong' });
      const all = await Promise.allSettled(Array.from({ length: 10 }, () => query(wrong, 'acme', 'SELECT 1')));
      for (const one of all) expect(one).toMatchObject({ status: 'rejected', reason: expect.any(TenantUnavailable) });
      expect(wrong.snapshot).toMatchObject({ lent: 0, idle: 0, dialing: 0, closing: 0, waiting: 0 });
    });

    it('when nothing listens, or what listens hangs up', async () => {
      const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const hangsUp = broker({}, { port });
      await expect(query(hangsUp, 'acme', 'SELECT 1')).rejects.toThrow(TenantUnavailable);
      server.close();
      await once(server, 'close');
      const refused = broker({}, { port });
      await expect(query(refused, 'acme', 'SELECT 1')).rejects.toThrow(TenantUnavailable);
      for (const one of [hangsUp, refused]) expect(one.snapshot).toMatchObject({ lent: 0, idle: 0, dialing: 0, closing: 0, waiting: 0 });
    });

    it('when the connection is cut after any message of the server, from the first to the last', async () => {
      const { address } = tenancy.tenants['acme']!;
      let [messages, limit] = [0, Infinity];
      const proxy = createServer((client) => {
        const server = connect(address.port, address.host);
        client.pipe(server);
        server.on('data', (data) => {
          for (const message of messagesOf(data)) {
            if (messages >= limit) client.destroy();
            else client.write(message);
            messages += 1;
          }
        });
        for (const socket of [client, server]) socket.on('error', () => undefined);
        client.on('close', () => server.destroy());
      }).listen(0, '127.0.0.1');
      await once(proxy, 'listening');
      const { port } = proxy.address() as AddressInfo;
      const whole = broker({}, { port });
      expect(await query(whole, 'acme', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      const all = messages;
      expect(all).toBeGreaterThan(10);
      for (limit = 0; limit < all; limit++) {
        messages = 0;
        const cut = broker({}, { port });
        await query(cut, 'acme', 'SELECT 1 AS one').catch(() => undefined);
        while (cut.snapshot.closing + cut.snapshot.dialing > 0) await wait(2);
        expect(cut.snapshot).toMatchObject({ lent: 0, dialing: 0, closing: 0, waiting: 0 });
        expect(cut.snapshot.idle).toBeLessThanOrEqual(1);
        await cut.close();
        expect(cut.snapshot).toMatchObject({ idle: 0, tenants: 0 });
      }
      proxy.close();
    });

    it('when the server ends connections, idle and in use', async () => {
      const ended = broker();
      const lent = await ended.acquire('acme');
      await query(ended, 'globex', 'SELECT 1');
      const running = expect(lent.client.query('SELECT pg_sleep(60)')).rejects.toThrow();
      await withClient(tenancy.address, async (client) => {
        const { rows } = await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'broker-spec' AND datname = ANY ($1)`,
          [['acme', 'globex'].map((slug) => tenancy.tenants[slug]!.address.database)],
        );
        expect(rows).toHaveLength(2);
      });
      await running;
      lent.release();
      expect(await query(ended, 'acme', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(await query(ended, 'globex', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await expectAtRest(ended);
    });

    it('when a statement times out, and when a borrower leaves a transaction open', async () => {
      const dirty = broker();
      await expect(query(dirty, 'acme', `SET statement_timeout = 20; SELECT pg_sleep(60)`)).rejects.toThrow('statement timeout');
      const left = await dirty.acquire('acme');
      await left.client.query('BEGIN');
      left.release();
      left.release();
      expect(
        await query(dirty, 'acme', `SELECT current_setting('statement_timeout') AS timeout, pg_current_xact_id_if_assigned() AS open`),
      ).toEqual([{ timeout: '0', open: null }]);
      await expectAtRest(dirty);
    });

    it('when pools end in the middle of everything', async () => {
      const ending = broker({ budget: 2 });
      const lent = await ending.acquire('acme');
      const waiting = Promise.allSettled(Array.from({ length: 5 }, () => ending.acquire('acme')));
      void ending.endPool('acme');
      const results = await waiting;
      expect(results.map(({ status }) => status)).toContain('rejected');
      expect(await lent.client.query('SELECT 1')).toBeDefined(); // what was lent works on
      for (const result of results) if (result.status === 'fulfilled') result.value.release();
      lent.release();
      await expect(ending.acquire('acme')).rejects.toThrow(TenantUnavailable);
      expect(await query(ending, 'globex', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      while (ending.snapshot.closing + ending.snapshot.dialing > 0) await wait(5);
      expect(ending.snapshot).toMatchObject({ lent: 0, dialing: 0, closing: 0, waiting: 0 });
    });
  });

  it('of one noisy tenant keep nobody else waiting for long, and only the noisy one is refused', async () => {
    const shared = broker({ budget: 5, ceiling: 5, waitersMax: 20, waitMs: 3_000 });
    const refused = new Map<string, number>();
    const stop = new AbortController();
    const noisy = Array.from({ length: 50 }, async () => {
      while (!stop.signal.aborted) {
        await query(shared, 'acme', 'SELECT pg_sleep(0.02)').catch(() => {
          refused.set('acme', (refused.get('acme') ?? 0) + 1);
          return wait(5);
        });
      }
    });
    const others = TENANTS.slice(1).map(async (slug) => {
      for (let turn = 0; turn < 30; turn++) {
        await query(shared, slug, 'SELECT pg_sleep(0.005)').catch(() => refused.set(slug, (refused.get(slug) ?? 0) + 1));
        await wait(10);
      }
    });
    await Promise.all(others);
    stop.abort();
    await Promise.all(noisy);
    expect([...refused.keys()]).toEqual(['acme']);
    await expectAtRest(shared);
  });

  it('are not even tried while a database is known to be gone, and only of that tenant', async () => {
    const half = broker();
    const { id, address } = tenancy.tenants['acme']!;
    half.openPool('gone', { address: { ...address, password: 'wrong' }, tenantId: id, applicationName: 'broker-spec', lane: 'work' });
    for (let time = 0; time < 3; time++) await expect(query(half, 'gone', 'SELECT 1')).rejects.toThrow(TenantUnavailable);
    expect(half.isBroken(id)).toBe(true);
    await expect(query(half, 'gone', 'SELECT 1')).rejects.toMatchObject({ cause: { message: expect.stringMatching(/breaker|circuit/i) } });
    expect(half.isBroken(tenancy.tenants['globex']!.id)).toBe(false);
    expect(await query(half, 'globex', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

/** The whole messages of a packet (a type, a length that counts itself, the rest); a server on this machine splits none so short. */
function messagesOf(bytes: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + bytes.readInt32BE(at + 1);
    messages.push(bytes.subarray(at, end));
    at = end;
  }
  return messages;
}
