import { jest } from '@jest/globals';
import { answer, startFakeOpenAi, type FakeOpenAi, type Step } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import { readEvents, textOf } from './testing/read-events.js';
import { startTestService, type TestService } from './testing/test-service.js';

describe('an agent with a language model', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let token: string;
  let echo: FakeOpenAi['respond'];
  beforeAll(async () => {
    model = await startFakeOpenAi();
    echo = model.respond;
    service = await startTestService(['acme'], {
      LLM_BASE_URL: model.baseUrl,
      LLM_API_KEY: 'provider-key',
      LLM_MODEL: 'fake-1',
      TURN_TIMEOUT_MS: '1500',
    });
    token = await service.token('acme');
  });
  beforeEach(() => {
    model.respond = echo;
    model.requests.splice(0);
    service.log.splice(0);
  });
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  const path = '/accounts/acme/agents/info';
  const ask = (message: string, more: object = {}) =>
    service
      .http()
      .post(`${path}/chat`)
      .set('authorization', token)
      .send({ message, ...more });
  const stream = async (message: string) =>
    readEvents(await fetch(`${service.url}${path}/stream?message=${encodeURIComponent(message)}`, { headers: { authorization: token } }));
  const row = async (id: unknown) =>
    (
      await service.tenancy.run('acme', () =>
        new TenantDb().query<Record<string, unknown>>(
          `SELECT m.content, m.status, m.failure_code, r.provider, r.input_tokens, r.output_tokens, r.cost_amount, r.cost_source, r.outcome
           FROM messages m LEFT JOIN llm_requests r ON r.message_id = m.id WHERE m.id = $1`,
          [id],
        ),
      )
    )[0];

  it('answers with what the model said, byte for byte, and stores its usage and cost', async () => {
    const text = ' Grüße 👩‍⚕️ — *today*\n\n';
    model.reply([{ text }, { finish: 'stop' }, { usage: { prompt_tokens: 12, completion_tokens: 7, cost: 0.001289 } }, { done: true }]);
    const { body } = await ask('hello');
    expect(body).toMatchObject({
      response: text,
      status: 'completed',
      model: 'fake-1',
      usage: { input_tokens: 12, output_tokens: 7, total_tokens: 19 },
      cost: { amount: '0.00128900', currency: 'USD', source: 'provider' },
    });
    expect(await row(body.id)).toMatchObject({
      content: text,
      provider: 'openai-compatible',
      input_tokens: 12,
      output_tokens: 7,
      outcome: 'completed',
    });
  });

  it('tells the model who it is, what was said before, and what it may look up', async () => {
    model.reply(answer('Hello, Ada.'), answer('Your name is Ada.'));
    const first = await ask('I am Ada.');
    await ask('Who am I?', { session_id: first.body.session_id });
    const { headers, body } = model.requests[1]!;
    expect(headers.authorization).toBe('Bearer provider-key');
    expect(body.messages.map(({ role, content }) => [role, content]).slice(1)).toEqual([
      ['user', 'I am Ada.'],
      ['assistant', 'Hello, Ada.'],
      ['user', 'Who am I?'],
    ]);
    expect(body.messages[0]).toMatchObject({ role: 'system', content: expect.stringContaining('You are the front desk.') });
    expect(body.tools!.map((tool) => tool.function.name)).toEqual(['list_directories', 'search_directory']);
  });

  it('looks up what the model asks for, and cites what the model refers to', async () => {
    const search = { list: 'doctors', filters: { specialty: 'Cardiology', languages: 'Spanish' } };
    model.reply(
      [{ toolCall: { id: 'call_1', name: 'search_directory', arguments: search } }, { finish: 'tool_calls' }, { done: true }],
      answer('Dr. Ruiz [1] does.'),
    );
    const events = await stream('Who speaks Spanish?');
    expect(textOf(events)).toBe('Dr. Ruiz [1] does.');
    expect(
      events.filter((event) => event.event === 'tool').map(({ data }) => [data['tool_call_id'], data['state'], data['result_count']]),
    ).toEqual([
      ['call_1', 'started', null],
      ['call_1', 'completed', 2],
    ]);
    expect(events.find((event) => event.event === 'citation')?.data).toMatchObject({ index: 1, list: 'doctors', title: 'Dr. Ana Ruiz' });
    expect(JSON.stringify(events)).not.toContain('filters');
    const told = model.requests[1]!.body.messages.at(-1)!;
    expect(told.role).toBe('tool');
    expect(JSON.parse(told.content)).toMatchObject({
      total: 2,
      results: [
        { citation: 1, name: 'Dr. Ana Ruiz' },
        { citation: 2, name: 'Dr. Rui Costa' },
      ],
    });
  });

  it('tells the model, and not the visitor, what was wrong with a call of a tool', async () => {
    model.reply(
      [{ toolCall: { id: 'x', name: 'search_directory', arguments: '{"list":' } }, { finish: 'tool_calls' }, { done: true }],
      answer('Sorry.'),
    );
    const events = await stream('hello');
    expect(textOf(events)).toBe('Sorry.');
    expect(events.filter((event) => event.event === 'tool').at(-1)?.data).toMatchObject({ state: 'failed', result_count: null });
    expect(model.requests[1]!.body.messages.at(-1)!.content).toContain('not valid JSON');
  });

  it('shows a search no more than the agent allows, and the model no tool that the agent does not have', async () => {
    const change = (set: string) => service.tenancy.run('acme', () => new TenantDb().query(`UPDATE agents SET ${set}`));
    const look = (id: string, name: string, args: object): Step[] => [
      { toolCall: { id, name, arguments: args } },
      { finish: 'tool_calls' },
      { done: true },
    ];
    await change(`limits = '{"tool_results_max": 1}', tools = '{search_directory}'`);
    model.reply(look('a', 'search_directory', { list: 'doctors', limit: 20 }), look('b', 'list_directories', {}), answer('Done.'));
    await ask('Who is there?');
    const [first, second, third] = model.requests.map(({ body }) => body);
    expect(first!.tools!.map((tool) => tool.function.name)).toEqual(['search_directory']);
    expect(JSON.parse(second!.messages.at(-1)!.content)).toMatchObject({ total: 4, results: [{ citation: 1 }] });
    expect(third!.messages.at(-1)!.content).toContain('There is no tool');
    await change(`limits = '{}', tools = '{list_directories,search_directory}'`);
  });

  it('bounds how often, and how many at once, a model may call tools', async () => {
    const calls = (count: number): Step[] => [
      { chunk: { choices: [{ delta: { tool_calls: Array.from({ length: count }, (_, index) => ({ index, id: `call_${index}`, function: { name: 'list_directories', arguments: '{}' } })) } }] } }, // prettier-ignore
      { finish: 'tool_calls' },
      { done: true },
    ];
    model.respond = () => calls(10);
    const { body, status } = await ask('hello');
    expect([status, body.code]).toEqual([502, 'provider_error']);
    expect(model.requests).toHaveLength(7);
    expect(model.requests.at(-1)!.body.tools).toBeUndefined();
    const told = model.requests[1]!.body.messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
    expect(told.map((content) => content.includes('At most 8 tools'))).toEqual([...Array.from({ length: 8 }, () => false), true, true]);
  });

  it.each<[string, Step[]]>([
    ['is cut in the middle of a word', [{ text: 'The answer is fort' }, { cut: true }]],
    ['ends without a reason to end', [{ text: 'The answer is fort' }, { done: true }]],
    ['turns to something that is not JSON', [{ text: 'The answer is fort' }, { raw: 'data: <html>secret upstream</html>\n\n' }]],
    ['ends for an error, by its own word', [{ text: 'The answer is fort' }, { finish: 'error' }, { done: true }]],
    ['breaks off with an error', [{ text: 'The answer is fort' }, { raw: 'data: {"error":{"message":"secret upstream","code":502}}\n\n' }]],
  ])('keeps what was said and says that the turn failed when the stream %s', async (_case, steps) => {
    model.reply(steps);
    const events = await stream('hello');
    expect(textOf(events)).toBe('The answer is fort');
    const last = events.at(-1)!;
    expect(last).toMatchObject({ event: 'failed', data: { code: 'provider_error', status: 502, partial: true, retryable: true } });
    expect(last.id).toBe(`${String(events[0]!.data['turn_id'])}:end`);
    expect(events.filter(({ event }) => event === 'done')).toEqual([]);
    expect(await row(events[0]!.data['turn_id'])).toMatchObject({
      content: 'The answer is fort',
      status: 'failed',
      failure_code: 'provider_error',
    });
    expect(JSON.stringify(events) + service.log.join()).not.toMatch(/secret upstream|provider-key/);
  });

  it.each<[string, Step[], number, string]>([
    ['refuses', [{ status: 401, body: '{"error":{"message":"secret upstream"}}' }], 502, 'provider_error'],
    ['limits its rate', [{ status: 429, headers: { 'retry-after': '7' } }], 503, 'provider_unavailable'],
    ['is broken', [{ status: 500 }], 502, 'provider_error'],
    ['is silent', [{ hang: true }], 504, 'provider_timeout'],
  ])('answers with a problem, and a later turn works, when the provider %s', async (_case, steps, status, code) => {
    model.respond = () => steps;
    const { status: got, body, headers } = await ask('hello');
    expect([got, body.code]).toEqual([status, code]);
    if (status === 503) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.stringify(body)).not.toContain('secret upstream');
    model.respond = () => answer('Here I am.');
    expect((await ask('hello again')).body).toMatchObject({ status: 'completed', response: 'Here I am.' });
  });

  it.each(['length', 'content_filter'])(
    'keeps an answer that the model had to break off (%s), and says that it is not whole',
    async (reason) => {
      model.reply([{ text: 'The answer is fort' }, { finish: reason }, { done: true }]);
      const events = await stream('hello');
      expect([textOf(events), events.at(-1)!.data]).toEqual([
        'The answer is fort',
        expect.objectContaining({ status: 'incomplete', finish_reason: reason, chars: 18 }),
      ]);
      expect(await row(events[0]!.data['turn_id'])).toMatchObject({ status: 'incomplete', content: 'The answer is fort' });
    },
  );

  it('stores the answer of a provider whose names and numbers are nonsense', async () => {
    const nonsense = { id: 'a\u0000b', model: 'm\ud800\u0000' };
    const call = { index: 0, id: 'c\u0000\udc00', function: { name: 'no\u0000tool', arguments: '{"x":"\u0000"}' } };
    model.reply(
      [{ chunk: { ...nonsense, choices: [{ delta: { tool_calls: [call] } }] } }, { finish: 'tool_calls' }, { done: true }],
      [
        { chunk: { ...nonsense, choices: [{ delta: { content: 'Sense\u0000.' }, finish_reason: 'stop' }] } },
        { chunk: { ...nonsense, usage: { prompt_tokens: -5, completion_tokens: 1e15, cost: 1e30 } } },
        { done: true },
      ],
    );
    const { body } = await ask('hello');
    expect(body).toMatchObject({ status: 'completed', response: 'Sense\ufffd.', model: 'm\ufffd\ufffd', cost: { source: 'unknown' } });
    expect(await row(body.id)).toMatchObject({ status: 'completed', content: 'Sense\ufffd.', outcome: 'completed' });
  });

  it('keeps a million characters of an answer that does not end, and says that it failed', async () => {
    const megabyte = 'x'.repeat(1_000_000);
    model.reply([...Array.from({ length: 10 }, (): Step => ({ text: megabyte })), { finish: 'stop' }, { done: true }]);
    const events = await stream('Tell me everything');
    expect(events.at(-1)).toMatchObject({ event: 'failed', data: { code: 'provider_error', partial: true } });
    expect(textOf(events).length).toBeLessThanOrEqual(2_000_000);
    expect(await row(events[0]!.data['turn_id'])).toMatchObject({ content: textOf(events), status: 'failed' });
    await model.requests[0]!.aborted;
  });

  it('leaves failed turns out of what the model is told later', async () => {
    model.reply([{ text: 'half' }, { cut: true }], answer('Whole.'));
    const failed = await stream('first');
    const session_id = failed[0]!.data['session_id'];
    expect((await ask('second', { session_id })).body.response).toBe('Whole.');
    expect(
      model.requests
        .at(-1)!
        .body.messages.map(({ content }) => content)
        .slice(1),
    ).toEqual(['second']);
  });

  it('runs one turn of a session at a time', async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    model.reply([{ text: 'slow' }, { until: held }, { finish: 'stop' }, { done: true }]);
    const first = await ask('first').set('prefer', 'respond-async');
    expect(first.status).toBe(202);
    const second = await ask('second', { session_id: first.body.session_id });
    expect([second.status, second.body.code]).toEqual([409, 'turn_in_progress']);
    release();
    const events = await readEvents(await fetch(`${service.url}${first.headers['location']}`, { headers: { authorization: token } }));
    expect(textOf(events)).toBe('slow');
    expect((await ask('third', { session_id: first.body.session_id })).status).toBe(200);
  });

  it('ends a turn whose worker is gone as worker_lost, keeps its text, and lets the session go on', async () => {
    const { body } = await ask('hello');
    await service.tenancy.run('acme', () =>
      new TenantDb().query(
        `UPDATE messages SET status = 'running', content = 'You sa', worker_id = gen_random_uuid(), lease_expires_at = now() - interval '1 second'
         WHERE id = $1`,
        [body.id],
      ),
    );
    const events = await readEvents(await fetch(`${service.url}${path}/stream?turn_id=${body.id}`, { headers: { authorization: token } }));
    expect(textOf(events)).toBe('You sa');
    expect(events.at(-1)).toMatchObject({ event: 'failed', data: { code: 'worker_lost', status: 503, partial: true } });
    expect((await ask('again', { session_id: body.session_id })).status).toBe(200);
  });

  it('needs at most four statements on the tenant database for a short turn', async () => {
    await ask('warm up');
    const count = jest.spyOn(TenantDb.prototype, 'query');
    model.reply(answer('Short.'));
    await ask('hello');
    expect(count.mock.calls.length).toBeLessThanOrEqual(4);
    count.mockRestore();
  });
});
