import { request as rawRequest } from 'node:http';
import { apiTokens } from '@salient/auth/tokens';
import { createAgent } from '@salient/domain/agents';
import { TenantDb } from '@salient/tenancy';
import { startTestService, type TestService } from './testing/test-service.js';

const MISSING = '01900000-0000-7000-8000-000000000000';

describe('access and bad input', () => {
  let service: TestService;
  let acme: string;
  let globex: string;
  beforeAll(async () => {
    service = await startTestService(['acme', 'globex']);
    [acme, globex] = [await service.token('acme'), await service.token('globex')];
  });
  afterAll(() => service.close());

  const chat = (token: string | undefined, body: unknown = { message: 'hello' }, path = '/accounts/acme/agents/info/chat') => {
    const request = service.http().post(path);
    if (token) request.set('authorization', token);
    return request.send(body as object);
  };
  const messages = async (slug: string) =>
    (await service.tenancy.run(slug, () => new TenantDb().query<{ n: number }>('SELECT count(*)::int AS n FROM messages')))[0]!.n;

  /** A refusal with the right status and code, as problem details, that has written nothing. */
  async function expectRefused(
    answer: PromiseLike<{ status: number; body: Record<string, unknown>; headers: Record<string, string> }>,
    status: number,
    code: string,
  ) {
    const before = [await messages('acme'), await messages('globex')];
    const { status: got, body, headers } = await answer;
    expect([got, body['code']]).toEqual([status, code]);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({
      status,
      request_id: headers['x-request-id'],
      type: expect.any(String),
      title: expect.any(String),
      detail: expect.any(String),
      instance: expect.any(String),
    });
    expect(JSON.stringify(body)).not.toMatch(/\n\s+at |node_modules|SELECT|postgres/i);
    expect([await messages('acme'), await messages('globex')]).toEqual(before);
  }

  describe('a token', () => {
    it('is needed', () => expectRefused(chat(undefined), 401, 'token_missing'));
    it.each(['Bearer', 'Basic abc', 'Bearer  '])('is needed as a bearer, not as %j', (header) =>
      expectRefused(chat(header), 401, 'token_missing'),
    );
    it('has to be well formed', () => expectRefused(chat('Bearer sal_sk_nonsense'), 401, 'token_invalid'));

    it('is refused when one character is wrong', async () => {
      const last = acme.at(-1) === 'a' ? 'b' : 'a';
      await expectRefused(chat(acme.slice(0, -1) + last), 401, 'token_invalid');
    });

    it('is refused when it is unknown, although its form is right', async () => {
      const { token, row } = await apiTokens.create(service.tenancy.control, {
        tenantId: service.tenancy.tenants['acme']!.id,
        name: 'gone',
        kind: 'sk',
      });
      await service.tenancy.control.query('DELETE FROM api_tokens WHERE id = $1', [row.id]);
      await expectRefused(chat(`Bearer ${token}`), 401, 'token_invalid');
    });

    it('is refused after its time', async () => {
      const expired = await service.token('acme', { expiresAt: new Date(Date.now() - 1_000) });
      await expectRefused(chat(expired), 401, 'token_expired');
    });

    it('works at once when it has been made, and stops when it has been deleted', async () => {
      const { token, row } = await apiTokens.create(service.tenancy.control, { tenantId: row0(), name: 'short', kind: 'sk' });
      expect((await chat(`Bearer ${token}`)).status).toBe(200);
      await apiTokens.revoke(service.tenancy.control, row0(), row.id);
      const deadline = Date.now() + 1_000;
      let status = 200;
      while (status === 200 && Date.now() < deadline) status = (await chat(`Bearer ${token}`)).status;
      expect(status).toBe(401);
      await expectRefused(chat(`Bearer ${token}`), 401, 'token_revoked');
    });
    const row0 = () => service.tenancy.tenants['acme']!.id;

    it('opens no other account, whichever names it', async () => {
      await expectRefused(chat(globex), 403, 'account_mismatch');
      await expectRefused(chat(acme, { message: 'hello' }, '/accounts/globex/agents/info/chat'), 403, 'account_mismatch');
      await expectRefused(chat(acme).set('x-tenant-slug', 'globex'), 403, 'account_mismatch');
      expect((await chat(acme).set('x-tenant-slug', 'acme')).status).toBe(200);
    });

    it('needs the scope of what it does', async () => {
      const reader = await service.token('acme', { scopes: ['chat:read'] });
      await expectRefused(chat(reader), 403, 'scope_missing');
      await expectRefused(
        service.http().get('/accounts/acme/agents/info/stream?message=hi').set('authorization', reader),
        403,
        'scope_missing',
      );
      expect((await service.http().get('/accounts/acme/agents').set('authorization', reader)).status).toBe(200);
    });

    it('bound to other agents reaches none but them', async () => {
      const bound = await service.token('acme', { agents: ['other'] });
      await expectRefused(chat(bound), 403, 'forbidden');
      expect((await service.http().get('/accounts/acme/agents').set('authorization', bound)).body.data).toEqual([]);
    });

    it('bound to networks works from nowhere else', async () => {
      const elsewhere = await service.token('acme', { allowedIps: ['203.0.113.0/24'] });
      await expectRefused(chat(elsewhere), 403, 'forbidden');
      const here = await service.token('acme', { allowedIps: ['203.0.113.0/24', '127.0.0.1'] });
      expect((await chat(here).set('x-forwarded-for', '198.51.100.7')).status).toBe(200); // nobody whose word we take
    });

    it('is told apart before the body is looked at', () =>
      expectRefused(chat(undefined, '{"message":').set('content-type', 'application/json'), 401, 'token_missing'));
  });

  describe('what is named', () => {
    it.each(['nobody', 'ACME', 'a'.repeat(64), '-', '%00', 'acme%2Fx', '..%2F..', 'caf%C3%A9'])('the account %s does not exist', (slug) =>
      expectRefused(chat(acme, { message: 'hello' }, `/accounts/${slug}/agents/info/chat`), 404, 'account_not_found'),
    );

    it.each(['nobody', 'INFO', '%00', 'a%2Fb', "'--"])('the agent %s does not exist', (slug) =>
      expectRefused(chat(acme, { message: 'hello' }, `/accounts/acme/agents/${slug}/chat`), 404, 'agent_not_found'),
    );

    it('a draft is not published', async () => {
      await service.tenancy.run('acme', () =>
        createAgent(new TenantDb(), { slug: 'draft', name: 'Draft', system_prompt: '', draft: true }),
      );
      await expectRefused(chat(acme, { message: 'hello' }, '/accounts/acme/agents/draft/chat'), 404, 'agent_not_found');
    });

    it('a session has to exist, and belong to the account', async () => {
      await expectRefused(chat(acme, { message: 'hello', session_id: MISSING }), 404, 'session_not_found');
      const theirs = await chat(globex, { message: 'hello' }, '/accounts/globex/agents/info/chat');
      await expectRefused(chat(acme, { message: 'hello', session_id: theirs.body.session_id }), 404, 'session_not_found');
      const stream = (query: string) => service.http().get(`/accounts/acme/agents/info/stream?${query}`).set('authorization', acme);
      await expectRefused(stream(`turn_id=${theirs.body.id}`), 404, 'turn_not_found');
      await expectRefused(stream('').set('last-event-id', `${theirs.body.id}:3`), 404, 'turn_not_found');
      await expectRefused(stream(`message=hi&session_id=${MISSING}`), 404, 'session_not_found');
    });

    it.each([
      '/nowhere',
      '/accounts',
      '/accounts/acme',
      '/accounts/acme/agents/info/nowhere',
      '/..%2f..%2fetc/passwd',
      '/%00',
      '//accounts',
    ])('there is nothing at %s', (path) => expectRefused(service.http().get(path).set('authorization', acme), 404, 'not_found'));

    it('a path with a broken escape cannot be read', async () => {
      const { hostname, port } = new URL(service.url);
      const status = await new Promise((resolve) =>
        rawRequest({ hostname, port, path: '/accounts/%zz/agents' }, (response) =>
          resolve([response.statusCode, response.headers['content-type']]),
        ).end(),
      );
      expect(status).toEqual([400, expect.stringMatching(/^application\/problem\+json/)]);
    });
  });

  describe('a body', () => {
    it.each<[string, unknown]>([
      ['empty', {}],
      ['with an empty message', { message: '' }],
      ['with a message of another type', { message: 7 }],
      ['with null for a message', { message: null }],
      ['that is a list', ['hello']],
      ['with a message that is too long', { message: 'x'.repeat(16_001) }],
      ['with NUL in the message', { message: 'a\u0000b' }],
      ['with half a surrogate pair', { message: 'a\ud83d' }],
      ['with a malformed session', { message: 'hello', session_id: 'not-a-uuid' }],
      ['with stream as a text', { message: 'hello', stream: 'true' }],
      ['with metadata that is a list', { message: 'hello', metadata: [] }],
      [
        'with too much metadata',
        { message: 'hello', metadata: Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, 'v'])) },
      ],
      ['with metadata that is too long', { message: 'hello', metadata: { key: 'x'.repeat(513) } }],
      ['with NUL in the metadata', { message: 'hello', metadata: { key: '\u0000' } }],
      ['with an empty client_message_id', { message: 'hello', client_message_id: '' }],
    ])('%s is refused', (_case, body) => expectRefused(chat(acme, body), 400, 'invalid_request'));

    it('with a field that is not known is refused, and the field named', async () => {
      const { body } = await chat(acme, { message: 'hello', sesion_id: null });
      expect(body).toMatchObject({
        status: 400,
        code: 'unknown_field',
        errors: [{ pointer: '/sesion_id', code: 'unknown_field', detail: expect.any(String) }],
      });
    });

    it.each(['__proto__', '\\u005f_proto__'])('with a member called %s is refused for its name', async (name) => {
      const { status, body } = await chat(acme, `{"message":"hi","${name}":{"stream":true}}`).set('content-type', 'application/json');
      expect([status, body.code, body.detail]).toEqual([400, 'invalid_request', 'No member of a body may be called "__proto__".']);
    });

    it.each(['ff', 'c0af', 'eda080', 'f09f98'])('with the bytes %s, which are no UTF-8, is refused and nothing said', async (bytes) => {
      const text = Buffer.concat([Buffer.from('{"message":"no-utf8-'), Buffer.from(bytes, 'hex'), Buffer.from('"}')]);
      const answer = await fetch(`${service.url}/accounts/acme/agents/info/chat`, {
        method: 'POST',
        headers: { authorization: acme, 'content-type': 'application/json' },
        body: text,
      });
      const { code, detail } = (await answer.json()) as { code: string; detail: string };
      expect([answer.status, code, detail]).toEqual([400, 'invalid_request', 'The body is not valid UTF-8.']);
      const said = await service.tenancy.run('acme', () => new TenantDb().query(`SELECT FROM messages WHERE content LIKE 'no-utf8-%'`));
      expect(said).toEqual([]);
    });

    it.each(['', '{', '{"message":"hi"', 'message=hi', '\u0000'])('that is not JSON (%j) is refused', (text) =>
      expectRefused(chat(acme, text).set('content-type', 'application/json'), 400, 'invalid_request'),
    );

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])(
      'of the type %s is refused',
      (type) =>
        expectRefused(
          service.http().post('/accounts/acme/agents/info/chat').set('authorization', acme).set('content-type', type).send('message=hi'),
          415,
          'unsupported_media_type',
        ),
    );

    it('of 20 MB is refused', async () => {
      const response = await fetch(`${service.url}/accounts/acme/agents/info/chat`, {
        method: 'POST',
        headers: { authorization: acme, 'content-type': 'application/json' },
        body: JSON.stringify({ message: 'x'.repeat(20_000_000) }),
      });
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([413, 'body_too_large']);
    });

    it.each([
      '😀 Grüße, שלום, 你好 — e\u0301 \u202Eabc',
      '   ',
      "'; DROP TABLE messages; --",
      '( ) : & | ! * < \\',
      '%',
      '😀'.repeat(16_000),
    ])('with unusual text is answered', async (message) => {
      const { status, body } = await chat(acme, { message });
      expect([status, body.status]).toEqual([200, 'completed']);
      const [row] = await service.tenancy.run('acme', () =>
        new TenantDb().query<{ content: string }>('SELECT content FROM messages WHERE id = $1', [body.user_message_id]),
      );
      expect(row?.content).toBe(message);
    });

    it.each(['a b', 'x'.repeat(256), 'é'])('with the Idempotency-Key %j is refused', (key) =>
      expectRefused(
        chat(acme).set('idempotency-key', encodeURI(key) === key || key.length > 255 ? key : Buffer.from(key).toString('latin1')),
        400,
        'invalid_request',
      ),
    );
  });

  it.each(['', 'message=', 'message=a&session_id=x', 'turn_id=x', 'message=a&unknown=1', 'message=%00'])(
    'a stream of "%s" is refused',
    async (query) => {
      const { status, body } = await service.http().get(`/accounts/acme/agents/info/stream?${query}`).set('authorization', acme);
      expect([status, body.code]).toEqual([400, query.includes('unknown') ? 'unknown_field' : 'invalid_request']);
    },
  );

  it.each(['x', 'x:1', `${MISSING}:-1`, `${MISSING}:1.5`])('the Last-Event-ID %s is refused', (id) =>
    expectRefused(
      service.http().get('/accounts/acme/agents/info/stream').set('authorization', acme).set('last-event-id', id),
      400,
      'invalid_request',
    ),
  );

  it('takes a sane request id and makes one in place of any other', async () => {
    expect((await service.http().get('/health').set('x-request-id', 'caller-1')).headers['x-request-id']).toBe('caller-1');
    expect((await service.http().get('/health').set('x-request-id', 'x'.repeat(200))).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('logs each request with account, agent and request id, and no secret, query or message', async () => {
    const secret = acme.slice('Bearer '.length);
    await chat(acme, { message: 'my very private question' }).set('x-request-id', 'log-1');
    await service.http().get('/accounts/acme/agents/info/stream?message=another+private+question').set('authorization', acme);
    const lines = service.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.find((line) => line['request_id'] === 'log-1' && line['path'])).toMatchObject({
      account: 'acme',
      agent: 'info',
      method: 'POST',
      status: 200,
      path: '/accounts/acme/agents/info/chat',
      duration_ms: expect.any(Number),
    });
    const all = service.log.join('');
    expect(all).not.toContain(secret);
    expect(all).not.toMatch(/private/);
    for (const { address } of Object.values(service.tenancy.tenants)) expect(all).not.toContain(address.password);
  });

  it('says at the start what it serves, that tenancy is ready and which model answers', () => {
    const events = service.log.map((line) => JSON.parse(line) as { event?: string });
    expect(events.map((line) => line.event)).toEqual(
      expect.arrayContaining(['routers_exposed', 'tenancy_ready', 'model_provider_chosen', 'migrations_run']),
    );
  });
});
