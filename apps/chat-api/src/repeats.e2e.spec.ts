import { startFakeOpenAi, type FakeOpenAi, type Step } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import { held } from './testing/held.js';
import { readEvents, textOf } from './testing/read-events.js';
import { startTestService, type TestService } from './testing/test-service.js';

const AGENT = '/accounts/acme/agents/info';

function costing(cost: number): Step[] {
  return [{ text: 'Paid.' }, { finish: 'stop' }, { usage: { prompt_tokens: 10, completion_tokens: 5, cost } }, { done: true }];
}

describe('a request that is sent again', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let urls: string[];
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1' });
    urls = [service.url, await service.another()];
  });
  beforeEach(() => {
    model.requests.splice(0);
    model.respond = () => costing(0.01);
  });
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  const sql = (statement: string, parameters: unknown[] = []) =>
    service.tenancy.run('acme', () => new TenantDb().query<Record<string, unknown>>(statement, parameters));
  async function send(authorization: string, body: object, headers: Record<string, string> = {}, process = 0) {
    const response = await fetch(`${urls[process % urls.length]}${AGENT}/chat`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ message: 'hello', ...body }),
    });
    return { status: response.status, headers: response.headers, response };
  }
  const json = async (sent: Awaited<ReturnType<typeof send>>) => (await sent.response.json()) as Record<string, unknown>;
  const usd = (amount: string) => ({ amount, currency: 'USD' as const, period: 'day' as const });
  const turnsOf = async (authorization: string) => {
    const ref = authorization.split('_')[2]!;
    const [token] = await service.tenancy.control.query<{ id: string }>('SELECT id FROM api_tokens WHERE ref = $1', [ref]);
    return sql(
      `SELECT answer.id, answer.content FROM messages answer JOIN messages asked ON asked.id = answer.parent_id WHERE asked.principal LIKE 'token:' || $1 || '%'`,
      [token!.id],
    );
  };

  it.each<[string, object, Record<string, string>]>([
    ['an Idempotency-Key', {}, { 'idempotency-key': 'ten-times' }],
    ['a client_message_id', { client_message_id: 'ten-times' }, {}],
  ])('ten times at once with %s is one turn, one call of the model and one charge', async (_by, body, headers) => {
    const authorization = await service.token('acme', { budget: usd('1.00') });
    const sent = await Promise.all(Array.from({ length: 10 }, (_, index) => send(authorization, body, headers, index)));
    const statuses = sent.map(({ status }) => status).sort();
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    expect(statuses[0]).toBe(200);
    for (const one of sent.filter(({ status }) => status === 409)) {
      expect(one.headers.get('retry-after')).toBe('1');
      expect((await json(one))['code']).toBe('idempotency_in_progress');
    }
    const later = await send(authorization, body, headers, 1);
    expect([later.status, later.headers.get('idempotency-replayed'), (await json(later))['response']]).toEqual([200, 'true', 'Paid.']);
    expect(await turnsOf(authorization)).toHaveLength(1);
    expect(model.requests).toHaveLength(1);
    expect(await sql(`SELECT spent::float8, reserved::float8 FROM spending_counters WHERE scope = 'token' ORDER BY spent`)).toContainEqual({
      spent: 0.01,
      reserved: 0,
    });
  });

  it('ten times at once as a stream is read by all ten', async () => {
    const authorization = await service.token('acme');
    const streams = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const { response } = await send(authorization, { stream: true }, { 'idempotency-key': 'streamed' }, index);
        return readEvents(response);
      }),
    );
    expect(new Set(streams.map(([start]) => start!.data['turn_id'])).size).toBe(1);
    expect(streams.map(textOf)).toEqual(Array.from({ length: 10 }, () => 'Paid.'));
    expect(model.requests).toHaveLength(1);
  });

  it('joins its running turn although that has the token’s only place, and the last of its rate and money', async () => {
    const { until, release } = held();
    model.reply([{ text: 'Paid' }, { until }, { finish: 'stop' }, { usage: { prompt_tokens: 1, completion_tokens: 1, cost: 0.01 } }, { done: true }]); // prettier-ignore
    const limits = { turns_per_minute: 1, concurrent_turns: 1 };
    const authorization = await service.token('acme', { limits, budget: usd('0.01') });
    const headers = { 'idempotency-key': 'last' };
    const first = await send(authorization, { stream: true }, headers);
    const again = [await send(authorization, { stream: true }, headers), await send(authorization, { stream: true }, headers, 1)];
    expect(again.map((one) => [one.status, one.headers.get('idempotency-replayed')])).toEqual([
      [200, 'true'],
      [200, 'true'],
    ]);
    release();
    for (const { response } of [first, ...again]) expect(textOf(await readEvents(response))).toBe('Paid');
    const late = await send(authorization, { stream: true }, headers, 1);
    expect(textOf(await readEvents(late.response))).toBe('Paid');
    const other = await send(authorization, { message: 'something else', stream: true }, headers);
    expect([other.status, (await json(other))['code']]).toEqual([422, 'idempotency_mismatch']);
    expect((await send(authorization, {})).status).toBe(429);
    expect(model.requests).toHaveLength(1);
  });

  it('is not told a secret twice', async () => {
    const authorization = await service.token('acme', { kind: 'pk', allowedOrigins: ['https://acme.example'] });
    const body = { client_message_id: 'guessed' };
    const first = await json(await send(authorization, body));
    expect(first['session_token']).toMatch(/^sal_vs_/);
    const again = await json(await send(authorization, body));
    expect(again).toEqual({ ...first, session_token: undefined });
    const [start] = await readEvents((await send(authorization, { ...body, stream: true })).response);
    expect(start).toMatchObject({ event: 'start', data: { turn_id: first['id'] } });
    expect(start!.data).not.toHaveProperty('session_token');
  });

  it('gets the key of its conversation with the promise of a later answer', async () => {
    const authorization = await service.token('acme', { kind: 'pk', allowedOrigins: ['https://acme.example'] });
    const accepted = await send(authorization, {}, { prefer: 'respond-async' });
    const { session_token: token } = await json(accepted);
    const stream = await fetch(`${urls[1]}${accepted.headers.get('location')}`, { headers: { authorization: `Bearer ${String(token)}` } });
    expect(textOf(await readEvents(stream))).toBe('Paid.');
  });

  it('does its work once on every other route, too, and says that it was done before', async () => {
    const authorization = await service.token('acme');
    const turn = await json(await send(authorization, {}));
    const post = async (route: string, body: object, key: string) => {
      const response = await fetch(`${urls[0]}${AGENT}${route}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      });
      return { status: response.status, replayed: response.headers.get('idempotency-replayed'), body: (await response.json()) as object };
    };
    const rated = await post(`/messages/${String(turn['id'])}/feedback`, { rating: 'up' }, 'rate');
    expect(await post(`/messages/${String(turn['id'])}/feedback`, { rating: 'up' }, 'rate')).toEqual({ ...rated, replayed: 'true' });
    expect((await post(`/messages/${String(turn['id'])}/feedback`, { rating: 'down' }, 'rate')).status).toBe(422);
    const renewed = await post(`/sessions/${String(turn['session_id'])}/token`, {}, 'renew');
    const again = await post(`/sessions/${String(turn['session_id'])}/token`, {}, 'renew');
    expect(Object.keys(renewed.body).sort()).toEqual(['expires_at', 'session_id', 'session_token']);
    expect([Object.keys(again.body).sort(), again.replayed]).toEqual([['expires_at', 'session_id'], 'true']);
    const regenerated = await post(`/messages/${String(turn['id'])}/regenerate`, {}, 'again');
    expect(await post(`/messages/${String(turn['id'])}/regenerate`, {}, 'again')).toEqual({ ...regenerated, replayed: 'true' });
  });
});
