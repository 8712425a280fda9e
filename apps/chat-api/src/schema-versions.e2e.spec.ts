import { TENANT_SCHEMA_KNOWN, TENANT_SCHEMA_MINIMUM } from '@salient/domain/agents';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { migratedAt } from '@salient/platform';
import { migrateTenants } from '@salient/tenancy/lifecycle';
import type { QueryRunner } from 'typeorm';
import { startTestService, type TestService } from './testing/test-service.js';

class Adds2000000000001 {
  up = (runner: QueryRunner) => runner.query('ALTER TABLE agents ADD COLUMN added text');
  down = (runner: QueryRunner) => runner.query('ALTER TABLE agents DROP COLUMN added');
}
class TakesAway2000000000002 {
  static readonly oldestCode = 'Adds2000000000001';
  up = (runner: QueryRunner) => runner.query('ALTER TABLE agents RENAME COLUMN system_prompt TO instructions');
  down = (runner: QueryRunner) => runner.query('ALTER TABLE agents RENAME COLUMN instructions TO system_prompt');
}

describe('an account whose database is older or newer than the code', () => {
  let service: TestService;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    service = await startTestService(['acme', 'globex']);
    for (const account of ['acme', 'globex']) tokens.set(account, await service.token(account));
  });
  afterAll(() => service.close());

  const chat = (account: string) =>
    service
      .http()
      .post(`/accounts/${account}/agents/info/chat`)
      .set('authorization', tokens.get(account)!)
      .send({ message: 'Who speaks Spanish?' });
  const setSchema = (version: string) =>
    service.tenancy.control.query(`UPDATE tenant_registry SET schema_version = $1 WHERE slug = 'globex'`, [version]);

  /** So that a migration reaches it alone. */
  const onlyGlobexIsBehind = () =>
    service.tenancy.control.query(`UPDATE tenant_registry SET schema_version = 'TakesAway2000000000002' WHERE slug <> 'globex'`);

  it('answers 503 alone while it is too old, until it is migrated, and then at once', async () => {
    await setSchema(tenantMigrations[0]!.name);
    const [behind, other] = await Promise.all([chat('globex'), chat('acme')]);
    expect([behind.status, behind.body.code, behind.headers['retry-after']]).toEqual([503, 'tenant_unavailable', expect.any(String)]);
    expect(behind.text).not.toContain(tenantMigrations[0]!.name);
    expect(other.status).toBe(200);
    await setSchema(TENANT_SCHEMA_MINIMUM);
    expect((await chat('globex')).status).toBe(200);
  });

  it('is served when newer code has migrated it', async () => {
    await setSchema('Newer9999999999999');
    expect((await chat('globex')).status).toBe(200);
    await setSchema(TENANT_SCHEMA_MINIMUM);
  });

  it('answers 503 alone before a migration takes away what this code needs', async () => {
    expect((await chat('globex')).status).toBe(200); // its record is cached
    await migrateTenants(service.tenancy.access, [...tenantMigrations, Adds2000000000001], { canaries: 0 });
    expect((await chat('globex')).status).toBe(200);
    await onlyGlobexIsBehind();
    let isMigrating = true;
    const migrating = migrateTenants(service.tenancy.access, [...tenantMigrations, Adds2000000000001, TakesAway2000000000002], {}).finally(
      () => (isMigrating = false),
    );
    const statuses = new Set<number>();
    while (isMigrating) statuses.add((await chat('globex')).status);
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]); // nobody meets what is not there any more
    const { tenants } = await migrating;
    expect(tenants.map(({ slug, error }) => [slug, error])).toEqual([['globex', undefined]]);
    const [ahead, other] = await Promise.all([chat('globex'), chat('acme')]);
    expect([ahead.status, ahead.body.code, ahead.headers['retry-after']]).toEqual([503, 'tenant_unavailable', expect.any(String)]);
    expect(ahead.text).not.toContain('2000000000002');
    expect(other.status).toBe(200);
    expect((await service.http().get('/health/ready')).status).toBe(200);
  });

  it('is left as it is by the migrator of this code, which is older than it', async () => {
    const registered = () => service.tenancy.control.query('SELECT slug, schema_version, oldest_code FROM tenant_registry ORDER BY slug');
    const before = await registered();
    expect(await migrateTenants(service.tenancy.access, tenantMigrations)).toEqual({ tenants: [], skipped: [] });
    await service.tenancy.control.query(`UPDATE tenant_registry SET schema_version = NULL WHERE slug = 'globex'`); // it was not told any more
    const { tenants } = await migrateTenants(service.tenancy.access, tenantMigrations);
    expect(tenants).toMatchObject([{ slug: 'globex', error: { message: expect.stringContaining('TakesAway2000000000002') } }]);
    await setSchema('TakesAway2000000000002');
    expect(await registered()).toEqual(before);
    expect((await chat('globex')).status).toBe(503);
  });

  it('is measured by migrations that exist: the oldest that will do, and the last that this code knows', () => {
    const names = tenantMigrations.map(({ name }) => name);
    expect(names).toContain(TENANT_SCHEMA_MINIMUM);
    expect(names.toSorted((left, right) => migratedAt(left) - migratedAt(right)).at(-1)).toBe(TENANT_SCHEMA_KNOWN);
  });
});
