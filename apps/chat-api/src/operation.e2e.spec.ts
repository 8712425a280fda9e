import { migrateControlDatabase, ShutdownState, type DebugReport } from '@salient/platform';
import { controlEnvironment, freePort } from '@salient/platform/testing';
import { createApp } from './create-app.js';
import { loadConfig } from './config.js';
import { startTestService, type TestService } from './testing/test-service.js';

const SESSION_TOKEN_KEYS = `k1:${Buffer.alloc(32, 1).toString('base64')}`;

describe('operating chat-api', () => {
  let service: TestService;
  let metricsPort: number;
  beforeAll(async () => {
    metricsPort = await freePort();
    service = await startTestService(['acme'], { METRICS_PORT: String(metricsPort), HOST: '127.0.0.1' });
  });
  afterAll(() => service.close());

  const environment = () => ({
    ...controlEnvironment(service.tenancy.address, 'chat'),
    SALIENT_ENCRYPTION_KEYS: service.tenancy.encryptionKeys,
    SESSION_TOKEN_KEYS,
  });
  async function start(change: Record<string, string>): Promise<void> {
    const app = await createApp(loadConfig({ ...environment(), ...change }), '0.0.0-test', { write: () => undefined });
    await app.init().finally(() => app.close());
  }

  it('counts requests by route, and turns by their end, on a port of its own', async () => {
    const token = await service.token('acme');
    await service.http().post('/accounts/acme/agents/info/chat').set('authorization', token).send({ message: 'hello' });
    const response = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await response.text();
    expect(text).toContain(
      'salient_http_request_duration_seconds_count{method="POST",route="/accounts/:account/agents/:agent/chat",status="200"} 1',
    );
    expect(text).toContain('salient_turns_total{status="completed"} 1');
    expect(text).toContain('salient_turns_running 0');
    expect(text).not.toContain('acme');
    expect((await service.http().get('/metrics')).status).toBe(404);
  });

  it('shows operators what tenancy holds, as JSON and as a page, on the port of the metrics alone', async () => {
    const json = (await (await fetch(`http://127.0.0.1:${metricsPort}/debug/tenancy`)).json()) as DebugReport;
    expect(json.tables['connections, by server']).toEqual([
      expect.objectContaining({ budget: expect.any(Number), given_up: false, waiting: 0 }),
    ]);
    expect(json.tables['since the start, by server']![0]!['granted']).toBeGreaterThan(0);
    expect(json.tables['tenants that want the most']![0]!['tenantId']).toBe(service.tenancy.tenants['acme']!.id);
    expect(json.tables.registry).toEqual([{ known_accounts: 1, listening: true, readable: true }]);
    const page = await fetch(`http://127.0.0.1:${metricsPort}/debug/tenancy`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    expect(html).toContain('<caption>connections, by server</caption>');
    const { password, user } = service.tenancy.tenants['acme']!.address;
    for (const secret of [password, user]) for (const text of [html, JSON.stringify(json)]) expect(text).not.toContain(secret);
    expect((await service.http().get('/debug/tenancy')).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${metricsPort}/debug/other`)).status).toBe(404);
  });

  it('names every fault of its environment at once, and no value', () => {
    const faulty = {
      PORT: 'eighty',
      SESSION_TOKEN_KEYS: 'none',
      TURN_TIMEOUT_MS: '1',
      SALIENT_ENCRYPTION_KEYS: 'a:secret',
      POSTGRES_ADMIN_URL: 'mysql://secret',
    };
    expect(() => loadConfig(faulty)).toThrow(/PORT[\s\S]*TURN_TIMEOUT_MS|TURN_TIMEOUT_MS[\s\S]*PORT/);
    expect(() => loadConfig(faulty)).toThrow(/SALIENT_ENCRYPTION_KEYS/);
    expect(() => loadConfig(faulty)).toThrow(/SESSION_TOKEN_KEYS/);
    expect(() => loadConfig(faulty)).toThrow(/POSTGRES_ADMIN_URL/);
    expect(() => loadConfig(faulty)).not.toThrow(/secret/);
    expect(() => loadConfig({ ...environment(), SHUTDOWN_GRACE_MS: '100000' })).toThrow(/SHUTDOWN_GRACE_MS/);
  });

  it('does not start with keys that do not open the registry', async () => {
    const key = Buffer.alloc(32).toString('base64');
    const [kid] = service.tenancy.encryptionKeys.split(':');
    await expect(start({ SALIENT_ENCRYPTION_KEYS: `other:${key}` })).rejects.toThrow(
      /SALIENT_ENCRYPTION_KEYS does not fit.*no key with the id/,
    );
    await expect(start({ SALIENT_ENCRYPTION_KEYS: `${kid}:${key}` })).rejects.toThrow(
      /SALIENT_ENCRYPTION_KEYS does not fit.*nothing was changed/,
    );
  });

  it('does not start on a control database that is not migrated, or that was migrated for newer code', async () => {
    const { control, address } = service.tenancy;
    await control.query('ALTER TABLE schema_migrations RENAME TO put_aside');
    await expect(start({})).rejects.toThrow('Run "salient migrate" first.');
    await control.query('ALTER TABLE put_aside RENAME TO schema_migrations');
    await control.query(`INSERT INTO schema_compatibility (oldest_code) VALUES ('Newer9999999999999')`);
    await expect(start({})).rejects.toThrow(/migrated for newer code.*Newer9999999999999/);
    await control.query('DELETE FROM schema_compatibility');
    expect(await migrateControlDatabase(address)).toEqual([]);
  });

  it('falls out of readiness before it stops serving, and closes kept connections', async () => {
    const token = await service.token('acme');
    const chat = () => service.http().post('/accounts/acme/agents/info/chat').set('authorization', token).send({ message: 'hello' });
    expect((await service.http().get('/health/ready')).status).toBe(200);
    service.app.get(ShutdownState).leave();
    expect((await service.http().get('/health/ready')).status).toBe(503);
    expect((await service.http().get('/health')).status).toBe(200);
    const served = await chat();
    expect([served.status, served.headers['connection']]).toEqual([200, 'close']);
    service.app.get(ShutdownState).begin();
    const refused = await chat();
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([503, 'draining', expect.any(String)]);
  });
});
