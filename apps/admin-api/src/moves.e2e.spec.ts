import { setTimeout as wait } from 'node:timers/promises';
import { addSecondServer } from './testing/second-server.js';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe('moving an account to another server', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    send = admin.send;
    await addSecondServer(admin);
  });
  afterAll(() => admin.close());

  const ended = async (id: string) => {
    for (;;) {
      const { body } = await send('root', 'get', `/tenant-moves/${id}`);
      if (body.status !== 'running') return body;
      await wait(50);
    }
  };

  it('shows where accounts can go', async () => {
    const { status, body } = await send('root', 'get', '/database-servers');
    expect([status, body.data.map(({ name, tenants }: { name: string; tenants: number }) => [name, tenants])]).toEqual([
      200,
      [
        ['default', 2],
        ['second', 0],
      ],
    ]);
    expect(JSON.stringify(body)).not.toContain('connection_string');
  });

  it('takes all that it has along, tells how far it is, and is audited', async () => {
    const agent = { slug: 'info', name: 'Info', system_prompt: 'Help.' };
    expect((await send('root', 'post', '/accounts/acme/agents', agent)).status).toBe(201);
    const agents = async () => (await send('root', 'get', '/accounts/acme/agents')).body;
    const before = await agents();
    const start = () => send('root', 'post', '/accounts/acme/move', { server: 'second', keep: '0' }).set('idempotency-key', 'm1');
    const started = await start();
    expect([started.status, started.body]).toEqual([
      202,
      expect.objectContaining({ account: 'acme', status: 'running', from_server: 'default', to_server: 'second' }),
    ]);
    expect((await start()).body.id).toBe(started.body.id);
    const other = send('root', 'post', '/accounts/acme/move', { server: 'second', keep: '1h' }).set('idempotency-key', 'm1');
    expect(codeOf(await other)).toEqual([422, 'idempotency_mismatch']);
    const { id } = started.body;
    const { text } = await send('root', 'get', `/tenant-moves/${id}/events`).buffer();
    const states = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!));
    expect(states.at(-1)).toMatchObject({ id, status: 'completed', step: 'ended', error: null, paused_ms: expect.any(Number) });
    expect(await agents()).toEqual(before);
    const { body } = await send('root', 'get', '/tenants');
    expect(body.data.find(({ slug }: { slug: string }) => slug === 'acme').server).toBe('second');
    const actions = (await send('root', 'get', '/accounts/acme/audit?limit=100')).body.data.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(expect.arrayContaining(['account.move_started', 'account.moved', 'agent.created']));
    expect(codeOf(await send('root', 'post', `/tenant-moves/${id}/cancel`))).toEqual([409, 'move_conflict']);
    expect((await send('root', 'get', '/tenant-moves?account=acme')).body.data).toHaveLength(1);
    expect((await send('root', 'get', '/tenant-moves?account=globex')).body.data).toHaveLength(0);
  });

  it('can be given up', async () => {
    await admin.tenancy.control.query(`UPDATE tenant_registry SET schema_fingerprint = 'other' WHERE slug = 'globex'`);
    const { id } = (await send('root', 'post', '/accounts/globex/move', { server: 'second' })).body;
    expect((await send('root', 'post', `/tenant-moves/${id}/cancel`)).status).toBe(202);
    expect(await ended(id)).toMatchObject({ status: expect.stringMatching(/cancelled|failed/), to_server: 'second' });
    expect((await send('root', 'get', '/accounts/globex')).body.status).toBe('active');
  });

  it.each<[string, object, number, string]>([
    ['a server that is none', { server: 'nowhere' }, 409, 'move_conflict'],
    ['the server that it is on', { server: 'default' }, 409, 'move_conflict'],
    ['no server', {}, 400, 'invalid_request'],
    ['a time that is none', { server: 'second', keep: 'long' }, 400, 'invalid_request'],
    ['a field that is not known', { server: 'second', force: true }, 400, 'unknown_field'],
  ])('refuses %s', async (_what, body, status, code) => {
    expect(codeOf(await send('root', 'post', '/accounts/globex/move', body))).toEqual([status, code]);
  });

  it('is for platform admins', async () => {
    expect(codeOf(await send('owner', 'post', '/accounts/acme/move', { server: 'default' }))).toEqual([403, 'forbidden']);
  });
});
