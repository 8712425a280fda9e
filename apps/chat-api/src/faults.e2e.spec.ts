import { jest } from '@jest/globals';
import { answer, startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { controlEnvironment } from '@salient/platform/testing';
import { sealAddress, TenantDb } from '@salient/tenancy';
import { CutProxy } from './testing/cut-proxy.js';
import { eventually, held } from './testing/held.js';
import { readEvents, textOf, type ReceivedEvent } from './testing/read-events.js';
import { startTestService, type TestService } from './testing/test-service.js';

const ROUND_MS = 100;
const AGENT = '/accounts/acme/agents/info';

describe('a running turn', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let control: CutProxy;
  let tenant: CutProxy;
  let authorization: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], async ({ address, tenants, keyring, control: registry }) => {
      control = await CutProxy.before(address);
      tenant = await CutProxy.before(address);
      const { id, address: own } = tenants['acme']!;
      const sealed = sealAddress(keyring, id, { ...own, port: tenant.port });
      await registry.query('UPDATE tenant_registry SET connection_string = $2 WHERE tenant_id = $1', [id, sealed]);
      const urls = controlEnvironment({ ...address, port: control.port }, 'chat');
      return { ...urls, POSTGRES_ADMIN_URL: urls.POSTGRES_DIRECT_URL, LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1' };
    }, {}, { chat: { roundMs: ROUND_MS } }); // prettier-ignore
    authorization = await service.token('acme');
    await ask('warm up');
  });
  beforeEach(() => model.requests.splice(0));
  afterEach(() => {
    jest.restoreAllMocks();
    control.mend();
    tenant.mend();
  });
  afterAll(async () => {
    await service.close();
    await Promise.all([control.close(), tenant.close()]);
    await model.close();
  });

  const ask = (message: string, more: object = {}) =>
    service.http().post(`${AGENT}/chat`).set('authorization', authorization).send({ message, ...more }); // prettier-ignore
  /** Straight to the database, whatever is cut. */
  const row = async (id: string) =>
    (
      await service.tenancy.run('acme', () => new TenantDb().query<Record<string, unknown>>('SELECT * FROM messages WHERE id = $1', [id]))
    )[0]!;
  const noted = (words: string) =>
    eventually(
      () => Promise.resolve(service.log.filter((line) => line.includes(words)).length),
      (lines) => lines > 0,
    );

  /** A turn of two words, the second of which comes when it is let go. */
  async function begun() {
    const { until, release } = held();
    model.reply([{ text: 'One ' }, { until }, { text: 'two.' }, { finish: 'stop' }, { done: true }]);
    const stream = await fetch(`${service.url}${AGENT}/stream?message=Count`, { headers: { authorization } });
    const events: ReceivedEvent[] = [];
    const { promise, resolve } = Promise.withResolvers<string>();
    const whole = readEvents(stream, (event) => {
      events.push(event);
      if (event.event === 'delta') resolve(event.id.split(':')[0]!);
      return false;
    });
    const seen = (words: string) => eventually(() => Promise.resolve(textOf(events)), (text) => text === words); // prettier-ignore
    return { id: await promise, whole, seen, release };
  }

  it('goes on from memory while its database is away, and is whole when that is back', async () => {
    const turn = await begun();
    service.log.splice(0);
    tenant.cut();
    turn.release();
    await turn.seen('One two.');
    await noted('The end of a turn could not be stored; trying again');
    expect(await row(turn.id)).toMatchObject({ status: 'running' });
    tenant.mend();
    expect((await turn.whole).at(-1)).toMatchObject({ event: 'done', data: { status: 'completed', chars: 8 } });
    expect(await row(turn.id)).toMatchObject({ status: 'completed', content: 'One two.', cost_source: 'unknown' });
  });

  it('does not need the control database, nor do turns of callers that are known', async () => {
    const turn = await begun();
    control.cut();
    turn.release();
    expect((await turn.whole).at(-1)).toMatchObject({ event: 'done', data: { status: 'completed' } });
    model.reply(answer('Still here.'));
    expect((await ask('Are you there?')).body).toMatchObject({ status: 'completed', response: 'Still here.' });
  });

  it.each([
    ['a day ahead', 86_400_000],
    ['a day back', -86_400_000],
  ])('does not mind that the clock of its process jumps %s', async (_where, ms) => {
    const turn = await begun();
    const now = Date.now.bind(Date);
    jest.spyOn(Date, 'now').mockImplementation(() => now() + ms);
    await eventually(() => row(turn.id), ({ content }) => content === 'One '); // prettier-ignore
    turn.release();
    expect((await turn.whole).at(-1)).toMatchObject({ event: 'done', data: { status: 'completed' } });
    const { created_at: created, completed_at: completed, session_id: sessionId } = await row(turn.id);
    const tookMs = (completed as Date).getTime() - (created as Date).getTime();
    expect(tookMs >= 0 && tookMs < 3_600_000).toBe(true);
    model.reply(answer('Next.'));
    expect((await ask('Go on', { session_id: sessionId })).body).toMatchObject({ status: 'completed', response: 'Next.' });
    expect(model.requests.at(-1)!.body.messages.map(({ content }) => content)).toContain('One two.');
  });

  it.each(['start', 'tool', 'delta', 'citation', 'usage', 'done'])('is whole although its reader goes at the event "%s"', async (name) => {
    const search = { list: 'doctors', filters: { languages: 'Spanish' } };
    model.reply(
      [{ toolCall: { id: 'call_1', name: 'search_directory', arguments: search } }, { finish: 'tool_calls' }, { done: true }],
      answer('Dr. Ruiz [1] does.'),
    );
    const url = `${service.url}${AGENT}/stream`;
    const first = await readEvents(await fetch(`${url}?message=Who`, { headers: { authorization } }), ({ event }) => event === name);
    const cursor = first.at(-1)!.id;
    const rest = await fetch(url, { headers: { authorization, 'last-event-id': cursor } });
    if (name === 'done') return expect(rest.status).toBe(204);
    const events = await readEvents(rest);
    expect(textOf(first) + textOf(events)).toBe('Dr. Ruiz [1] does.');
    expect(events.filter(({ event }) => event === 'citation')).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ event: 'done' });
  });

  // The last one: time that has passed for the service does not come back.
  it('is told as failed when its database does not come back within a minute', async () => {
    const turn = await begun();
    service.log.splice(0);
    tenant.cut();
    turn.release();
    await turn.seen('One two.');
    await noted('The end of a turn could not be stored; trying again');
    const now = performance.now.bind(performance);
    let passed = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now() + passed);
    // A minute in which the process never stands still for as long as its lease.
    for (let step = 0; step < 8; step++) {
      passed += 8_000;
      const ticks = now() + 2 * ROUND_MS;
      await eventually(() => Promise.resolve(now()), (time) => time > ticks); // prettier-ignore
    }
    const last = (await turn.whole).at(-1)!;
    expect(last).toMatchObject({ event: 'failed', id: `${turn.id}:end`, data: { code: 'worker_lost', status: 503, partial: true } });
    tenant.mend();
    await service.tenancy.run('acme', () =>
      new TenantDb().query(`UPDATE messages SET lease_expires_at = now() - interval '1 second' WHERE status = 'running'`),
    );
    const state = await eventually(
      () => service.http().get(`${AGENT}/turns/${turn.id}`).set('authorization', authorization),
      ({ status }) => status === 200,
    );
    expect(state.body).toMatchObject({ status: 'failed', failure_code: 'worker_lost' });
  });
});
