import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, startFakeOpenAi, type FakeOpenAi, type Step } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import { startTestService, type TestService } from './testing/test-service.js';

const PRICES = { currency: 'USD', models: [{ match: 'fake-*', input_per_million: '100', output_per_million: '200' }] };

describe('an agent that names its models', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    const prices = join(mkdtempSync(join(tmpdir(), 'prices-')), 'prices.json');
    writeFileSync(prices, JSON.stringify(PRICES));
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1', MODEL_PRICES_FILE: prices });
    token = await service.token('acme');
  });
  beforeEach(() => void model.requests.splice(0));
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  const ask = () => service.http().post('/accounts/acme/agents/info/chat').set('authorization', token).send({ message: 'hello' });
  const change = (set: string) => service.tenancy.run('acme', () => new TenantDb().query(`UPDATE agents SET ${set}`));
  const asked = () => model.requests.map(({ body }) => body.model);

  it('is answered by the next model when one does not have a word to say', async () => {
    await change(`model = 'big', fallbacks = '{middle,small}'`);
    model.reply([{ status: 404 }], [{ raw: 'data: {"error":{"message":"overloaded"}}\n\n' }], answer('From the small one.'));
    const { body } = await ask();
    expect(body).toMatchObject({ response: 'From the small one.', status: 'completed' });
    expect(asked()).toEqual(['big', 'middle', 'small']);
  });

  it('falls back to the directories when it says so, which cost nothing', async () => {
    await change(`model = 'big', fallbacks = '{salient/directory-responder}'`);
    model.reply([{ status: 404 }]);
    const { body } = await ask();
    expect(body).toMatchObject({ status: 'completed', model: 'salient/directory-responder', cost: { amount: '0', source: 'none' } });
  });

  it('asks no other model once a word was said', async () => {
    await change(`model = 'big', fallbacks = '{small}'`);
    model.reply([{ text: 'Half an ' }, { cut: true }]);
    expect((await ask()).body.code).toBe('provider_error');
    expect(asked()).toEqual(['big']);
  });

  it('passes on how long and how free an answer may be', async () => {
    await change(`model = 'big', fallbacks = '{}', max_output_tokens = 77, temperature = 0.25`);
    await ask();
    expect(model.requests[0]!.body).toMatchObject({ max_tokens: 77, temperature: 0.25 });
  });

  it.each<[string, Step[], string]>([
    [
      'the tokens that the provider told',
      [{ text: 'Hi' }, { finish: 'stop' }, { usage: { prompt_tokens: 10, completion_tokens: 5 } }],
      '0.00200000',
    ],
    ['characters, when it told none', [{ text: 'x'.repeat(400) }, { finish: 'stop' }], expect.stringMatching(/^0\.0[2-9]/) as never],
  ])('estimates the cost of a priced model by %s', async (_by, steps, amount) => {
    await change(`model = 'fake-1', fallbacks = '{}'`);
    model.reply([...steps, { done: true }]);
    const { body } = await ask();
    expect(body.cost).toEqual({ amount, currency: 'USD', source: 'estimated' });
    expect(body.usage.total_tokens).toBe(body.usage.input_tokens + body.usage.output_tokens);
  });

  it('says that it does not know the cost of a model without a price', async () => {
    model.reply([{ chunk: { model: 'nobody-knows', choices: [{ delta: { content: 'Hi' }, finish_reason: 'stop' }] } }, { done: true }]);
    await change(`model = 'unpriced', fallbacks = '{}'`);
    expect((await ask()).body.cost).toEqual({ amount: null, currency: 'USD', source: 'unknown' });
  });
});
