import { apiTokens, parseToken } from '@salient/auth/tokens';
import type { TestTenancy } from '@salient/tenancy/testing';
import { JWT_SECRET, PASSWORD, startTestAdmin, type TestAdmin } from './testing/test-admin.js';

describe('admin-api', () => {
  let tenancy: TestTenancy;
  let admin: TestAdmin;
  let root: string;
  let owner: string;
  let viewer: string;
  let log: string[];

  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    ({ tenancy, log } = admin);
    [root, owner, viewer] = ['root', 'owner', 'viewer'].map(admin.authorization) as [string, string, string];
  });
  afterAll(() => admin.close());

  const http = () => admin.http();
  const login = (email: string, password: unknown = PASSWORD) => http().post('/api/admin/auth/login').send({ email, password });
  const get = (path: string, token = root) => http().get(`/api/admin${path}`).set('authorization', token);
  const post = (path: string, body: unknown, token = root) =>
    http()
      .post(`/api/admin${path}`)
      .set('authorization', token)
      .send(body as object);
  const remove = (path: string, token = root) => http().delete(`/api/admin${path}`).set('authorization', token);
  const cookieOf = (answer: { headers: Record<string, unknown> }) => (answer.headers['set-cookie'] as string[])[0]!.split(';')[0]!;
  const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  describe('signing in', () => {
    it('answers a short-lived access token and an HttpOnly refresh cookie', async () => {
      const answer = await login('Root@Example.com');
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 900 });
      expect(answer.headers['set-cookie']?.[0]).toMatch(
        /^salient_refresh=[\w-]{43}; Max-Age=\d+; Path=\/api\/admin\/auth; HttpOnly; SameSite=Strict$/,
      );
      expect(answer.headers['cache-control']).toBe('no-store');
    });

    it('tells who is signed in', async () => {
      expect((await get('/auth/me', owner)).body).toEqual({
        id: expect.any(String),
        email: 'owner@example.com',
        name: null,
        platform_admin: false,
        totp_enabled: false,
        memberships: [{ account_id: tenancy.tenants['acme']!.id, account: 'acme', role: 'owner' }],
      });
    });

    it('answers an unknown e-mail like a wrong password', async () => {
      const [unknown, wrong] = [await login('nobody@example.com'), await login('root@example.com', 'wrong')];
      expect(codeOf(unknown)).toEqual([401, 'invalid_credentials']);
      expect({ ...unknown.body, request_id: '' }).toEqual({ ...wrong.body, request_id: '' });
    });

    it.each([
      [{}],
      [{ email: 'root@example.com' }],
      [{ email: 'no', password: 'x' }],
      [{ email: 7, password: 'x' }],
      [{ email: 'root@example.com', password: 'a\u0000' }],
      [['list']],
    ])('refuses %j', async (body) =>
      expect(codeOf(await http().post('/api/admin/auth/login').send(body))).toEqual([400, 'invalid_request']),
    );

    it('refuses a field that it does not know', async () => {
      expect(
        codeOf(await http().post('/api/admin/auth/login').send({ email: 'root@example.com', password: PASSWORD, remember: true })),
      ).toEqual([400, 'unknown_field']);
    });

    it('keeps somebody signed in by a refresh token that is new each time', async () => {
      const first = cookieOf(await login('root@example.com'));
      const renewed = await http().post('/api/admin/auth/refresh').set('cookie', first);
      expect(renewed.status).toBe(200);
      expect(cookieOf(renewed)).not.toBe(first);
      expect((await get('/auth/me', `Bearer ${renewed.body.access_token}`)).status).toBe(200);
    });

    it('ends the whole family of a refresh token that is used twice', async () => {
      const first = cookieOf(await login('root@example.com'));
      const second = cookieOf(await http().post('/api/admin/auth/refresh').set('cookie', first));
      expect(codeOf(await http().post('/api/admin/auth/refresh').set('cookie', first))).toEqual([401, 'token_invalid']);
      expect(codeOf(await http().post('/api/admin/auth/refresh').set('cookie', second))).toEqual([401, 'token_invalid']);
    });

    it('lets one of two simultaneous uses of a refresh token win, and no more', async () => {
      const cookie = cookieOf(await login('root@example.com'));
      const statuses = await Promise.all(
        [1, 2, 3].map(async () => (await http().post('/api/admin/auth/refresh').set('cookie', cookie)).status),
      );
      expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(1);
    });

    it('signs out for good, also twice', async () => {
      const cookie = cookieOf(await login('root@example.com'));
      expect((await http().post('/api/admin/auth/logout').set('cookie', cookie)).status).toBe(204);
      expect((await http().post('/api/admin/auth/logout').set('cookie', cookie)).status).toBe(204);
      expect((await http().post('/api/admin/auth/refresh').set('cookie', cookie)).status).toBe(401);
    });

    it('lets nobody in without an access token, with a changed one, or with an API token', async () => {
      expect(codeOf(await http().get('/api/admin/auth/me'))).toEqual([401, 'token_missing']);
      expect(codeOf(await get('/auth/me', `${root.slice(0, -2)}xx`))).toEqual([401, 'token_invalid']);
      const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
      expect(codeOf(await get('/auth/me', `Bearer ${none}.${root.split('.')[1]}.`))).toEqual([401, 'token_invalid']);
      const { token } = await apiTokens.create(tenancy.control, { tenantId: tenancy.tenants['acme']!.id, name: 'api', kind: 'sk' });
      for (const path of ['/auth/me', '/accounts', '/accounts/acme/tokens', '/directory-schemas'])
        expect(codeOf(await get(path, `Bearer ${token}`))).toEqual([401, 'token_invalid']);
    });
  });

  describe('accounts', () => {
    it('shows a platform admin all of them, page by page, newest first', async () => {
      const first = await get('/accounts?limit=1');
      expect(first.body).toMatchObject({ data: [{ slug: 'globex', name: 'globex', status: 'active' }], has_more: true });
      const second = await get(`/accounts?limit=1&cursor=${first.body.next_cursor}`);
      expect(second.body).toMatchObject({ data: [{ slug: 'acme' }], has_more: false, next_cursor: null });
    });

    it('shows a member his own, and denies that there are others', async () => {
      expect((await get('/accounts', owner)).body.data.map((account: { slug: string }) => account.slug)).toEqual(['acme']);
      expect(codeOf(await get('/accounts/globex', owner))).toEqual([404, 'account_not_found']);
      expect(codeOf(await post('/accounts/globex/tokens', { name: 'x', kind: 'sk' }, owner))).toEqual([404, 'account_not_found']);
    });

    it('takes the id or the slug, and tells nothing of the database', async () => {
      const { id } = tenancy.tenants['acme']!;
      const [byId, bySlug] = [await get(`/accounts/${id}`), await get('/accounts/acme')];
      expect(byId.body).toEqual(bySlug.body);
      expect(Object.keys(byId.body).sort()).toEqual(['created_at', 'delete_after', 'id', 'name', 'slug', 'status', 'updated_at']);
    });

    it.each(['nobody', '%00', 'a%2Fb', '01900000-0000-7000-8000-000000000000'])('knows no account %s', async (slug) =>
      expect(codeOf(await get(`/accounts/${slug}`))).toEqual([404, 'account_not_found']),
    );
    it.each(['limit=0', 'limit=101', 'limit=x', 'cursor=!!!', 'cursor=YWJj'])('refuses the page %s', async (query) =>
      expect(codeOf(await get(`/accounts?${query}`))).toEqual([400, 'invalid_request']),
    );
  });

  describe('API tokens', () => {
    it('are shown once, when they are made, and never again', async () => {
      const made = await post('/accounts/acme/tokens', { name: 'Website', kind: 'sk', scopes: ['chat:write'], agents: ['info'] }, owner);
      expect(made.status).toBe(201);
      expect(made.headers['cache-control']).toBe('no-store');
      const { token, ...shown } = made.body;
      expect(parseToken(token)).toEqual({ kind: 'sk', ref: shown.ref });
      expect(shown).toMatchObject({
        name: 'Website',
        kind: 'sk',
        scopes: ['chat:write'],
        agents: ['info'],
        allowed_origins: [],
        limits: null,
        budget: null,
        last_used_at: null,
        status: 'active',
      });
      expect(Date.parse(shown.expires_at) - Date.now()).toBeGreaterThan(89 * 86_400_000);
      expect((await get(`/accounts/acme/tokens/${shown.id}`, owner)).body).toEqual(shown);
      expect((await get('/accounts/acme/tokens', owner)).body.data[0]).toEqual(shown);
      const [row] = await tenancy.control.query<{ token_hash: Buffer }>('SELECT * FROM api_tokens WHERE id = $1', [shown.id]);
      expect(JSON.stringify({ ...row, token_hash: row?.token_hash.toString('hex') })).not.toContain(token.slice(-38));
    });

    it('stop when they are deleted, also twice, and remain in the list as revoked', async () => {
      const { body } = await post('/accounts/acme/tokens', { name: 'Short', kind: 'sk' }, owner);
      expect((await remove(`/accounts/acme/tokens/${body.id}`, owner)).status).toBe(204);
      expect((await remove(`/accounts/acme/tokens/${body.id}`, owner)).status).toBe(204);
      expect((await get(`/accounts/acme/tokens/${body.id}`, owner)).body.status).toBe('revoked');
    });

    it('are an audited matter, without their secret', async () => {
      const { body } = await post('/accounts/acme/tokens', { name: 'Audited', kind: 'sk' }, owner).set('x-request-id', 'audit-1');
      const events = await tenancy.control.query(
        'SELECT action, actor_kind, target_id, details, request_id FROM audit_events WHERE target_id = $1',
        [body.id],
      );
      expect(events).toEqual([
        {
          action: 'token.created',
          actor_kind: 'admin',
          target_id: body.id,
          details: { ref: body.ref, kind: 'sk', scopes: body.scopes },
          request_id: 'audit-1',
        },
      ]);
    });

    it('are made once for a repeated request, which gets the answer without the secret', async () => {
      const send = (name = 'Once') => post('/accounts/acme/tokens', { name, kind: 'sk' }, owner).set('idempotency-key', 'make-once');
      const [first, again] = [await send(), await send()];
      const { token, ...shown } = first.body;
      expect(token).toMatch(/^sal_sk_/);
      expect(again.status).toBe(201);
      expect(again.headers['idempotency-replayed']).toBe('true');
      expect(again.body).toEqual(shown);
      expect(codeOf(await send('Another'))).toEqual([422, 'idempotency_mismatch']);
      const [row] = await tenancy.control.query<{ body: unknown }>(`SELECT body FROM idempotency_keys WHERE key = 'make-once'`);
      expect(JSON.stringify(row)).not.toContain(token);
    });

    it('of pages name the origins that they may be used from', async () => {
      expect(codeOf(await post('/accounts/acme/tokens', { name: 'Page', kind: 'pk' }, owner))).toEqual([400, 'invalid_request']);
      const made = await post('/accounts/acme/tokens', { name: 'Page', kind: 'pk', allowed_origins: ['https://example.com'] }, owner);
      expect(made.body).toMatchObject({
        kind: 'pk',
        scopes: ['chat:write', 'chat:read', 'feedback:write'],
        expires_at: null,
        token: expect.stringMatching(/^sal_pk_/),
      });
    });

    it.each<[string, object]>([
      ['without a name', { kind: 'sk' }],
      ['of an unknown kind', { name: 'x', kind: 'zk' }],
      ['with an unknown scope', { name: 'x', kind: 'sk', scopes: ['root'] }],
      [
        'with a scope that its kind cannot have',
        { name: 'x', kind: 'pk', allowed_origins: ['https://a.example'], scopes: ['sessions:read'] },
      ],
      ['with an origin that has a path', { name: 'x', kind: 'pk', allowed_origins: ['https://a.example/path'] }],
      ['that has expired already', { name: 'x', kind: 'sk', expires_at: '2020-01-01T00:00:00Z' }],
      ['with NUL in its name', { name: 'a\u0000', kind: 'sk' }],
      ['with a name that is too long', { name: 'x'.repeat(101), kind: 'sk' }],
    ])('%s are refused', async (_case, body) =>
      expect(codeOf(await post('/accounts/acme/tokens', body, owner))).toEqual([400, 'invalid_request']),
    );

    it('are not for viewers', async () =>
      expect(codeOf(await post('/accounts/acme/tokens', { name: 'x', kind: 'sk' }, viewer))).toEqual([403, 'forbidden']));

    it('of one account are not found in another', async () => {
      const { body } = await post('/accounts/acme/tokens', { name: 'Mine', kind: 'sk' });
      expect(codeOf(await get(`/accounts/globex/tokens/${body.id}`))).toEqual([404, 'not_found']);
      expect(codeOf(await remove(`/accounts/globex/tokens/${body.id}`))).toEqual([404, 'not_found']);
      expect(codeOf(await get('/accounts/acme/tokens/not-a-uuid'))).toEqual([404, 'not_found']);
    });
  });

  describe('directory schemas', () => {
    it('are listed by type and read by version', async () => {
      const list = await get('/directory-schemas?limit=5', viewer);
      expect(list.body.data).toHaveLength(5);
      expect(list.body.has_more).toBe(true);
      const one = await get('/directory-schemas/faq', viewer);
      expect(one.body).toMatchObject({ entry_type: 'faq', version: 1, versions: [1], schema: { type: 'object' } });
      const version = (await get('/directory-schemas/faq/versions/1', viewer)).body;
      expect(one.body).toEqual({ ...version, versions: [1], deprecated_at: null, deprecation_reason: null, replaced_by: null });
    });

    it.each([
      '/directory-schemas/nothing',
      '/directory-schemas/%00',
      '/directory-schemas/faq/versions/2',
      '/directory-schemas/faq/versions/x',
      '/directory-schemas/faq/versions/0',
    ])('there is nothing at %s', async (path) => expect(codeOf(await get(path))).toEqual([404, 'not_found']));
  });

  it('is healthy outside its prefix, and describes itself', async () => {
    expect((await http().get('/health')).body).toEqual({ status: 'healthy', routers: ['admin'], version: '0.0.0-test' });
    expect((await http().get('/health/ready')).status).toBe(200);
    const { body } = await http().get('/openapi.json');
    expect([body.openapi, body.paths['/api/admin/accounts/{account}/tokens'].post.summary]).toEqual(['3.1.0', 'Create a token']);
  });

  it('refuses bodies that are not JSON, not UTF-8, or too large', async () => {
    const send = (type: string, body: string) =>
      http().post('/api/admin/accounts/acme/tokens').set('authorization', root).set('content-type', type).send(body);
    expect(codeOf(await send('application/json', '{"name":'))).toEqual([400, 'invalid_request']);
    expect(codeOf(await send('text/plain', 'x'))).toEqual([415, 'unsupported_media_type']);
    const prototype = await send('application/json', '{"name":"x","kind":"sk","__proto__":{"scopes":[]}}');
    expect([...codeOf(prototype), prototype.body.errors[0].code]).toEqual([400, 'invalid_request', 'forbidden_name']);
    const bytes = await fetch(`${await admin.app.getUrl()}/api/admin/accounts/acme/tokens`, {
      method: 'POST',
      headers: { authorization: root, 'content-type': 'application/json' },
      body: Buffer.from([...Buffer.from('{"kind":"sk","name":"'), 0xff, ...Buffer.from('"}')]),
    });
    expect([bytes.status, await bytes.json()]).toEqual([400, expect.objectContaining({ detail: 'The body is not valid UTF-8.' })]);
    const large = await fetch(`${await admin.app.getUrl()}/api/admin/accounts/acme/tokens`, {
      method: 'POST',
      headers: { authorization: root, 'content-type': 'application/json' },
      body: `"${'x'.repeat(20_000_000)}"`,
    });
    expect(large.status).toBe(413);
  });

  it.each(['text/csv', 'multipart/form-data; boundary=x', 'text/plain', 'nonsense'])(
    'does not mind that a request without a body says it is %s',
    async (type) => {
      expect((await http().get('/api/admin/accounts').set('authorization', root).set('content-type', type)).status).toBe(200);
      const { id } = (await post('/accounts/acme/tokens', { name: 'Short-lived', kind: 'sk' })).body;
      const gone = await http().delete(`/api/admin/accounts/acme/tokens/${id}`).set('authorization', root).set('content-type', type);
      expect(gone.status).toBe(204);
    },
  );

  it('logs no password, token or connection string', async () => {
    await login('root@example.com', 'a password that is wrong');
    const { body } = await post('/accounts/acme/tokens', { name: 'Logged', kind: 'sk' });
    const all = log.join('');
    expect(all).toContain('/api/admin/auth/login');
    for (const secret of [
      PASSWORD,
      'a password that is wrong',
      body.token,
      root.slice(7),
      JWT_SECRET,
      tenancy.tenants['acme']!.address.password,
      tenancy.encryptionKeys.slice(5),
    ])
      expect(all).not.toContain(secret);
  });
});
