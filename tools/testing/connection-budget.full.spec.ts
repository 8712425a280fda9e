import { tenantMigrations } from '@salient/domain/tenant-schema';
import { createAgent } from '@salient/domain/agents';
import { apiTokens } from '@salient/auth/tokens';
import { withClient } from '@salient/platform';
import { controlEnvironment } from '@salient/platform/testing';
import { TenantDb } from '@salient/tenancy';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../processes/ports.ts';
import { Service } from '../local-stack/service.ts';

const PROCESSES = 3;
const TENANTS = 200;
const BUDGET = 5;
const SECONDS = 20;
const SAMPLE_MS = 10;
const SPEC_MS = 600_000;

describe(`${PROCESSES} chat processes and ${TENANTS} accounts`, () => {
  let tenancy: TestTenancy;
  const services: Service[] = [];
  const tokens = new Map<string, string>();
  const slugs = Array.from({ length: TENANTS }, (_, index) => `t${index}`);

  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: tenantMigrations, entities: [] }, ...slugs);
    for (const slug of slugs) {
      await tenancy.run(slug, () => createAgent(new TenantDb(), { slug: 'info', name: 'Info', system_prompt: '' }));
      const { token } = await apiTokens.create(tenancy.control, { tenantId: tenancy.tenants[slug]!.id, name: 'load', kind: 'sk' });
      tokens.set(slug, token);
    }
    for (let index = 0; index < PROCESSES; index++) {
      services.push(
        new Service('chat-api', await freePort(), {
          PATH: process.env['PATH'],
          ...controlEnvironment(tenancy.address, 'chat'),
          SALIENT_ENCRYPTION_KEYS: tenancy.encryptionKeys,
          SESSION_TOKEN_KEYS: `k1:${randomBytes(32).toString('base64')}`,
          TENANT_CONNECTION_BUDGET: `${BUDGET}`,
          LOG_LEVEL: 'warn',
        }),
      );
    }
    await Promise.all(services.map((service) => service.ready(new AbortController().signal)));
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
