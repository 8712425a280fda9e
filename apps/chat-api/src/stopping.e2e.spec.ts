import { jest } from '@jest/globals';
import { startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { ControlDatabase } from '@salient/platform';
import { TenantDb, type PreparedStatement } from '@salient/tenancy';
import { eventually, held } from './testing/held.js';
import { looked, LOOKS, passingTime } from './testing/passing-time.js';
import { readEvents, textOf, type ReceivedEvent } from './testing/read-events.js';
import { startTestService, type TestService } from './testing/test-service.js';

const AGENT = '/accounts/acme/agents/info';
const ROUND_MS = 150;

const statementText = (sql: string | PreparedStatement) => (typeof sql === 'string' ? sql : sql.text);

describe('ending a turn before its end', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let here: string;
  let there: string;
  let authorization: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1' }, {}, { chat: { roundMs: ROUND_MS } }); // prettier-ignore
    here = service.url;
    there = await service.another();
    authorization = await service.token('acme');
  });
  beforeEach(() => model.requests.splice(0));
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  const call = (url: string, init: RequestInit = {}) => fetch(url, { ...init, headers: { authorization, ...init.headers } });
  const row = async (id: string) =>
    (
      await service.tenancy.run('acme', () => new TenantDb().query<Record<string, unknown>>('SELECT * FROM messages WHERE id = $1', [id]))
    )[0]!;

  /** A turn that has said a word and has another one on its tongue, which it says when it is told to. */
  async function begun() {
    const { until, release } = held();
    model.reply([{ text: 'One ' }, { until }, { text: 'two.' }, { finish: 'stop' }, { done: true }]);
    const stream = await call(`${here}${AGENT}/stream?message=Count`);
    const events: ReceivedEvent[] = [];
    const { promise: spoken, resolve } = Promise.withResolvers<string>();
    const whole = readEvents(stream, (event) => {
      events.push(event);
      if (event.event === 'delta') resolve(String(events[0]!.data['turn_id']));
      return false;
    });
    return { id: await spoken, whole, sayOn: release };
  }
  const stop = (url: string, id: string) => call(`${url}${AGENT}/turns/${id}/stop`, { method: 'POST' });

  /** What the turn came to, when the model has seen that nobody listens and goes on talking all the same. */
  async function expectStopped({ id, whole, sayOn }: Awaited<ReturnType<typeof begun>>): Promise<void> {
    await model.requests[0]!.aborted;
    sayOn();
    const events = await whole;
    expect(textOf(events)).toBe('One ');
    expect(events.at(-1)).toMatchObject({ event: 'done', data: { status: 'stopped', finish_reason: 'stopped', chars: 4 } });
    expect(await row(id)).toMatchObject({ status: 'stopped', content: 'One ', cost_source: 'unknown', usage: { output_tokens: 1 } });
  }

  it('reaches the provider at once where the turn runs, and keeps what was said and used', async () => {
    blindKeepers();
    const turn = await begun();
    expect((await stop(here, turn.id)).status).toBe(202);
    await expectStopped(turn);
  });

  it('reaches it from any other process by a notification, without anybody looking into the row', async () => {
    blindKeepers();
    const turn = await begun();
    const answer = await stop(there, turn.id);
    expect([answer.status, ((await answer.json()) as { status: string }).status]).toEqual([202, 'running']);
    await expectStopped(turn);
  });

  it('is found in the row when the notification is lost', async () => {
    loseNotifications();
    const turn = await begun();
    expect((await stop(there, turn.id)).status).toBe(202);
    await expectStopped(turn);
  });

  describe('a model that talks without end', () => {
    const WORD = 'word '.repeat(20);
    const EVERY_MS = 10;
    /** As much as it says in a quarter of a second; and in a round of looking into the rows besides. */
    const BYTES_MAX = (250 / EVERY_MS) * 250;
    const BYTES_MAX_BY_ROW = (1_500 / EVERY_MS) * 250;

    /** Bytes that it could still write to its socket from the moment that the stop was asked for. */
    async function bytesAfterStop(url: string): Promise<number> {
      model.reply([{ pour: WORD, everyMs: EVERY_MS }]);
      const stream = await call(`${here}${AGENT}/stream?message=Talk`);
      const events = readEvents(stream);
      const [request] = await eventually(
        () => Promise.resolve(model.requests),
        ([first]) => (first?.written ?? 0) > 2 * WORD.length,
      );
      const id = String((await newestTurn())['id']);
      const before = request!.written;
      const { status } = await stop(url, id);
      await request!.aborted;
      const after = request!.written - before;
      const whole = await events;
      expect([status, whole.at(-1)]).toMatchObject([202, { event: 'done', data: { status: 'stopped' } }]);
      expect(textOf(whole)).toBe((await row(id))['content']);
      return after;
    }
    const newestTurn = async () =>
      (await service.tenancy.run('acme', () => new TenantDb().query(`SELECT id FROM messages WHERE role = 'assistant' ORDER BY id DESC LIMIT 1`)))[0]!; // prettier-ignore

    it('has its socket closed before it has said much more, when it is stopped where the turn runs', async () => {
      blindKeepers();
      expect(await bytesAfterStop(here)).toBeLessThan(BYTES_MAX);
    });

    it('has its socket closed before it has said much more, when it is stopped from another process', async () => {
      blindKeepers();
      expect(await bytesAfterStop(there)).toBeLessThan(BYTES_MAX);
    });

    it('has it closed a round later at most, when the notification is lost', async () => {
      loseNotifications();
      expect(await bytesAfterStop(there)).toBeLessThan(BYTES_MAX_BY_ROW);
    });
  });

  it('answers with the final state once the turn has ended, from any process, and leaves later turns alone', async () => {
    const turn = await begun();
    await stop(here, turn.id);
    await expectStopped(turn);
    for (const url of [here, there]) {
      const again = await stop(url, turn.id);
      expect([again.status, await again.json()]).toMatchObject([200, { id: turn.id, status: 'stopped', response: 'One ' }]);
    }
    const { session_id: sessionId } = await row(turn.id);
    const next = await call(`${there}${AGENT}/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'Go on', session_id: sessionId }),
    });
    expect(await next.json()).toMatchObject({ status: 'completed', response: 'You said: Go on' });
  });

  describe('for want of a reader, where the agent says "abort"', () => {
    beforeAll(() => service.tenancy.run('acme', () => new TenantDb().query(`UPDATE agents SET disconnect_policy = 'abort'`)));

    it('happens when nobody has read for ten seconds, and not as long as somebody reads in another process', async () => {
      const pass = passingTime();
      const { until } = held();
      model.reply([{ text: 'One ' }, { until }, { finish: 'stop' }]);
      const [start] = await readEvents(await call(`${here}${AGENT}/stream?message=Count`), ({ event }) => event === 'delta');
      const id = String(start!.data['turn_id']);
      const leaving = new AbortController();
      const elsewhere = await call(`${there}${AGENT}/stream?turn_id=${id}`, { signal: leaving.signal });
      await eventually(
        () => row(id),
        ({ reader_seen_at: seen }) => seen !== null,
      );
      for (const ms of [6_000, 6_000]) {
        pass(ms);
        await looked();
      }
      expect((await row(id))['status']).toBe('running');
      leaving.abort();
      await elsewhere.text().catch(() => undefined);
      await service.tenancy.run('acme', () =>
        new TenantDb().query(
          `CREATE FUNCTION backdate() RETURNS trigger LANGUAGE plpgsql AS
           $$ BEGIN NEW.reader_seen_at := clock_timestamp() - interval '11 seconds'; RETURN NEW; END $$;
           CREATE TRIGGER backdate BEFORE UPDATE ON messages FOR EACH ROW WHEN (NEW.status = 'running') EXECUTE FUNCTION backdate()`,
        ),
      );
      await model.requests[0]!.aborted;
      const ended = await eventually(
        () => row(id),
        ({ status }) => status !== 'running',
      );
      expect(ended).toMatchObject({ status: 'stopped', finish_reason: 'disconnected', content: 'One ' });
      await service.tenancy.run('acme', () => new TenantDb().query('DROP FUNCTION backdate CASCADE'));
    });

    it.each([
      ['as JSON', {}],
      ['later', { prefer: 'respond-async' }],
    ])('never happens to a turn that is answered %s', async (_form, headers) => {
      const pass = passingTime();
      const { until, release } = held();
      model.reply([{ text: 'One ' }, { until }, { text: 'two.' }, { finish: 'stop' }, { done: true }]);
      const leaving = new AbortController();
      const asked = call(`${here}${AGENT}/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ message: 'Count' }),
        signal: leaving.signal,
      }).catch(() => undefined);
      await eventually(
        () => Promise.resolve(model.requests.length),
        (requests) => requests === 1,
      );
      if (!('prefer' in headers)) leaving.abort();
      await asked;
      for (const ms of [6_000, 6_000]) {
        pass(ms);
        await looked();
      }
      release();
      const read = () => service.tenancy.run('acme', () => new TenantDb().query(`SELECT content, status FROM messages WHERE role = 'assistant' ORDER BY id DESC LIMIT 1`)); // prettier-ignore
      const [ended] = await eventually(read, ([last]) => last!['status'] !== 'running');
      expect(ended).toEqual({ content: 'One two.', status: 'completed' });
    });
  });

  function loseNotifications(): void {
    const ask = ControlDatabase.prototype.query;
    jest.spyOn(ControlDatabase.prototype, 'query').mockImplementation(function (this: ControlDatabase, sql, parameters) {
      return sql.includes('pg_notify') ? Promise.resolve([]) : ask.call(this, sql, parameters);
    } as typeof ask);
  }

  /** No process looks into the rows of its turns: what reaches a turn now has come another way. */
  function blindKeepers(): void {
    const ask = TenantDb.prototype.query;
    jest.spyOn(TenantDb.prototype, 'query').mockImplementation(function (this: TenantDb, sql, parameters) {
      return LOOKS.test(statementText(sql))
        ? Promise.resolve((parameters![1] as string[]).map((id) => ({ id, stored: false, stopRequested: false, unreadElsewhereMs: null })))
        : ask.call(this, sql, parameters);
    } as typeof ask);
  }
});
