import { TENANT_SCHEMA_MINIMUM } from '@salient/domain/agents';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { startTestService, type TestService } from './testing/test-service.js';

describe('an account whose database is behind', () => {
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

  it('answers 503 alone until it is migrated, and then at once', async () => {
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
  });

  it('is measured by a migration that exists', () => {
    expect(tenantMigrations.map(({ name }) => name)).toContain(TENANT_SCHEMA_MINIMUM);
  });
});
