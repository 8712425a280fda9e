import { answer, startFakeOpenAi, type FakeOpenAi, type ReceivedRequest } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import { eventually, held } from './testing/held.js';
import { startTestService, type TestService } from './testing/test-service.js';

const AGENT = '/accounts/acme/agents/info';
const TASK = 'Summarise this conversation';
/** About a hundred tokens, so that ten exchanges overflow a window of a thousand. */
const filler = (word: string) => `${word} `.repeat(Math.ceil(200 / (word.length + 1)));

describe('a long conversation', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1' });
    token = await service.token('acme');
    await sql(`UPDATE agents SET limits = '{"history_tokens_max": 1000}'`);
  });
  beforeEach(async () => {
    model.requests.splice(0);
    model.respond = (request) => (isSummary(request) ? answer(`Summary ${++summaries}.`) : answer(filler('said')));
  });
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  let summaries = 0;
  const isSummary = ({ body }: ReceivedRequest) => body.messages[0]!.content.startsWith(TASK);
  const sql = <Row extends object = Record<string, unknown>>(statement: string, parameters: unknown[] = []) =>
    service.tenancy.run('acme', () => new TenantDb().query<Row>(statement, parameters));
  async function ask(message: string, sessionId?: string) {
    const { body, status } = await service
      .http()
      .post(`${AGENT}/chat`)
      .set('authorization', token)
      .send({ message, session_id: sessionId ?? null });
    expect([status, body.status]).toEqual([200, 'completed']);
    return body as { id: string; session_id: string; user_message_id: string };
  }
  async function converse(turns: number, sessionId?: string, word = 'word') {
    const said = [await ask(filler(`${word}0`), sessionId)];
    for (let turn = 1; turn < turns; turn++) said.push(await ask(filler(`${word}${turn}`), said[0]!.session_id));
    return said;
  }
  const summaryOf = (sessionId: string) =>
    eventually(
      async () => (await sql<{ summary: string | null; summary_seq: string }>('SELECT summary, summary_seq FROM sessions WHERE id = $1', [sessionId]))[0]!,
      ({ summary }) => summary !== null,
    ); // prettier-ignore
  const lastPrompt = () => model.requests.filter((request) => !isSummary(request)).at(-1)!.body.messages;
  const promptRecord = async (turnId: string) =>
    (await sql<{ prompt: { module: string; tokens: number }[] }>('SELECT prompt FROM llm_requests WHERE message_id = $1', [turnId]))[0]!
      .prompt;

  it('is told to the model as far as it fits, and the rest in a summary that was written meanwhile', async () => {
    const [first] = await converse(12);
    const { summary } = await summaryOf(first!.session_id);
    const request = model.requests.find(isSummary)!.body;
    expect(request.messages[1]!.content).toContain('word0 word0');
    expect(request).toMatchObject({ max_tokens: 700 });
    expect(request.tools).toBeUndefined();
    model.requests.splice(0);
    const next = await ask('What did I say first?', first!.session_id);
    const [system, ...said] = lastPrompt();
    expect(system!.content).toContain(summary);
    expect(said.map(({ content }) => content).join()).not.toContain('word0 ');
    expect(said.map(({ content }) => content).join()).toContain('word11 ');
    const modules = await promptRecord(next.id);
    expect(modules.map(({ module }) => module)).toEqual(['system_prompt', 'grounding', 'directories', 'summary', 'history', 'message']);
    expect(modules.find(({ module }) => module === 'history')!.tokens).toBeLessThanOrEqual(1_000);
  });

  it('goes on in a summary of the summary and what was said since', async () => {
    const [first] = await converse(12);
    const before = await summaryOf(first!.session_id);
    await converse(8, first!.session_id, 'later');
    const after = await eventually(
      () => summaryOf(first!.session_id),
      ({ summary }) => summary !== before.summary,
    );
    expect(Number(after.summary_seq)).toBeGreaterThan(Number(before.summary_seq));
    const told = model.requests.filter(isSummary).at(-1)!.body.messages[1]!.content;
    expect(told).toContain(before.summary);
    expect(told).not.toContain('word0 word0 word0');
  });

  it('charges the summary to the budgets of the turn, and keeps it apart from the answers', async () => {
    model.respond = (request) =>
      isSummary(request)
        ? [{ text: 'In short.' }, { finish: 'stop' }, { usage: { prompt_tokens: 900, completion_tokens: 90, cost: 0.25 } }, { done: true }]
        : [{ text: filler('said') }, { finish: 'stop' }, { usage: { prompt_tokens: 10, completion_tokens: 5, cost: 0 } }, { done: true }];
    const spent = async () =>
      Number((await sql(`SELECT coalesce(max(spent), 0) AS spent FROM spending_counters WHERE scope = 'token'`))[0]!['spent']);
    // The only token with a budget: what an earlier conversation still sums up is charged to none.
    token = await service.token('acme', { budget: { amount: '100', currency: 'USD', period: 'day' } });
    const [first] = await converse(11);
    await summaryOf(first!.session_id);
    await eventually(spent, (now) => Math.abs(now - 0.25) < 1e-6);
    expect(
      await sql(
        `SELECT purpose, calls, input_tokens, cost_amount::float8, prompt FROM llm_requests
         WHERE purpose <> 'answer' AND message_id IN (SELECT id FROM messages WHERE session_id = $1)`,
        [first!.session_id],
      ),
    ).toEqual([{ purpose: 'summary', calls: 1, input_tokens: 900, cost_amount: 0.25, prompt: null }]);
  });

  it('is summed up once, however slow that is and however much is said meanwhile', async () => {
    const summing = held();
    const answering = held();
    model.respond = (request) => {
      if (isSummary(request)) return [{ until: summing.until }, ...answer('At leisure.')];
      return request.body.messages.at(-1)!.content === 'Wait.' ? [{ until: answering.until }, ...answer('Well?')] : answer(filler('said'));
    };
    const [first] = await converse(12, undefined, 'slow');
    const late = ask('Wait.', first!.session_id);
    await eventually(() => Promise.resolve(lastPrompt().at(-1)!.content), (asked) => asked === 'Wait.'); // prettier-ignore
    summing.release();
    expect((await summaryOf(first!.session_id)).summary).toBe('At leisure.');
    answering.release();
    await late;
    await ask('Thank you.', first!.session_id);
    expect(model.requests.filter((one) => isSummary(one) && one.body.messages[1]!.content.includes('slow0 '))).toHaveLength(1);
  });

  it('is without a summary when the model fails to write one, and tries again after the next turn', async () => {
    const { until, release } = held();
    let tries = 0;
    model.respond = (request) => {
      const ofThis = isSummary(request) && request.body.messages[1]!.content.includes('unsummed0 ');
      if (!ofThis) return answer(filler('said'));
      return ++tries === 1 ? [{ until: Promise.resolve(release()) }, { status: 400 }] : answer('At last.');
    };
    const [first] = await converse(11, undefined, 'unsummed');
    await until;
    await converse(1, first!.session_id);
    expect((await summaryOf(first!.session_id)).summary).toBe('At last.');
    expect(tries).toBe(2);
  });

  it('forgets a summary of what is answered once more', async () => {
    const said = await converse(12);
    await summaryOf(said[0]!.session_id);
    model.requests.splice(0);
    const again = await service.http().post(`${AGENT}/messages/${said[1]!.id}/regenerate`).set('authorization', token).send({});
    expect(again.body.status).toBe('completed');
    const [system, ...messages] = lastPrompt();
    expect(system!.content).not.toContain('Summary');
    expect(messages.map(({ content }) => content)).toEqual([filler('word0'), filler('said'), filler('word1')]);
    const [session] = await sql('SELECT summary FROM sessions WHERE id = $1', [said[0]!.session_id]);
    expect(session).toEqual({ summary: null });
  });
});
