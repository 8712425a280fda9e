import { TenantDb } from '@salient/tenancy';
import { readEvents, textOf } from './testing/read-events.js';
import { startTestService, type TestService } from './testing/test-service.js';

const PAGE = 'https://clinic.example';

describe('conversations of visitors', () => {
  let service: TestService;
  let sk: string;
  let pk: string;
  beforeAll(async () => {
    service = await startTestService(['acme', 'globex']);
    sk = await service.token('acme');
    pk = await service.token('acme', { kind: 'pk', allowedOrigins: [PAGE] });
  });
  afterAll(() => service.close());

  const path = '/accounts/acme/agents/info';
  const post = (route: string, token: string, body: object = {}, headers: Record<string, string> = {}) =>
    service.http().post(`${path}${route}`).set('authorization', token).set(headers).send(body);
  const get = (route: string, token: string) => service.http().get(`${path}${route}`).set('authorization', token);
  const visit = async () => {
    const { body } = await post('/chat', pk, { message: 'Who speaks Spanish?' });
    return { ...body, token: `Bearer ${body.session_token}` } as { id: string; session_id: string; user_message_id: string; token: string };
  };

  describe('a visitor who came by a publishable token', () => {
    it('goes on with a session token of his own, and sees neither model nor cost', async () => {
      const first = await visit();
      const { body, status } = await post('/chat', first.token, { message: 'Who of them is a cardiologist?' });
      expect(status).toBe(200);
      expect(body).toMatchObject({ session_id: first.session_id, status: 'completed' });
      expect(body).not.toHaveProperty('model');
      expect(body).not.toHaveProperty('cost');
      expect(body).not.toHaveProperty('session_token');
    });

    it('gets the session token with the start of a stream', async () => {
      const response = await fetch(`${service.url}${path}/chat`, {
        method: 'POST',
        headers: { authorization: pk, 'content-type': 'application/json' },
        body: JSON.stringify({ message: 'Hello', stream: true }),
      });
      const [start] = await readEvents(response);
      expect(start!.data['session_token']).toMatch(/^sal_vs_/);
    });

    it('cannot be impersonated by another visitor, nor with the publishable token itself', async () => {
      const [mine, other] = [await visit(), await visit()];
      for (const [token, status] of [
        [other.token, 404],
        [pk, 403],
      ] as const) {
        expect((await post('/chat', token, { message: 'x', session_id: mine.session_id })).status).toBe(status);
        expect((await get(`/sessions/${mine.session_id}/messages`, token)).status).toBe(status);
        expect((await get(`/turns/${mine.id}`, token)).status).toBe(status);
        expect((await get(`/stream?turn_id=${mine.id}`, token)).status).toBe(status);
        expect((await post(`/turns/${mine.id}/stop`, token)).status).toBe(status);
        expect((await post(`/messages/${mine.id}/feedback`, token, { rating: 'up' })).status).toBe(status);
        expect((await post(`/messages/${mine.id}/regenerate`, token)).status).toBe(status);
        expect((await service.http().delete(`${path}/sessions/${mine.session_id}`).set('authorization', token)).status).toBe(status);
      }
    });

    it('is nobody in another account or with another agent, or with a token that was tampered with', async () => {
      const { token } = await visit();
      const elsewhere = await service.http().post('/accounts/globex/agents/info/chat').set('authorization', token).send({ message: 'x' });
      expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'account_mismatch']);
      const otherAgent = await service.http().post('/accounts/acme/agents/sales/chat').set('authorization', token).send({ message: 'x' });
      expect(otherAgent.status).toBe(404);
      const tampered = token.slice(0, -1) + (token.endsWith('A') ? 'E' : 'A');
      expect((await post('/chat', tampered, { message: 'x' })).body.code).toBe('token_invalid');
    });
  });

  it('opens a session for a server to hand to its visitor, once however often it is asked with one key', async () => {
    const opened = await post('/sessions', sk, {}, { 'idempotency-key': 'open-1' });
    expect(opened.status).toBe(201);
    expect(Object.keys(opened.body).sort()).toEqual(['expires_at', 'session_id', 'session_token']);
    const again = await post('/sessions', sk, {}, { 'idempotency-key': 'open-1' });
    expect(again.body).toEqual({ session_id: opened.body.session_id, expires_at: opened.body.expires_at });
    expect(again.headers['idempotency-replayed']).toBe('true');
    const renewed = await post(`/sessions/${opened.body.session_id}/token`, `Bearer ${opened.body.session_token}`);
    expect(renewed.status).toBe(201);
    expect((await post('/chat', `Bearer ${renewed.body.session_token}`, { message: 'Hi' })).body.session_id).toBe(opened.body.session_id);
  });

  it('shows the history newest first, page by page', async () => {
    const first = await visit();
    await post('/chat', first.token, { message: 'And who is a cardiologist?' });
    const page = await get(`/sessions/${first.session_id}/messages?limit=3`, first.token);
    expect(page.body.data.map((message: { role: string }) => message.role)).toEqual(['assistant', 'user', 'assistant']);
    expect(page.body.has_more).toBe(true);
    const rest = await get(`/sessions/${first.session_id}/messages?limit=3&cursor=${page.body.next_cursor}`, first.token);
    expect(rest.body.data).toEqual([expect.objectContaining({ role: 'user', content: 'Who speaks Spanish?', id: first.user_message_id })]);
    expect(rest.body.has_more).toBe(false);
  });

  it('keeps the last rating of an answer, and takes it back', async () => {
    const first = await visit();
    const rate = (body: object) => post(`/messages/${first.id}/feedback`, first.token, body);
    const shown = async () => (await get(`/sessions/${first.session_id}/messages`, first.token)).body.data[0].feedback;
    expect((await rate({ rating: 'down', comment: 'No phone number' })).status).toBe(200);
    expect(await shown()).toEqual({ rating: 'down', comment: 'No phone number' });
    await rate({ rating: 'up' });
    expect(await shown()).toEqual({ rating: 'up', comment: null });
    await rate({ rating: null });
    expect(await shown()).toBeNull();
    expect((await rate({ rating: 'sideways' })).status).toBe(400);
    expect((await post(`/messages/${first.user_message_id}/feedback`, first.token, { rating: 'up' })).status).toBe(404);
  });

  it('answers a message once more, in the place of the answer before', async () => {
    const first = await visit();
    const again = await post(`/messages/${first.id}/regenerate`, first.token);
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ session_id: first.session_id, user_message_id: first.user_message_id, status: 'completed' });
    expect(again.body.id).not.toBe(first.id);
    const { body } = await get(`/sessions/${first.session_id}/messages`, first.token);
    expect(body.data.map((message: { id: string }) => message.id)).toEqual([again.body.id, first.user_message_id]);
  });

  it('erases a conversation, and nothing else', async () => {
    const [mine, other] = [await visit(), await visit()];
    const erase = () => service.http().delete(`${path}/sessions/${mine.session_id}`).set('authorization', mine.token);
    expect((await erase()).status).toBe(204);
    expect((await erase()).body.code).toBe('session_not_found');
    expect((await post('/chat', mine.token, { message: 'x' })).body.code).toBe('session_not_found');
    const left = await service.tenancy.run('acme', () =>
      new TenantDb().query('SELECT session_id FROM messages WHERE session_id = ANY ($1) GROUP BY session_id', [
        [mine.session_id, other.session_id],
      ]),
    );
    expect(left).toEqual([{ session_id: other.session_id }]);
  });

  it('reads a turn by its id, and stopping one that has ended changes nothing', async () => {
    const first = await visit();
    const state = await get(`/turns/${first.id}`, sk);
    expect(state.body).toMatchObject({ id: first.id, status: 'completed', failure_code: null });
    const stopped = await post(`/turns/${first.id}/stop`, sk);
    expect([stopped.status, stopped.body.status]).toEqual([200, 'completed']);
    expect((await get('/turns/0190a0a0-0000-7000-8000-000000000000', sk)).body.code).toBe('turn_not_found');
    expect((await get('/turns/nonsense', sk)).body.code).toBe('turn_not_found');
  });

  describe('a stream ticket', () => {
    const open = (ticket: string, headers: Record<string, string> = {}) =>
      fetch(`${service.url}${path}/stream?ticket=${encodeURIComponent(ticket)}`, { headers });
    const issue = async (body: object, token = sk) => (await post('/stream-tickets', token, body)).body.ticket as string;

    it('begins one turn however often it is used, and then only reads that one', async () => {
      const ticket = await issue({ message: 'Who speaks Spanish?' });
      const streams = await Promise.all([open(ticket), open(ticket), open(ticket)].map(async (response) => readEvents(await response)));
      const ids = new Set(streams.map(([start]) => start!.data['turn_id']));
      expect(ids.size).toBe(1);
      expect(new Set(streams.map(textOf)).size).toBe(1);
      const end = streams[0]!.at(-1)!.id;
      expect((await open(ticket, { 'last-event-id': end })).status).toBe(204);
      const other = await visit();
      const foreign = await open(ticket, { 'last-event-id': `${other.id}:0` });
      expect(foreign.status).toBe(404);
    });

    it('is what counts, although a browser sends the password of the site around along', async () => {
      const response = await open(await issue({ message: 'Who speaks Spanish?' }), { authorization: 'Basic c3RhZ2luZzpzZWNyZXQ=' });
      expect(textOf(await readEvents(response))).toContain('Dr. Ana Ruiz');
    });

    it('is not issued for an agent that is not there', async () => {
      const nowhere = await service
        .http()
        .post('/accounts/acme/agents/nobody/stream-tickets')
        .set('authorization', sk)
        .send({ message: 'Hi' });
      expect([nowhere.status, nowhere.body.code]).toEqual([404, 'agent_not_found']);
    });

    it('carries the rights of who asked for it: a visitor stays in his session', async () => {
      const visitor = await visit();
      const events = await readEvents(await open(await issue({ message: 'And cardiologists?' }, visitor.token)));
      expect(events[0]!.data['session_id']).toBe(visitor.session_id);
      const reading = await readEvents(await open(await issue({ turn_id: visitor.id }, visitor.token)));
      expect(reading[0]!.data['turn_id']).toBe(visitor.id);
      const foreign = await visit();
      expect((await post('/stream-tickets', visitor.token, { turn_id: foreign.id })).body.code).toBe('turn_not_found');
      expect((await post('/stream-tickets', pk, { turn_id: foreign.id })).status).toBe(403);
    });

    it('is no token anywhere else, and no token is a ticket', async () => {
      const ticket = await issue({ message: 'Hi' });
      expect((await post('/chat', `Bearer ${ticket}`, { message: 'x' })).body.code).toBe('token_invalid');
      expect((await service.http().get(`/accounts/globex/agents/info/stream?ticket=${ticket}`)).body.code).toBe('token_invalid');
      expect((await service.http().get(`${path}/turns/x?ticket=${ticket}`)).body.code).toBe('token_missing');
      expect((await open(sk.slice('Bearer '.length))).status).toBe(401);
      const reused = await open(await issue({ message: 'Hi' }), { 'last-event-id': '0190a0a0-0000-7000-8000-000000000000:0' });
      expect(reused.status).toBe(404);
    });
  });

  describe('pages of other origins', () => {
    const preflight = (origin: string) =>
      service
        .http()
        .options(`${path}/chat`)
        .set({ origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' });

    it('may call from where a publishable token is allowed, and read errors too', async () => {
      const allowed = await preflight(PAGE);
      expect(allowed.status).toBe(204);
      expect(allowed.headers).toMatchObject({
        'access-control-allow-origin': PAGE,
        'access-control-allow-headers': 'authorization,content-type',
      });
      const refused = await post('/chat', 'Bearer nonsense', { message: 'x' }, { origin: PAGE });
      expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([401, PAGE]);
    });

    it('may not from anywhere else, also with the token', async () => {
      const other = await preflight('https://evil.example');
      expect(other.headers).not.toHaveProperty('access-control-allow-origin');
      const used = await post('/chat', pk, { message: 'x' }, { origin: 'https://evil.example' });
      expect([used.status, used.body.code]).toEqual([403, 'origin_not_allowed']);
      expect((await post('/chat', pk, { message: 'Hello' }, { origin: PAGE })).status).toBe(200);
    });
  });
});
