import { startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import { eventually, held } from './testing/held.js';
import { readEvents, textOf, type ReceivedEvent } from './testing/read-events.js';
import { startTestService, type TestService } from './testing/test-service.js';

const AGENT = '/accounts/acme/agents/info';

describe('while a conversation is being answered', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let urls: string[];
  let authorization: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1' }, {}, { chat: { roundMs: 150 } });
    urls = [service.url, await service.another()];
    authorization = await service.token('acme');
  });
  beforeEach(() => model.requests.splice(0));
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  const call = async (method: string, path: string, body?: object, process = 0) => {
    const answer = await fetch(`${urls[process]}${AGENT}${path}`, {
      method,
      headers: { authorization, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> };
  };
  const sql = (statement: string, parameters: unknown[]) => service.tenancy.run('acme', () => new TenantDb().query(statement, parameters));

  /** A second question of a conversation whose answer is half there. */
  async function halfAnswered() {
    const { body: earlier } = await call('POST', '/chat', { message: 'First' });
    const { until, release } = held();
    model.reply([{ text: 'Half ' }, { until }, { text: 'whole.' }, { finish: 'stop' }, { done: true }]);
    const session = String(earlier['session_id']);
    const { promise: spoken, resolve } = Promise.withResolvers<string>();
    const events: ReceivedEvent[] = [];
    const stream = await fetch(`${urls[0]}${AGENT}/stream?message=Second&session_id=${session}`, { headers: { authorization } });
    const whole = readEvents(stream, (event) => {
      events.push(event);
      if (event.event === 'delta') resolve(String(events[0]!.data['turn_id']));
      return false;
    });
    return { session, earlier: String(earlier['id']), running: await spoken, whole, release };
  }

  it.each([0, 1])('its history shows question and answer so far, page by page, to process %i as well', async (process) => {
    const { session, running, whole, release } = await halfAnswered();
    const first = await call('GET', `/sessions/${session}/messages?limit=1`, undefined, process);
    expect(first.body).toMatchObject({ data: [{ id: running, role: 'assistant', status: 'running' }], has_more: true });
    const rest = await call('GET', `/sessions/${session}/messages?limit=3&cursor=${String(first.body['next_cursor'])}`, undefined, process);
    expect((rest.body['data'] as { content: string }[]).map(({ content }) => content)).toEqual(['Second', 'You said: First', 'First']);
    release();
    expect(textOf(await whole)).toBe('Half whole.');
  });

  it.each([0, 1])('no earlier answer of it is given anew, by process %i neither, and this one goes on', async (process) => {
    const { earlier, running, whole, release } = await halfAnswered();
    for (const id of [earlier, running]) {
      const { status, body } = await call('POST', `/messages/${id}/regenerate`, {}, process);
      expect([status, body['code']]).toEqual([409, 'turn_in_progress']);
    }
    release();
    expect((await whole).at(-1)).toMatchObject({ event: 'done', data: { status: 'completed' } });
  });

  it('its answer can be rated already, and keeps the rating', async () => {
    const { running, whole, release } = await halfAnswered();
    expect(await call('POST', `/messages/${running}/feedback`, { rating: 'down' }, 1)).toMatchObject({ status: 200 });
    release();
    await whole;
    expect(await sql('SELECT feedback, status FROM messages WHERE id = $1', [running])).toEqual([
      { feedback: 'down', status: 'completed' },
    ]);
  });

  it.each([0, 1])(
    'it can be erased by process %i: the model is told to stop, the reader hears of it, and nothing is left',
    async (process) => {
      const { session, running, whole } = await halfAnswered();
      expect((await call('DELETE', `/sessions/${session}`, undefined, process)).status).toBe(204);
      await model.requests.at(-1)!.aborted;
      const last = (await whole).at(-1)!;
      expect(['done', 'failed', 'reconnect']).toContain(last.event);
      expect((await call('GET', `/turns/${running}`)).status).toBe(404);
      await eventually(
        () => sql('SELECT FROM messages WHERE session_id = $1', [session]),
        (left) => left.length === 0,
      );
      expect(await sql('SELECT FROM llm_requests WHERE message_id = $1', [running])).toEqual([]);
    },
  );
});
