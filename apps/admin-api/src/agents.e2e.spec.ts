import { withClient } from '@salient/platform';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe('agents', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    send = admin.send;
  });
  afterAll(() => admin.close());

  const agent = { slug: 'info', name: 'Info', system_prompt: 'Help.' };
  let agents = 0;
  /** A new agent, and the path to it. */
  async function created(fields: object = {}) {
    const answer = await send('owner', 'post', '/accounts/acme/agents', { ...agent, slug: `agent-${++agents}`, ...fields });
    expect(answer.status).toBe(201);
    return { body: answer.body, tag: answer.headers['etag'] ?? '', path: `/accounts/acme/agents/${answer.body.id}` };
  }

  it('have everything that the wire names, and defaults for what is left out', async () => {
    const all = {
      description: 'The front desk',
      greeting: 'Hello!',
      suggestions: ['Hi?'],
      theme: { color: '#123456' },
      model: 'some/model',
      fallbacks: ['other/model'],
      lists: ['faq'],
      tools: ['search_directory'],
      limits: { turns_per_minute: 30, history_tokens_max: 4_000 },
      budget: { amount: '25.50', currency: 'USD', period: 'month', cheaper_model: 'small/model' },
      closed_message: 'Closed.',
      hosted_page: true,
      max_output_tokens: 800,
      temperature: 0.25,
      disconnect_policy: 'abort',
    };
    const full = await created(all);
    expect(full.body).toMatchObject({ ...all, status: 'published', version: 1, has_draft: false, draft: null });
    expect((await send('viewer', 'get', full.path)).body).toEqual(full.body);
    expect((await created()).body).toMatchObject({
      fallbacks: [],
      lists: null,
      tools: ['list_directories', 'search_directory'],
      limits: {},
      budget: null,
      hosted_page: false,
      temperature: null,
      disconnect_policy: 'continue',
    });
  });

  it('are changed by whoever has seen them as they are', async () => {
    const { path, tag } = await created();
    const changed = await send('owner', 'patch', path, { greeting: 'Hello!' }).set('if-match', tag);
    expect(changed.body).toMatchObject({ greeting: 'Hello!', status: 'published', version: 2 });
    expect(codeOf(await send('owner', 'patch', path, { greeting: 'Late' }).set('if-match', tag))).toEqual([412, 'precondition_failed']);
    expect(codeOf(await send('owner', 'delete', path).set('if-match', tag))).toEqual([412, 'precondition_failed']);
  });

  it('stay as they are for visitors while their draft grows, until it is published', async () => {
    const { path, body, tag } = await created();
    await send('owner', 'patch', path, { greeting: 'Ahoy!', draft: true });
    const saved = await send('owner', 'patch', path, { name: 'Harbor', draft: true });
    expect(saved.body).toMatchObject({ name: 'Info', greeting: '', version: 1, draft: { name: 'Harbor', greeting: 'Ahoy!' } });
    expect(saved.headers['etag']).not.toBe(tag);
    expect((await send('viewer', 'get', `${path}/diff`)).body).toEqual({
      from: '1',
      to: 'draft',
      changes: [
        { field: 'greeting', from: '', to: 'Ahoy!' },
        { field: 'name', from: 'Info', to: 'Harbor' },
      ],
    });
    expect((await send('owner', 'get', '/accounts/acme/agents')).body.data[0]).toMatchObject({ id: body.id, has_draft: true });
    const published = await send('owner', 'post', `${path}/publish`);
    expect(published.body).toMatchObject({ name: 'Harbor', greeting: 'Ahoy!', version: 2, has_draft: false, draft: null });
    expect((await send('owner', 'post', `${path}/publish`)).body).toEqual(published.body);
  });

  it('keep a draft apart from a change that is published past it, and throw it away when told to', async () => {
    const { path } = await created();
    await send('owner', 'patch', path, { greeting: 'Later', draft: true });
    const changed = await send('owner', 'patch', path, { name: 'Now' });
    expect(changed.body).toMatchObject({ name: 'Now', greeting: '', version: 2, draft: { greeting: 'Later' } });
    expect((await send('owner', 'delete', `${path}/draft`)).body).toMatchObject({ draft: null, version: 2 });
  });

  it('can be drafts from the beginning, be published, and be taken from visitors again', async () => {
    const { path, body } = await created({ draft: true });
    expect(body).toMatchObject({ status: 'draft', version: 0 });
    expect((await send('owner', 'patch', path, { name: 'Better' })).body).toMatchObject({ status: 'draft', name: 'Better', version: 0 });
    expect((await send('owner', 'post', `${path}/publish`)).body).toMatchObject({ status: 'published', name: 'Better', version: 1 });
    await send('owner', 'patch', path, { name: 'Best', draft: true });
    const taken = await send('owner', 'post', `${path}/unpublish`);
    expect(taken.body).toMatchObject({ status: 'draft', name: 'Best', draft: null, version: 1 });
    expect((await send('owner', 'patch', path, { draft: false })).body).toMatchObject({ status: 'published', name: 'Best', version: 2 });
  });

  it('are rolled back under a new version, losing nothing that was ever published', async () => {
    const { path } = await created({ temperature: 0.5 });
    await send('owner', 'patch', path, { system_prompt: 'Be rude.', temperature: null });
    const back = await send('owner', 'post', `${path}/rollback`, { version: 1 });
    expect(back.body).toMatchObject({ system_prompt: 'Help.', temperature: 0.5, version: 3 });
    const { body } = await send('viewer', 'get', `${path}/versions?limit=2`);
    expect(body.data.map(({ version, restores }: { version: number; restores: number | null }) => [version, restores])).toEqual([
      [3, 1],
      [2, null],
    ]);
    const rest = await send('viewer', 'get', `${path}/versions?limit=2&cursor=${body.next_cursor}`);
    expect(rest.body).toMatchObject({ data: [{ version: 1, published_by: expect.stringContaining('admin:') }], has_more: false });
    expect((await send('viewer', 'get', `${path}/versions/2`)).body.content).toMatchObject({
      system_prompt: 'Be rude.',
      temperature: null,
    });
    expect((await send('viewer', 'get', `${path}/diff?from=1&to=3`)).body.changes).toEqual([]);
    for (const version of [4, 999])
      expect(codeOf(await send('owner', 'post', `${path}/rollback`, { version }))).toEqual([404, 'not_found']);
    for (const version of ['4', '0', 'x', '1e9']) expect((await send('owner', 'get', `${path}/versions/${version}`)).status).toBe(404);
  });

  it('do what a repeated request asks for only once', async () => {
    const { path } = await created();
    await send('owner', 'patch', path, { name: 'Two' });
    const back = () => send('owner', 'post', `${path}/rollback`, { version: 1 }).set('idempotency-key', 'back');
    const first = await back();
    const again = await back();
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
  });

  it('free their slug when they are deleted, and keep their conversations', async () => {
    const { path, body } = await created();
    const { address } = admin.tenancy.tenants['acme']!;
    const countSessions = () =>
      withClient(address, async (client) => (await client.query('SELECT 1 FROM sessions WHERE agent_id = $1', [body.id])).rowCount);
    await withClient(address, (client) => client.query('INSERT INTO sessions (id, agent_id) VALUES (gen_random_uuid(), $1)', [body.id]));
    expect((await send('owner', 'delete', path)).status).toBe(204);
    expect(codeOf(await send('owner', 'get', path))).toEqual([404, 'agent_not_found']);
    expect(await countSessions()).toBe(1);
    expect((await created({ slug: body.slug })).body.id).not.toBe(body.id);
  });

  it('refuse what is wrong', async () => {
    await created({ slug: 'twice' });
    const create = (body: object, who = 'owner', account = 'acme') => send(who, 'post', `/accounts/${account}/agents`, body);
    expect(codeOf(await create({ ...agent, slug: 'twice' }))).toEqual([409, 'slug_taken']);
    expect(codeOf(await create({ ...agent, color: 1 }))).toEqual([400, 'unknown_field']);
    for (const wrong of [
      { slug: 'Not A Slug' },
      { temperature: 3 },
      { tools: ['rm'] },
      { limits: { turns_per_minute: 0 } },
      { budget: { amount: '1e9', currency: 'USD', period: 'day' } },
    ])
      expect(codeOf(await create({ ...agent, slug: 'wrong', ...wrong }))).toEqual([400, 'invalid_request']);
    expect(codeOf(await create(agent, 'viewer'))).toEqual([403, 'forbidden']);
    expect(codeOf(await create(agent, 'owner', 'globex'))).toEqual([404, 'account_not_found']);
    for (const id of [UNKNOWN, 'info', '%00'])
      expect(codeOf(await send('owner', 'get', `/accounts/acme/agents/${id}`))).toEqual([404, 'agent_not_found']);
  });

  it('of one account are never seen from another', async () => {
    const { id } = (await send('root', 'post', '/accounts/globex/agents', { ...agent, slug: 'secret' })).body;
    for (const path of ['', '/versions', '/versions/1', '/diff'])
      expect(codeOf(await send('owner', 'get', `/accounts/acme/agents/${id}${path}`))).toEqual([404, 'agent_not_found']);
    expect(codeOf(await send('owner', 'post', `/accounts/acme/agents/${id}/try`, {}))).toEqual([404, 'agent_not_found']);
    expect((await send('owner', 'get', '/accounts/acme/agents')).text).not.toContain('secret');
  });

  it('are audited in the account’s own database, which lets nobody change the audit', async () => {
    const { path, body } = await created();
    await send('owner', 'patch', path, { name: 'Other', draft: true });
    await send('owner', 'post', `${path}/publish`);
    const { address } = admin.tenancy.tenants['acme']!;
    await withClient(address, async (client) => {
      const { rows } = await client.query('SELECT action, actor_kind FROM audit_events WHERE target_id = $1 ORDER BY id', [body.id]);
      expect(rows).toEqual(['agent.created', 'agent.draft_saved', 'agent.published'].map((action) => ({ action, actor_kind: 'admin' })));
      await expect(client.query('DELETE FROM audit_events')).rejects.toThrow('permission denied');
      await expect(client.query(`UPDATE audit_events SET action = 'x'`)).rejects.toThrow('permission denied');
    });
  });

  it('give leave to try a draft, whose secrets are shown once and stored as hashes', async () => {
    const { path, body } = await created();
    await send('owner', 'patch', path, { name: 'Draft', draft: true });
    const ask = () => send('owner', 'post', `${path}/try`, {}).set('idempotency-key', 'try');
    const first = await ask();
    expect([first.status, first.headers['cache-control']]).toEqual([201, 'no-store']);
    expect(first.body).toEqual({
      agent: body.slug,
      version: null,
      preview: expect.stringMatching(/^sal_preview_/),
      token: expect.stringMatching(/^sal_sk_/),
      expires_at: expect.any(String),
    });
    expect(Object.keys((await ask()).body)).toEqual(['agent', 'version', 'expires_at']);
    const dump = await withClient(admin.tenancy.tenants['acme']!.address, (client) =>
      client.query('SELECT * FROM agent_previews').then(({ rows }) => JSON.stringify(rows)),
    );
    expect(dump).toContain('"Draft"');
    expect(dump).not.toContain(first.body.preview);
    expect(codeOf(await send('viewer', 'post', `${path}/try`, {}))).toEqual([403, 'forbidden']);
    expect(codeOf(await send('owner', 'post', `${path}/try`, { version: 7 }))).toEqual([404, 'not_found']);
  });
});
