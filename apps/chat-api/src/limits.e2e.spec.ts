import { jest } from '@jest/globals';
import type { NewApiToken } from '@salient/auth/tokens';
import { answer, startFakeOpenAi, type FakeOpenAi, type Step } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import supertest from 'supertest';
import { startTestService, type TestService } from './testing/test-service.js';

const PATH = '/accounts/acme/agents/info';
const POLICY = 'ratelimit-policy';

/** A whole answer that costs so much. */
function costing(cost: number): Step[] {
  return [{ text: 'Paid.' }, { finish: 'stop' }, { usage: { prompt_tokens: 10, completion_tokens: 5, cost } }, { done: true }];
}

describe('limits', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let urls: string[];
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1' });
    urls = [service.url, await service.another()];
  });
  beforeEach(async () => {
    model.respond = () => answer('Hello.');
    model.requests.splice(0);
    await change(`limits = '{}', budget = NULL, model = NULL`);
  });
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  const sql = (statement: string, parameters: unknown[] = []) =>
    service.tenancy.run('acme', () => new TenantDb().query<Record<string, unknown>>(statement, parameters));
  const change = (set: string) => sql(`UPDATE agents SET ${set}`);
  const spent = () => sql('DELETE FROM spending_counters');
  /** Asks the n-th process in turn. */
  const ask = (token: string, more: object = {}, process = 0) =>
    supertest(urls[process % urls.length]!)
      .post(`${PATH}/chat`)
      .set('authorization', token)
      .send({ message: 'hello', ...more });
  const together = (token: string, turns: number) =>
    Promise.all(Array.from({ length: turns }, async (_, index) => (await ask(token, {}, index)).status));
  const tokenWith = (options: Partial<NewApiToken>) => service.token('acme', options);
  const usd = (amount: string) => ({ amount, currency: 'USD' as const, period: 'day' as const });

  it('lets a token begin as many turns a minute as it may, on all processes together', async () => {
    const token = await tokenWith({ limits: { turns_per_minute: 6 } });
    const answers = [];
    for (let turn = 0; turn < 8; turn++) answers.push(await ask(token, {}, turn));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
    expect(answers[0]!.headers).toMatchObject({ [POLICY]: '"token";q=6;w=60', ratelimit: expect.stringMatching(/^"token";r=\d;t=\d+$/) });
    const refused = answers.at(-1)!;
    expect(refused.body).toMatchObject({ code: 'rate_limited', status: 429, retryable: true });
    expect(refused.headers).toMatchObject({ [POLICY]: '"token";q=6;w=60', ratelimit: expect.stringMatching(/^"token";r=0;t=\d+$/) });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(model.requests).toHaveLength(6);
  });

  it('sets a server no limit that nobody has set', async () => {
    const { status, headers } = await ask(await tokenWith({}));
    expect([status, headers[POLICY]]).toEqual([200, undefined]);
  });

  it('limits an agent whoever asks, also as a stream', async () => {
    await change(`limits = '{"turns_per_minute": 2}'`);
    const stream = await fetch(`${urls[0]}${PATH}/stream?message=hi`, { headers: { authorization: await tokenWith({}) } });
    expect(stream.headers.get(POLICY)).toBe('"agent";q=2;w=60');
    await stream.text();
    expect((await ask(await tokenWith({}), {}, 1)).status).toBe(200);
    expect((await ask(await tokenWith({}))).body.code).toBe('rate_limited');
  });

  it('lets an address begin sixty conversations a minute with publishable tokens', async () => {
    const token = await tokenWith({ kind: 'pk', allowedOrigins: ['https://acme.example'] });
    const first = await ask(token);
    expect(first.headers[POLICY]).toBe('"address";q=60;w=60');
    const rest = [];
    for (let turn = 1; turn < 62; turn++) rest.push((await ask(token)).status);
    expect(rest.filter((status) => status === 200)).toHaveLength(59);
    expect(rest.slice(-2)).toEqual([429, 429]);
  });

  it('lets a visitor begin twenty turns a minute in a conversation, whichever process answers', async () => {
    await service.tenancy.control.query('DELETE FROM rate_windows');
    const page = await tokenWith({ kind: 'pk', allowedOrigins: ['https://acme.example'] });
    const { body } = await supertest(await service.another())
      .post(`${PATH}/chat`)
      .set('authorization', page)
      .send({ message: 'hello' });
    const visitor = `Bearer ${body.session_token}`;
    const answers = [];
    for (let turn = 1; turn < 22; turn++) answers.push(await ask(visitor, {}, turn));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 19 }, () => 200), 429, 429]);
    expect(answers[0]!.headers).toMatchObject({
      [POLICY]: '"visitor";q=20;w=60',
      ratelimit: expect.stringMatching(/^"visitor";r=18;t=\d+$/),
    });
    expect(Number(answers.at(-1)!.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('does not count a repeat as a turn', async () => {
    const token = await tokenWith({ limits: { turns_per_minute: 2 } });
    const body = { client_message_id: 'one' };
    const statuses = [];
    for (let turn = 0; turn < 4; turn++) statuses.push((await ask(token, body)).status);
    expect([...statuses, (await ask(token)).status, (await ask(token)).status]).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('lets so many turns of a token run at once, on all processes together', async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    model.respond = () => [{ text: 'slow' }, { until: held }, { finish: 'stop' }, { done: true }];
    const token = await tokenWith({ limits: { concurrent_turns: 2 } });
    const begun = [await ask(token).set('prefer', 'respond-async'), await ask(token, {}, 1).set('prefer', 'respond-async')];
    expect(begun.map(({ status }) => status)).toEqual([202, 202]);
    const refused = await ask(token, {}, 1);
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([429, 'rate_limited', '1']);
    release();
    for (const [index, { headers }] of begun.entries()) {
      await (await fetch(`${urls[index]}${headers['location']}`, { headers: { authorization: token } })).text();
    }
    expect((await ask(token)).status).toBe(200);
  });

  it('spends the last cent once, whichever processes are asked at the same time', async () => {
    model.respond = () => costing(0.01);
    const token = await tokenWith({ budget: usd('0.01') });
    const statuses = await together(token, 10);
    expect(statuses.sort()).toEqual([200, ...Array.from({ length: 9 }, () => 402)]);
    expect(model.requests).toHaveLength(1);
    const refused = await ask(token);
    expect(refused.body).toMatchObject({ code: 'budget_exceeded', status: 402, retryable: false });
    expect(await sql(`SELECT spent, reserved FROM spending_counters WHERE scope = 'token' AND amount = 0.01`)).toMatchObject([
      { spent: '0.01000000', reserved: '0.00000000' },
    ]);
  });

  it('charges what a turn has cost, and lets the rest be spent', async () => {
    model.respond = () => costing(0.004);
    const token = await tokenWith({ budget: usd('0.010') });
    const statuses = [];
    for (let turn = 0; turn < 4; turn++) statuses.push((await ask(token, {}, turn)).status);
    expect(statuses).toEqual([200, 200, 200, 402]);
  });

  it('charges nothing for a turn that brought nothing', async () => {
    model.respond = () => [{ status: 401 }];
    const token = await tokenWith({ budget: usd('0.01') });
    expect((await ask(token)).status).toBe(502);
    model.respond = () => costing(0.01);
    expect((await ask(token)).status).toBe(200);
  });

  it('holds the budget of the account for everybody', async () => {
    await spent();
    model.respond = () => costing(0.02);
    const { control, tenants } = service.tenancy;
    const set = (budget: object | null) =>
      control.query('UPDATE tenant_registry SET budget = $2 WHERE tenant_id = $1', [tenants['acme']!.id, budget]);
    await set(usd('0.02'));
    await Promise.all(urls.map((_, index) => untilHeard(index)));
    expect([(await ask(await tokenWith({}))).status, (await ask(await tokenWith({}), {}, 1)).status]).toEqual([200, 402]);
    await set(null);
  });

  /** The change of a record has reached a process when a turn of it holds money: until then turns are free. */
  async function untilHeard(process: number): Promise<void> {
    const token = await tokenWith({});
    model.respond = () => costing(0);
    for (;;) {
      await ask(token, {}, process);
      const [counter] = await sql(`DELETE FROM spending_counters WHERE scope = 'account' RETURNING scope`);
      if (counter) break;
    }
    model.respond = () => costing(0.02);
  }

  it('tells admins when four fifths are gone, once, and lets the cheaper model answer when nine tenths are', async () => {
    await spent();
    await change(`model = 'big', budget = '{"amount": "1.00", "currency": "USD", "period": "month", "cheaper_model": "small"}'`);
    model.respond = () => costing(0.45);
    const token = await tokenWith({});
    for (let turn = 0; turn < 3; turn++) expect((await ask(token, {}, turn)).status).toBe(200);
    expect(model.requests.map(({ body }) => body.model)).toEqual(['big', 'big', 'small']);
    const read = () => sql(`SELECT details FROM audit_events WHERE action = 'budget.warning' AND target_kind = 'agent'`);
    let warnings = await read();
    while (warnings.length === 0) warnings = await read(); // written once the visitor has his answer
    expect(warnings).toMatchObject([{ details: { amount: '1.00000000', spent: '0.90000000' } }]);
    expect(service.log.join()).toContain('budget_warning');
    expect((await ask(token)).status).toBe(402);
  });

  it('closes politely for visitors, and stores what they were told at no cost', async () => {
    await spent();
    await change(`closed_message = 'We are closed. Call +1 555 0100.', budget = '{"amount": "0.01", "currency": "USD", "period": "day"}'`);
    model.respond = () => costing(0.01);
    expect((await ask(await tokenWith({}))).status).toBe(200);
    const page = supertest(urls[1]!);
    const token = await tokenWith({ kind: 'pk', allowedOrigins: ['https://acme.example'] });
    // Another network: this one has begun its sixty conversations.
    await service.tenancy.control.query('DELETE FROM rate_windows');
    const { status, body } = await page.post(`${PATH}/chat`).set('authorization', token).send({ message: 'Hi' });
    expect([status, body.response, body.status]).toEqual([200, 'We are closed. Call +1 555 0100.', 'completed']);
    expect(await sql('SELECT status, cost_source, cost_amount::float8 AS amount FROM messages WHERE id = $1', [body.id])).toEqual([
      { status: 'completed', cost_source: 'none', amount: 0 },
    ]);
    expect(model.requests).toHaveLength(1);
  });

  it('answers from the directories alone when the agent wants that', async () => {
    await spent();
    await change(`budget = '{"amount": "0.01", "currency": "USD", "period": "day", "directory_only": true}'`);
    model.respond = () => costing(0.01);
    const token = await tokenWith({});
    await ask(token);
    const { body } = await ask(token, { message: 'Where can I park?' }, 1);
    expect(body).toMatchObject({ model: 'salient/directory-responder', cost: { amount: '0', source: 'none' } });
    expect(body.response).toContain('Pier Street');
  });

  it('gives back what a turn had reserved whose process is gone', async () => {
    await spent();
    const token = await tokenWith({ budget: usd('0.01'), limits: { concurrent_turns: 1 } });
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    model.respond = () => [{ text: 'slow' }, { until: held }, { finish: 'stop' }, { done: true }];
    const lost = await ask(token).set('prefer', 'respond-async');
    const id = String(new URL(lost.headers['location']!, urls[0]).searchParams.get('turn_id'));
    expect((await ask(token, {}, 1)).status).toBe(402);
    await sql(`UPDATE messages SET worker_id = gen_random_uuid(), lease_expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    model.respond = () => costing(0.01);
    const statuses = new Set<number>();
    while (!statuses.has(200)) statuses.add((await ask(token)).status); // a process looks for dead turns once a second
    expect([...statuses].filter((status) => status !== 402)).toEqual([200]);
    expect(await sql('SELECT failure_code FROM messages WHERE id = $1', [id])).toEqual([{ failure_code: 'worker_lost' }]);
    release();
  });

  it('needs no more statements for a turn with budgets than for one without', async () => {
    const token = await tokenWith({ budget: usd('10'), limits: { concurrent_turns: 10, turns_per_minute: 1_000 } });
    await ask(token);
    const count = jest.spyOn(TenantDb.prototype, 'query');
    await ask(token);
    expect(count.mock.calls.length).toBeLessThanOrEqual(4);
    count.mockRestore();
  });
});
