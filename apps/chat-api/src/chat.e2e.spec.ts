import { createHash } from 'node:crypto';
import { TenantDb } from '@salient/tenancy';
import { eventually } from './testing/held.js';
import { readEvents, textOf } from './testing/read-events.js';
import { startTestService, type TestService } from './testing/test-service.js';

describe('chatting with an agent', () => {
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    service = await startTestService(['acme', 'globex']);
    token = await service.token('acme');
  });
  afterAll(() => service.close());

  const path = '/accounts/acme/agents/info';
  const ask = (message: string, more: object = {}) =>
    service
      .http()
      .post(`${path}/chat`)
      .set('authorization', token)
      .send({ message, ...more });
  const stream = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${service.url}${path}/stream?${query}`, { headers: { authorization: token, ...headers } });

  it('answers from the directories, with citations, and says that no language model did', async () => {
    const { body, status } = await ask('Which cardiologists speak Spanish?');
    expect(status).toBe(200);
    expect(body.response).toContain('I found 2 in Doctors');
    expect(body.response).toMatch(/Dr\. Ana Ruiz\*\* \[\d\]/);
    expect(body.response).toMatch(/Dr\. Rui Costa\*\* \[\d\]/);
    expect(body.response).not.toMatch(/Ito|Vega/);
    expect(body.response).toContain('not a language model');
    expect(body.citations.map((citation: { title: string }) => citation.title).sort()).toEqual(['Dr. Ana Ruiz', 'Dr. Rui Costa']);
    expect(body).toMatchObject({
      account: 'acme',
      agent: 'info',
      status: 'completed',
      finish_reason: 'stop',
      model: 'salient/directory-responder',
      usage: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
      cost: { amount: '0', currency: 'USD', source: 'none' },
      llm_request_id: null,
    });
    expect(body.id).toBe(body.message_id);
  });

  it('says how long it looked things up, not the sum of searches that ran side by side', async () => {
    await ask('Which cardiologists speak Spanish?'); // the overview of the directories, which is kept, is read before
    const ended = await service.tenancy.run('acme', () =>
      new TenantDb().transaction(async (sql) => {
        await sql.query('LOCK TABLE directory_entries IN ACCESS EXCLUSIVE MODE');
        const answer = ask('Which cardiologists speak Spanish?').then((response) => response.body);
        const waiting = () => sql.query<{ count: number }>('SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted');
        await eventually(waiting, ([{ count } = { count: 0 }]) => count >= 2);
        return { answer };
      }),
    );
    const { session_id, timings_ms } = await ended.answer;
    const history = await service.http().get(`${path}/sessions/${session_id}/messages`).set('authorization', token);
    const durations: number[] = history.body.data[0].tools.map((tool: { duration_ms: number }) => tool.duration_ms);
    expect(timings_ms.tools).toBeGreaterThanOrEqual(Math.max(...durations));
    expect(timings_ms.tools).toBeLessThan(durations.reduce((sum, duration) => sum + duration));
  });

  it('uses what was said before in the same session', async () => {
    const first = await ask('Which cardiologists speak Spanish?');
    const second = await ask('Which of them also speak Portuguese?', { session_id: first.body.session_id });
    expect(second.body.session_id).toBe(first.body.session_id);
    expect(second.body.response).toContain('Dr. Rui Costa');
    expect(second.body.response).not.toContain('Dr. Ana Ruiz');
  });

  it('streams start, tools, text and citations, and ends with the length and hash of the stored answer', async () => {
    const response = await fetch(`${service.url}${path}/chat`, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'Which cardiologists speak Spanish?', stream: true }),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    const events = await readEvents(response);
    const names = events.map((event) => event.event);
    expect(names[0]).toBe('start');
    expect(names).toEqual(expect.arrayContaining(['tool', 'delta', 'citation', 'usage']));
    expect(names.filter((name) => name === 'done' || name === 'failed')).toEqual(['done']);
    const text = textOf(events);
    const done = events.at(-1)!;
    expect(done.data).toMatchObject({ status: 'completed', chars: text.length, sha256: createHash('sha256').update(text).digest('hex') });
    const turnId = String(events[0]!.data['turn_id']);
    expect(done.id).toBe(`${turnId}:end`);
    expect(events[0]!.id).toBe(`${turnId}:0`);
    const [row] = await service.tenancy.run('acme', () =>
      new TenantDb().query('SELECT content, status FROM messages WHERE id = $1', [turnId]),
    );
    expect(row).toEqual({ content: text, status: 'completed' });
  });

  it('gives a reader that was cut exactly the text that it lacks', async () => {
    const whole = await readEvents(await stream(`message=${encodeURIComponent('Which cardiologists speak Spanish?')}`));
    const text = textOf(whole);
    for (const event of whole.filter((one) => one.event === 'delta')) {
      const rest = await readEvents(await stream('', { 'last-event-id': event.id }));
      const offset = Number(event.id.split(':')[1]);
      expect(rest[0]).toMatchObject({ event: 'start', id: event.id, data: { resumed: true } });
      expect(text.slice(0, offset) + textOf(rest)).toBe(text);
      expect(rest.at(-1)?.event).toBe('done');
      expect(rest.filter((one) => one.event === 'citation')).toHaveLength(2);
    }
  });

  it('stops an EventSource that comes back after the end', async () => {
    const whole = await readEvents(await stream('message=hello'));
    expect((await stream('message=hello', { 'last-event-id': whole.at(-1)!.id })).status).toBe(204);
  });

  it('finishes a turn that nobody reads any more', async () => {
    const [start] = await readEvents(await stream('message=Which+cardiologists+speak+Spanish'), (event) => event.event === 'start');
    const rest = await readEvents(await stream(`turn_id=${String(start!.data['turn_id'])}`));
    expect(rest.at(-1)?.event).toBe('done');
    expect(textOf(rest)).toContain('Dr. Ana Ruiz');
  });

  it('begins a turn in the background when it is asked to, and says where to read it', async () => {
    const { status, headers, body } = await ask('Where can I park?').set('prefer', 'respond-async');
    expect(status).toBe(202);
    expect(headers['location']).toBe(`${path}/stream?turn_id=${body.id}`);
    const events = await readEvents(await fetch(service.url + headers['location'], { headers: { authorization: token } }));
    expect(textOf(events)).toContain('The garage on Pier Street is free for two hours.');
  });

  it('does the work of a repeated request once, and answers it the same', async () => {
    const send = () => ask('Who speaks Japanese?').set('idempotency-key', 'key-1');
    const first = await send();
    const again = await send();
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await ask('Something else').set('idempotency-key', 'key-1')).body.code).toBe('idempotency_mismatch');
  });

  it('makes one turn of ten simultaneous messages with the same client_message_id', async () => {
    const once = async () => {
      const events = await readEvents(await stream('message=hello&client_message_id=c-1'));
      return { turn: events[0]?.data['turn_id'], text: textOf(events) };
    };
    const answers = await Promise.all(Array.from({ length: 10 }, once));
    expect(new Set(answers.map((answer) => answer.turn)).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  });

  it('lists the published agents, with nothing that is not public', async () => {
    const { body } = await service.http().get('/accounts/acme/agents').set('authorization', token);
    expect(body).toEqual({
      data: [
        {
          slug: 'info',
          name: 'Front desk',
          description: '',
          greeting: 'Hello!',
          suggestions: ['Who speaks Spanish?'],
          theme: {},
          limits: { message_characters_max: 16_000 },
        },
      ],
      has_more: false,
      next_cursor: null,
    });
    const one = await service.http().get('/accounts/acme/agents/info').set('authorization', token);
    expect(one.body).toEqual(body.data[0]);
  });

  it('says that it is healthy, and what it serves', async () => {
    expect((await service.http().get('/health')).body).toEqual({ status: 'healthy', routers: ['chat'], version: '0.0.0-test' });
    expect((await service.http().get('/health/ready')).status).toBe(200);
  });

  it('describes itself as OpenAPI 3.1', async () => {
    const { body } = await service.http().get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/accounts/{account}/agents/{agent}/chat',
        '/accounts/{account}/agents/{agent}/stream',
        '/accounts/{account}/agents',
        '/health',
      ]),
    );
    expect((await service.http().get('/docs')).text).toContain('swagger-ui-bundle.js');
    expect((await service.http().get('/docs/swagger-ui-bundle.js')).status).toBe(200);
  });
});
