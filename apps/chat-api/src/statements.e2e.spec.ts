import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { answer, startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import pg from 'pg';
import { eventually, held } from './testing/held.js';
import { startTestService, type TestService } from './testing/test-service.js';

const TURNS = 40;
const RUNNING = 25;

describe('the statements of turns', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let authorization: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    model.respond = () => answer('Short.');
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1' }, {}, { chat: { roundMs: 200 } }); // prettier-ignore
    authorization = await service.token('acme', { limits: { turns_per_minute: 10_000, concurrent_turns: 50 }, budget: { amount: '1000', currency: 'USD', period: 'day' } }); // prettier-ignore
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  const ask = async (body: object, headers: Record<string, string> = { authorization }) => {
    const answer = await service.http().post('/accounts/acme/agents/info/chat').set(headers).send(body);
    expect(answer.status).toBe(200);
    return answer.body as { session_id: string };
  };
  /** Every statement that is sent from now on, with its database. */
  const listen = () => {
    const sent: { readonly database: string; readonly text: string; readonly values: readonly unknown[] }[] = [];
    const send = pg.Client.prototype.query;
    jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...call: unknown[]) {
      const [query, values] = call as [string | { text: string; values?: unknown[] }, unknown];
      const { text, values: own } = typeof query === 'string' ? { text: query, values: undefined } : query;
      sent.push({ database: this.database ?? '', text, values: own ?? (Array.isArray(values) ? values : []) });
      return (send as (...all: unknown[]) => unknown).apply(this, call);
    } as never);
    return sent;
  };
  /** Without the proof of a new connection. */
  const ofTenant = (sent: ReturnType<typeof listen>) =>
    sent.filter(
      ({ database, text }) => database === service.tenancy.tenants['acme']!.address.database && !text.includes('tenant_identity'),
    );
  const isRound = ({ text }: { text: string }) => text.includes('AS "stopRequested"');
  const isLookAtLists = ({ text }: { text: string }) => text.includes('FROM directory_lists ORDER BY slug');
  /** What comes once in a while, however many turns there are, is no part of one: a round, and the question which lists there are. */
  const ofTurns = (sent: ReturnType<typeof listen>) => ofTenant(sent).filter((one) => !isRound(one) && !isLookAtLists(one));

  it('are, for short ones, at most four on the account’s database, BEGIN and COMMIT counted, and next to none on the control database', async () => {
    await ask({ message: 'warm up' });
    const sent = listen();
    for (let turn = 0; turn < TURNS; turn++) await ask({ message: 'hello' });
    expect(ofTurns(sent).length).toBeGreaterThanOrEqual(3 * TURNS);
    expect(ofTurns(sent).length).toBeLessThanOrEqual(4 * TURNS);
    // The listener asks every two seconds whether it is still heard, turns or no turns.
    const ofControl = sent.filter((one) => one.database === service.tenancy.address.database && !/^SELECT 1$/i.test(one.text.trim()));
    expect(ofControl.length / TURNS).toBeLessThan(0.1);
  });

  it.each([
    ['without', (): Record<string, string> => ({})],
    ['with', () => ({ 'idempotency-key': randomUUID() })],
  ])('are, for short ones, two where nothing is limited, in a conversation too, %s an Idempotency-Key', async (_, headers) => {
    const unlimited = await service.token('acme');
    await ask({ message: 'warm up' }, { authorization: unlimited });
    const sent = listen();
    const { session_id } = await ask({ message: 'hello' }, { authorization: unlimited, ...headers() });
    for (let turn = 1; turn < 5; turn++) await ask({ message: 'and then?', session_id }, { authorization: unlimited, ...headers() });
    expect(ofTurns(sent)).toHaveLength(2 * 5);
  });

  it('are one a round for all running turns of an account, and one for all that are read in another process', async () => {
    const unlimited = await service.token('acme');
    const elsewhere = await service.another();
    const { until, release } = held();
    const talk = model.respond;
    model.respond = ({ body }) => [
      { text: `${body.messages.at(-1)!.content} is` },
      { until },
      { text: ' done.' },
      { finish: 'stop' },
      { done: true },
    ];
    const begun = await Promise.all(
      Array.from({ length: RUNNING }, (_, number) =>
        service
          .http()
          .post('/accounts/acme/agents/info/chat')
          .set({ authorization: unlimited, prefer: 'respond-async' })
          .send({ message: `Turn ${number}` }),
      ),
    );
    const ids = begun.map(({ body }) => String(body.id)).sort();
    const answers = ids.map((id) =>
      fetch(`${elsewhere}/accounts/acme/agents/info/stream?turn_id=${id}`, { headers: { authorization: unlimited } }).then((r) => r.text()),
    );
    const roundsOf = (sent: ReturnType<typeof listen>) => {
      const kept = sent.filter(isRound);
      const followed = sent.filter(({ text }) => text.includes('reader_seen_at = now()'));
      return { kept, followed };
    };
    const enough = ({ kept, followed }: ReturnType<typeof roundsOf>) => kept.length >= 4 && followed.length >= 4;
    const isOfAll = (ids_: unknown) => expect([...(ids_ as string[])].sort()).toEqual(ids);
    // Every turn has been read for a while in the other process when the counting begins.
    const warm = listen();
    await eventually(
      () => Promise.resolve(roundsOf(warm).followed.at(-1)),
      (round) => round?.values[0] !== undefined && (round.values[0] as string[]).length === RUNNING,
    );
    jest.restoreAllMocks();

    const sent = listen();
    await eventually(() => Promise.resolve(roundsOf(sent)), enough);
    const { kept, followed } = roundsOf(sent);
    for (const { values } of kept) isOfAll(values[1]);
    for (const { values } of followed) isOfAll(values[0]);
    expect(ofTenant(sent)).toHaveLength(kept.length + followed.length);
    release();
    for (const [number, text] of (await Promise.all(answers)).entries()) {
      expect([number, text]).toEqual([number, expect.stringMatching(/Turn \d+ is[^]* done\.[^]*event: done/)]);
    }
    model.respond = talk;
  });
});
