import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { answer, startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import pg from 'pg';
import { startTestService, type TestService } from './testing/test-service.js';

const TURNS = 40;

describe('the statements of short turns', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let authorization: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    model.respond = () => answer('Short.');
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1' });
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
    const sent: { readonly database: string; readonly text: string }[] = [];
    const send = pg.Client.prototype.query;
    jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...call: unknown[]) {
      const [query] = call as [string | { text: string }];
      sent.push({ database: this.database ?? '', text: typeof query === 'string' ? query : query.text });
      return (send as (...all: unknown[]) => unknown).apply(this, call);
    } as never);
    return sent;
  };
  /** Without the proof of a new connection. */
  const ofTenant = (sent: ReturnType<typeof listen>) =>
    sent.filter(
      ({ database, text }) => database === service.tenancy.tenants['acme']!.address.database && !text.includes('tenant_identity'),
    );

  it('are at most four on the account’s database, BEGIN and COMMIT counted, and next to none on the control database', async () => {
    await ask({ message: 'warm up' });
    const sent = listen();
    for (let turn = 0; turn < TURNS; turn++) await ask({ message: 'hello' });
    expect(ofTenant(sent).length).toBeGreaterThanOrEqual(3 * TURNS);
    expect(ofTenant(sent).length).toBeLessThanOrEqual(4 * TURNS);
    // The listener asks every two seconds whether it is still heard, turns or no turns.
    const ofControl = sent.filter((one) => one.database === service.tenancy.address.database && !/^SELECT 1$/i.test(one.text.trim()));
    expect(ofControl.length / TURNS).toBeLessThan(0.1);
  });

  it.each([
    ['without', (): Record<string, string> => ({})],
    ['with', () => ({ 'idempotency-key': randomUUID() })],
  ])('are two where nothing is limited, in a conversation too, %s an Idempotency-Key', async (_, headers) => {
    const unlimited = await service.token('acme');
    await ask({ message: 'warm up' }, { authorization: unlimited });
    const sent = listen();
    const { session_id } = await ask({ message: 'hello' }, { authorization: unlimited, ...headers() });
    for (let turn = 1; turn < 5; turn++) await ask({ message: 'and then?', session_id }, { authorization: unlimited, ...headers() });
    expect(ofTenant(sent)).toHaveLength(2 * 5);
  });
});
