import { withClient } from '@salient/platform';
import { setTimeout as wait } from 'node:timers/promises';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

const MIGRATION_LOCK = '7256842563';
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe('the fleet', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex', 'initech');
    send = admin.send;
  });
  afterAll(() => admin.close());

  const addressOf = (slug: string) => admin.tenancy.tenants[slug]!.address;
  const forgetVersions = () => admin.tenancy.control.query('UPDATE tenant_registry SET schema_version = NULL');
  async function until(id: string, reached: (migration: { status: string; done: number }) => boolean) {
    for (;;) {
      const { body } = await send('root', 'get', `/fleet-migrations/${id}`);
      if (reached(body)) return body;
      await wait(50);
    }
  }
  const ended = (id: string) => until(id, ({ status }) => status === 'completed' || status === 'failed');

  it('is shown to platform admins with placement, size, connections, backup and breaker', async () => {
    const { status, body } = await send('root', 'get', '/tenants?limit=100');
    expect(status).toBe(200);
    expect(body.data.find(({ slug }: { slug: string }) => slug === 'globex')).toEqual({
      id: admin.tenancy.tenants['globex']!.id,
      slug: 'globex',
      status: 'active',
      server: 'default',
      database: addressOf('globex').database,
      config_version: expect.any(Number),
      schema_version: expect.any(String),
      migration_error: null,
      migration_failed_at: null,
      connections: expect.any(Number),
      size_bytes: expect.any(Number),
      last_backup_at: null,
      breaker: null,
      created_at: expect.any(String),
    });
    expect(JSON.stringify(body)).not.toContain('password');
    await send('root', 'get', '/accounts/acme/agents');
    const known = (await send('root', 'get', '/tenants')).body.data;
    expect(known.find(({ slug }: { slug: string }) => slug === 'acme').breaker).toBe('closed');
    for (const [method, path] of [
      ['get', '/tenants'],
      ['get', '/fleet-migrations'],
      ['post', '/fleet-migrations'],
    ] as const)
      expect(codeOf(await send('owner', method, path, method === 'post' ? {} : undefined))).toEqual([403, 'forbidden']);
  });

  it('is migrated in the background, pauses when told to, and goes on where it was', async () => {
    await forgetVersions();
    await withClient(addressOf('acme'), async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]); // the canary cannot get on
      const started = await send('root', 'post', '/fleet-migrations', { canaries: 1, concurrency: 1 });
      expect([started.status, started.body.status]).toEqual([202, 'running']);
      const { id } = started.body;
      expect(codeOf(await send('root', 'post', '/fleet-migrations', {}))).toEqual([409, 'migration_in_progress']);
      await until(id, (migration) => (migration as { total?: number }).total === 3);
      expect((await send('root', 'post', `/fleet-migrations/${id}/pause`)).body.status).toBe('paused');
      const worker = () =>
        admin.tenancy.control.query<{ worker_id: string | null }>('SELECT worker_id FROM fleet_migrations WHERE id = $1', [id]);
      await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      while ((await worker())[0]!.worker_id !== null) await wait(50);
      expect(await until(id, () => true)).toMatchObject({ status: 'paused', done: 1, failed: 0 });
      await send('root', 'post', `/fleet-migrations/${id}/resume`);
      expect(await ended(id)).toMatchObject({ status: 'completed', total: 3, done: 3, failed: 0, error: null });
    });
  });

  it('tells of a migration by events, to the end', async () => {
    await forgetVersions();
    const { id } = (await send('root', 'post', '/fleet-migrations', {})).body;
    const { headers, text } = await send('root', 'get', `/fleet-migrations/${id}/events`).buffer();
    expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
    const states = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!));
    expect(states.at(-1)).toMatchObject({ id, status: 'completed', done: 3, seconds_left: null });
    expect(codeOf(await send('root', 'get', '/fleet-migrations/x/events'))).toEqual([404, 'not_found']);
  });

  it('leaves the others alone when a canary fails, and says why', async () => {
    await forgetVersions();
    const [first] = await admin.tenancy.control.query<{ slug: string }>('SELECT slug FROM tenant_registry ORDER BY tenant_id LIMIT 1');
    await withClient(addressOf(first!.slug), (client) =>
      client.query(
        `DELETE FROM schema_migrations WHERE id >= (SELECT id FROM schema_migrations WHERE name = 'ImportFormats1764920000000')`,
      ),
    );
    const { id } = (await send('root', 'post', '/fleet-migrations', {})).body;
    const migration = await ended(id);
    expect(migration).toMatchObject({ status: 'failed', done: 0, failed: 1, error: expect.stringContaining('2 were left alone') });
    expect(migration.tenants).toEqual([expect.objectContaining({ slug: first!.slug, error: expect.stringContaining('already exists') })]);
  });

  it('is migrated to the end by another process when the one that did it is gone', async () => {
    const [left] = await admin.tenancy.control.query<{ id: string }>(
      `INSERT INTO fleet_migrations (id, status, target, canaries, concurrency, started_by, worker_id, lease_expires_at)
       VALUES (gen_random_uuid(), 'running', 'x', 0, 4, 'admin:x', gen_random_uuid(), now() - interval '1 second') RETURNING id`,
    );
    expect(await ended(left!.id)).toMatchObject({ total: 3, done: 2, failed: 1 });
  });
});
