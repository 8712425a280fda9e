import { tenantMigrations } from '@salient/domain/tenant-schema';
import { withClient } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { AccountAdministration } from '@salient/tenancy/lifecycle';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { setTimeout as wait } from 'node:timers/promises';
import type { Service } from '../local-stack/service.ts';
import { publishAgents, startChatApis } from './spec-services.ts';

const PROCESSES = 3;
const ACCOUNTS = ['acme', 'globex'];
const SPEC_MS = 180_000;

describe(`an account that is suspended while ${PROCESSES} chat processes answer for it`, () => {
  let tenancy: TestTenancy;
  let services: Service[] = [];
  let tokens: ReadonlyMap<string, string>;

  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: tenantMigrations, entities: [] }, ...ACCOUNTS);
    tokens = await publishAgents(tenancy, ACCOUNTS);
    // The server itself notes when each statement of the account began to be written down: nothing that a process says is believed.
    await tenancy.run('acme', () =>
      new TenantDb().query(`
        CREATE TABLE written (at timestamptz NOT NULL);
        CREATE FUNCTION note_writing() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO written VALUES (clock_timestamp()); RETURN NULL; END $$;
        CREATE TRIGGER note_writing AFTER INSERT OR UPDATE OR DELETE ON messages FOR EACH STATEMENT EXECUTE FUNCTION note_writing()`),
    );
    services = await startChatApis(tenancy, PROCESSES, { LOG_LEVEL: 'error' });
  }, SPEC_MS);
  afterAll(async () => {
    await Promise.all(services.map((service) => service.stop(new AbortController().signal)));
    await tenancy.close();
  }, SPEC_MS);

  const ask = async ({ url }: Service, account: string) => {
    const answer = await fetch(`${url}/accounts/${account}/agents/info/chat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.get(account)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'Hello!' }),
    });
    const { code = null } = (await answer.json()) as { code?: string };
    return { status: answer.status, code };
  };

  /** Processes that serve, and whether each has acknowledged the account's version of now. */
  const acknowledgements = () =>
    tenancy.control.query<{ done: boolean; at: Date | null }>(
      `SELECT coalesce(a.config_version >= t.config_version, false) AS done, a.acknowledged_at AS at
       FROM service_processes p CROSS JOIN tenant_registry t LEFT JOIN tenant_acknowledgements a ON a.process_id = p.id AND a.tenant_id = t.tenant_id
       WHERE p.app = 'chat-api' AND t.slug = 'acme'`,
    );

  it(
    'has no statement of any process after all have acknowledged, is refused by all three, and nobody else notices',
    async () => {
      const stop = new AbortController();
      const said = new Map(ACCOUNTS.map((account) => [account, new Set<string>()]));
      const visitors = ACCOUNTS.flatMap((account) =>
        [...services, ...services].map(async (service) => {
          while (!stop.signal.aborted) {
            const { status, code } = await ask(service, account);
            said.get(account)!.add(`${status} ${code}`);
          }
        }),
      );
      const writing = (statement: string) =>
        withClient({ ...tenancy.address, database: tenancy.tenants['acme']!.address.database }, async (client) => {
          const { rows } = await client.query<{ written: number; last: Date }>(statement);
          return rows[0]!;
        });
      const WRITTEN = 'SELECT count(*)::int AS written, max(at) AS last FROM written';
      while ((await writing(WRITTEN)).written < 50) await wait(20); // all are at work
      const [{ at }] = (await tenancy.control.query('SELECT clock_timestamp() AS at')) as [{ at: Date }];
      await new AccountAdministration(tenancy.control).suspend(tenancy.tenants['acme']!.id, { kind: 'system', id: 'spec' });
      while ((await acknowledgements()).filter(({ done }) => done).length < PROCESSES) await wait(10);

      const acknowledged = await writing(WRITTEN);
      const refusals = await Promise.all(services.map((service) => ask(service, 'acme')));
      expect(refusals).toEqual(Array(PROCESSES).fill({ status: 503, code: 'tenant_suspended' }));
      for (let time = 0; time < 20; time++) await Promise.all(services.map((service) => ask(service, 'acme'))); // visitors insist
      expect(await writing(WRITTEN)).toEqual(acknowledged);
      const sessions = await writing(
        `SELECT count(*)::int AS written, now() AS last FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'chat-api'`,
      );
      expect(sessions.written).toBe(0);

      stop.abort();
      await Promise.all(visitors);
      expect([...said.get('globex')!]).toEqual(['200 null']);
      expect([...said.get('acme')!]).toEqual(expect.arrayContaining(['200 null', '503 tenant_suspended']));
      process.stdout.write(`the last statement came ${acknowledged.last.getTime() - at.getTime()} ms after the suspension began\n`);
    },
    SPEC_MS,
  );
});
