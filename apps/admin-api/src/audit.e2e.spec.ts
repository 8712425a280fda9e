import { withClient, writeAuditEvent } from '@salient/platform';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

interface Event {
  readonly id: string;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string | null };
  readonly target: { readonly kind: string; readonly id: string };
  readonly details: Record<string, unknown>;
  readonly request_id: string | null;
  readonly created_at: string;
}

describe('the audit of an account', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  let tokenId: string;
  let agentId: string;
  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    send = admin.send;
    const token = await send('owner', 'post', '/accounts/acme/tokens', { name: 'Site', kind: 'sk' }).set('x-request-id', 'making-1');
    tokenId = token.body.id;
    agentId = (await send('editor', 'post', '/accounts/acme/agents', { slug: 'desk', name: 'Desk', system_prompt: 'Help.' })).body.id;
    await send('admin', 'patch', `/accounts/acme/tokens/${tokenId}`, { name: 'Shop' });
    await send('root', 'post', '/accounts/globex/tokens', { name: 'Elsewhere', kind: 'sk' });
  });
  afterAll(() => admin.close());

  const read = async (query = '', who = 'owner') => (await send(who, 'get', `/accounts/acme/audit?limit=100${query}`)).body.data as Event[];
  const actions = (events: readonly Event[]) => events.map(({ action }) => action);

  it('tells who did what to what, the newest first, whichever database has it', async () => {
    const events = await read();
    expect(actions(events).filter((action) => /^(token|agent)\./.test(action))).toEqual([
      'token.updated',
      'agent.created',
      'token.created',
    ]);
    expect(events.find(({ action }) => action === 'token.updated')).toEqual({
      id: expect.any(String),
      created_at: expect.any(String),
      actor: { kind: 'admin', id: expect.any(String), name: 'admin@example.com' },
      action: 'token.updated',
      target: { kind: 'api_token', id: tokenId },
      details: expect.objectContaining({ before: { name: 'Site' }, after: { name: 'Shop' } }),
      request_id: expect.any(String),
    });
    expect(JSON.stringify(events)).not.toContain('Elsewhere');
  });

  it('is filtered by actor, action, target and time', async () => {
    expect(actions(await read('&actor=editor@example.com'))).toEqual(['agent.created']);
    expect(actions(await read('&action=token'))).toEqual(['token.updated', 'token.created']);
    expect(actions(await read('&action=token.created'))).toEqual(['token.created']);
    expect(actions(await read(`&target=${agentId}`))).toEqual(['agent.created']);
    expect(actions(await read('&target=api_token'))).toHaveLength(2);
    expect(await read('&end=2020-01-01')).toEqual([]);
    expect(actions(await read(`&start=${new Date(Date.now() - 3_600_000).toISOString()}&action=token`))).toHaveLength(2);
    for (const query of ['action=DROP', 'start=yesterday', 'actor=', 'colour=red', 'cursor=x'])
      expect((await send('owner', 'get', `/accounts/acme/audit?${query}`)).status).toBe(400);
  });

  it('is read page by page without a gap or a double', async () => {
    const all = await read();
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { data: Event[]; next_cursor: string | null } = (
        await send('owner', 'get', `/accounts/acme/audit?limit=2${cursor && `&cursor=${cursor}`}`)
      ).body;
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('is exported as JSON lines, with the same filters', async () => {
    const answer = await send('owner', 'get', '/accounts/acme/audit/export?action=token')
      .buffer(true)
      .parse((response, done) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => done(null, text));
      });
    expect(answer.headers['content-type']).toContain('application/x-ndjson');
    expect(answer.headers['content-disposition']).toContain('acme-audit.jsonl');
    const lines = (answer.body as string).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Event)).toEqual(await read('&action=token'));
  });

  it('takes in no secret, whoever writes it', async () => {
    await writeAuditEvent(admin.tenancy.control, {
      tenantId: admin.tenancy.tenants['acme']!.id,
      actor: { kind: 'system', id: 'spec' },
      action: 'spec.careless',
      target: { kind: 'spec', id: '1' },
      details: { before: { password: 'hunter2', name: 'a' }, after: [{ api_key: 'sk-1', token: null }] },
    });
    const [event] = await read('&action=spec.careless');
    expect(event?.details).toEqual({ before: { password: '[redacted]', name: 'a' }, after: [{ api_key: '[redacted]', token: null }] });
  });

  it('is changed by nobody', async () => {
    const { control } = admin.tenancy;
    await expect(control.query('DELETE FROM audit_events')).rejects.toThrow('append-only');
    await expect(control.query(`UPDATE audit_events SET action = 'x'`)).rejects.toThrow('append-only');
    await expect(control.query('TRUNCATE audit_events')).rejects.toThrow('append-only');
  });

  it('grows only, also for the role that an account’s database is opened with, and by its rights alone', async () => {
    await withClient(admin.tenancy.tenants['acme']!.address, async (client) => {
      const { rowCount: before } = await client.query('SELECT FROM audit_events');
      expect(before).toBeGreaterThan(0);
      await client.query('BEGIN');
      await client.query('ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only');
      for (const statement of [`UPDATE audit_events SET action = 'x'`, 'DELETE FROM audit_events', 'TRUNCATE audit_events']) {
        await client.query('SAVEPOINT before');
        await expect(client.query(statement)).rejects.toMatchObject({ code: '42501', message: 'permission denied for table audit_events' });
        await client.query('ROLLBACK TO before');
      }
      await client.query('ROLLBACK');
      expect((await client.query('SELECT FROM audit_events')).rowCount).toBe(before);
    });
  });
});
