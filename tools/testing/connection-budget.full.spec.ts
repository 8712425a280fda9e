import { tenantMigrations } from '@salient/domain/tenant-schema';
import { withClient } from '@salient/platform';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { setTimeout as wait } from 'node:timers/promises';
import type { Service } from '../local-stack/service.ts';
import { publishAgents, startChatApis } from './spec-services.ts';

const PROCESSES = 3;
const TENANTS = 200;
const BUDGET = 5;
const SECONDS = 20;
const SAMPLE_MS = 10;
const SPEC_MS = 600_000;

describe(`${PROCESSES} chat processes and ${TENANTS} accounts`, () => {
  let tenancy: TestTenancy;
  let services: Service[] = [];
  let tokens: ReadonlyMap<string, string>;
  const slugs = Array.from({ length: TENANTS }, (_, index) => `t${index}`);

  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: tenantMigrations, entities: [] }, ...slugs);
    tokens = await publishAgents(tenancy, slugs);
    services = await startChatApis(tenancy, PROCESSES, { TENANT_CONNECTION_BUDGET: `${BUDGET}`, LOG_LEVEL: 'warn' });
  }, SPEC_MS);
  afterAll(async () => {
    await Promise.all(services.map((service) => service.stop(new AbortController().signal)));
    await tenancy.close();
  }, SPEC_MS);

  it(
    'never have more connections than their budget, sampled every ten milliseconds, and refuse nobody',
    async () => {
      const endAt = Date.now() + SECONDS * 1_000;
      const statuses = new Map<number, number>();
      let next = 0;
      const visitors = Array.from({ length: 30 }, async (_, index) => {
        while (Date.now() < endAt) {
          const slug = slugs[next++ % TENANTS]!;
          const response = await fetch(`${services[index % PROCESSES]!.url}/accounts/${slug}/agents/info/chat`, {
            method: 'POST',
            headers: { authorization: `Bearer ${tokens.get(slug)}`, 'content-type': 'application/json' },
            body: JSON.stringify({ message: 'Hello!' }),
          });
          await response.arrayBuffer();
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        }
      });
      let peak = 0;
      await withClient(tenancy.address, async (client) => {
        while (Date.now() < endAt) {
          const { rows } = await client.query<{ n: number }>(
            `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'chat-api' AND datname LIKE 'salient_tenant_%'`,
          );
          peak = Math.max(peak, rows[0]!.n);
          await wait(SAMPLE_MS);
        }
      });
      await Promise.all(visitors);
      expect([...statuses.keys()]).toEqual([200]);
      expect(peak).toBeGreaterThan(BUDGET);
      expect(peak).toBeLessThanOrEqual(PROCESSES * BUDGET);
    },
    SPEC_MS,
  );
});
