import { jest } from '@jest/globals';
import { answer, startFakeOpenAi, type FakeOpenAi, type Step } from '@salient/domain/models/testing';
import { ShutdownState } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { eventually, held } from './testing/held.js';
import { readEvents, textOf, type ReceivedEvent } from './testing/read-events.js';
import { startTestService, type TestService } from './testing/test-service.js';

const AGENT = '/accounts/acme/agents/info';

describe('a turn and its readers, over several processes', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let urls: string[];
  let authorization: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1' });
    urls = [service.url, await service.another(), await service.another()];
    authorization = await service.token('acme');
  });
  beforeEach(() => model.requests.splice(0));
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  const sql = (statement: string, parameters: unknown[] = []) =>
    service.tenancy.run('acme', () => new TenantDb().query<Record<string, unknown>>(statement, parameters));
  const row = async (id: string) => (await sql('SELECT * FROM messages WHERE id = $1', [id]))[0]!;
  const chat = (url: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${url}${AGENT}/chat`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ message: 'Count', ...body }),
    });
  const follow = (url: string, turnId: string, lastEventId?: string) =>
    fetch(`${url}${AGENT}/stream?turn_id=${turnId}`, {
      headers: { authorization, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
    });

  /** Begins a turn as a stream; `spoken` resolves with its id and the events so far when its first word has come. */
  function begin(url: string) {
    const { promise: spoken, resolve } = Promise.withResolvers<{ id: string; cursor: string }>();
    const whole = chat(url, { stream: true }).then((response) =>
      readEvents(response, ({ event, id }) => {
        if (event === 'delta') resolve({ id: id.split(':')[0]!, cursor: id });
        return false;
      }),
    );
    return { spoken, whole };
  }

  describe('however the provider cuts the answer and however often readers leave', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', 'é', 'ש', '👩‍⚕️', '𝔘', '\n', 'e\u0301', '"', '\\', '€'), maxLength: 60 });
    /** Three events at least, so that every visit comes further: start, usage and the end, when all the text is there. */
    const visit = fc.record({ process: fc.nat(2), events: fc.integer({ min: 3, max: 5 }) });
    const scenario = fc.record({
      text,
      /** Where the text is cut into chunks: also inside a surrogate pair. */
      textCuts: fc.array(fc.nat(120), { maxLength: 12 }),
      /** Where the bytes of the stream are cut: also inside a character. */
      byteCuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
      pauses: fc.array(fc.nat(250), { minLength: 1, maxLength: 6 }),
      owner: fc.nat(2),
      readers: fc.array(fc.array(visit, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 3 }),
    });
    type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

    function script({ text: whole, textCuts, byteCuts, pauses }: Scenario): Step[] {
      const chunk = (content: string) => `data: ${JSON.stringify({ id: 'c', choices: [{ delta: { content } }] })}\n\n`;
      const end = 'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';
      const bytes = Buffer.from(pieces(whole, textCuts).map(chunk).join('') + end);
      const parts = piecesOfBytes(bytes, byteCuts);
      return parts.flatMap((raw, index): Step[] => [{ raw }, { until: wait(pauses[index % pauses.length]! * (index + 1)) }]);
    }

    async function readAcross(turnId: string, visits: Scenario['readers'][number]) {
      let seen = '';
      let cursor: string | undefined;
      for (let count = 0; ; count++) {
        const { process, events } = visits[count % visits.length]!;
        const response = await follow(urls[process]!, turnId, cursor);
        if (response.status === 204) throw new Error('the end came before the last event');
        let left = events;
        for (const { event, id, data } of await readEvents(response, () => --left === 0)) {
          cursor = id;
          if (event === 'delta') {
            expect([data['offset'], String(data['text']).isWellFormed()]).toEqual([seen.length, true]);
            seen += String(data['text']);
          }
          expect(['replace', 'failed']).not.toContain(event);
          if (event === 'done') return { seen, chars: data['chars'], sha256: data['sha256'], end: id };
        }
      }
    }

    async function play(one: Scenario): Promise<void> {
      const message = `turn ${Math.random()}`;
      scripts.set(message, script(one));
      const { id } = (await (await chat(urls[one.owner]!, { message }, { prefer: 'respond-async' })).json()) as { id: string };
      const readers = await Promise.all(one.readers.map((visits) => readAcross(id, visits)));
      const stored = String((await row(id))['content']);
      expect(stored).toBe(one.text);
      for (const { seen, chars, sha256, end } of readers) {
        expect({ seen, chars }).toEqual({ seen: stored, chars: stored.length });
        expect(sha256).toBe(createHash('sha256').update(stored).digest('hex'));
        expect((await follow(urls[0]!, id, end)).status).toBe(204);
      }
    }
    const scripts = new Map<string, Step[]>();

    it('every reader gets the stored answer, byte for byte, nothing twice, whichever processes he asks', async () => {
      const echo = model.respond;
      model.respond = ({ body }) => scripts.get(body.messages.at(-1)!.content)!;
      await fc.assert(
        fc.asyncProperty(fc.array(scenario, { minLength: 6, maxLength: 6 }), async (scenarios) => {
          await Promise.all(scenarios.map(play));
        }),
        { numRuns: 3, endOnFailure: true },
      );
      model.respond = echo;
    });
  });

  it('is failed with its stored text when its process is gone, and a reader who was shown more is told what is stored', async () => {
    const { until } = held();
    model.reply([{ text: 'shown, never stored' }, { until }]);
    const { spoken, whole } = begin(urls[0]!);
    const { id, cursor } = await spoken;
    await eventually(() => row(id), ({ content }) => content !== ''); // prettier-ignore
    await sql(
      `UPDATE messages SET content = 'shown', worker_id = gen_random_uuid(), lease_expires_at = now() - interval '1 second' WHERE id = $1`,
      [id],
    );

    const events = await readEvents(await follow(urls[1]!, id, cursor));
    expect(events.map(({ event }) => event)).toEqual(['start', 'replace', 'failed']);
    expect(events[1]).toMatchObject({ id: `${id}:5`, data: { text: 'shown', reason: 'worker_lost' } });
    expect(events[2]).toMatchObject({ id: `${id}:end`, data: { code: 'worker_lost', status: 503, partial: true, retryable: true } });

    // The process that had it has found out: it lets go of the provider, and of its readers.
    await model.requests[0]!.aborted;
    expect((await whole).at(-1)).toMatchObject({ event: 'reconnect', id: cursor, data: { reason: 'moved' } });
    const next = await (await chat(urls[2]!, { session_id: (await row(id))['session_id'] })).json();
    expect(next).toMatchObject({ status: 'completed', response: 'You said: Count' });
  });

  it('is not written any more by a process that stood still for longer than its lease', async () => {
    const { until, release } = held();
    model.reply([{ text: 'before' }, { until }, { text: ' after' }, { finish: 'stop' }, { done: true }]);
    const { spoken, whole } = begin(urls[0]!);
    const { id } = await spoken;
    await eventually(() => row(id), ({ content }) => content === 'before'); // prettier-ignore
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + 11_000);
    release();
    expect((await whole).at(-1)).toMatchObject({ event: 'reconnect', data: { reason: 'moved' } });
    jest.restoreAllMocks();
    expect(await row(id)).toMatchObject({ status: 'running', content: 'before' });
    await sql(`UPDATE messages SET lease_expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    expect(await (await fetch(`${urls[0]}${AGENT}/turns/${id}`, { headers: { authorization } })).json()).toMatchObject({
      status: 'failed',
      failure_code: 'worker_lost',
      response: 'before',
    });
  });

  it('is written down although another of its account, in the same process, has something to say that cannot be stored', async () => {
    const { until, release } = held();
    const said = ['storable', 'not storable'];
    model.reply(...said.map((text) => [{ text }, { until }, { finish: 'stop' }, { done: true }] as Step[]));
    const ask = TenantDb.prototype.query;
    jest.spyOn(TenantDb.prototype, 'query').mockImplementation(function (this: TenantDb, statement, parameters) {
      const spoilt = parameters?.map((one) => (typeof one === 'string' ? one.replace('"not storable"', String.raw`"\u0000"`) : one));
      return ask.call(this, statement, spoilt);
    } as typeof ask);
    const [one, other] = [begin(urls[0]!), begin(urls[0]!)];
    const ids = (await Promise.all([one.spoken, other.spoken])).map(({ id }) => id);
    const read = () => sql('SELECT content FROM messages WHERE id = ANY ($1) ORDER BY content', [ids]);
    expect(await eventually(read, (rows) => rows.at(-1)!['content'] !== '')).toEqual([{ content: '' }, { content: 'storable' }]);
    release();
    await Promise.all([one.whole, other.whole]);
  });

  it('is shown as lost in the history as well', async () => {
    const body = (await (await chat(urls[0]!, {})).json()) as { id: string; session_id: string };
    await sql(
      `UPDATE messages SET status = 'running', worker_id = gen_random_uuid(), lease_expires_at = now() - interval '1 second' WHERE id = $1`,
      [body.id],
    );
    const history = await fetch(`${urls[1]}${AGENT}/sessions/${body.session_id}/messages`, { headers: { authorization } });
    const { data } = (await history.json()) as { data: object[] };
    expect(data[0]).toMatchObject({ id: body.id, status: 'failed', failure_code: 'worker_lost' });
  });

  it('ends well when the commit of its end was made and the word of it was lost', async () => {
    const ask = TenantDb.prototype.query;
    let lost = 0;
    jest.spyOn(TenantDb.prototype, 'query').mockImplementation(async function (this: TenantDb, statement, parameters) {
      const rows = await ask.call(this, statement, parameters);
      const text = typeof statement === 'string' ? statement : statement.text;
      if (/^\s*WITH finished/.test(text) && lost++ === 0) throw new Error('Connection terminated unexpectedly');
      return rows;
    } as typeof ask);
    model.reply(answer('Whole.'));
    const response = await chat(urls[0]!, {});
    expect([response.status, await response.json()]).toMatchObject([200, { response: 'Whole.', status: 'completed' }]);
    expect(lost).toBeGreaterThan(1);
  });

  it('does not keep a process that leaves waiting for who has connected and asked for nothing', async () => {
    const leaving = await service.anotherApp();
    const { port } = new URL(await leaving.getUrl());
    const socket = connect(Number(port), '127.0.0.1');
    await once(leaving.getHttpServer() as Server, 'connection');
    await leaving.close();
    if (!socket.closed) await once(socket, 'close');
  });

  it('sends its readers elsewhere when its process leaves, and finishes there all the same', async () => {
    const leaving = await service.anotherApp();
    const url = await leaving.getUrl();
    const { until, release } = held();
    model.reply([{ text: 'One ' }, { until }, { text: 'two.' }, { finish: 'stop' }, { done: true }]);
    const { spoken, whole } = begin(url);
    const { id, cursor } = await spoken;
    model.reply([{ text: 'JSON ' }, { until }, { text: 'too.' }, { finish: 'stop' }, { done: true }]);
    const json = chat(url, {});
    await eventually(() => Promise.resolve(model.requests.length), (requests) => requests === 2); // prettier-ignore

    leaving.get(ShutdownState).begin();
    const events = await whole;
    expect(events.at(-1)).toMatchObject({ event: 'reconnect', id: cursor, data: { reason: 'drain', retry_ms: expect.any(Number) } });
    const elsewhere = await follow(urls[0]!, id, cursor);
    const rest: ReceivedEvent[] = [];
    const reading = readEvents(elsewhere, (event) => rest.push(event) === 0);
    await eventually(() => Promise.resolve(rest.length), (seen) => seen > 0); // prettier-ignore
    release();
    await reading;
    expect(textOf(events) + textOf(rest)).toBe('One two.');
    expect(rest.at(-1)).toMatchObject({ event: 'done', data: { status: 'completed' } });
    expect(await (await json).json()).toMatchObject({ response: 'JSON too.', status: 'completed' });
  });
});

function pieces(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
  return [...places, text.length].map((end, index) => text.slice(places[index - 1] ?? 0, end));
}

function piecesOfBytes(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = cuts.map((cut) => Math.floor(cut * bytes.length)).sort((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
}
