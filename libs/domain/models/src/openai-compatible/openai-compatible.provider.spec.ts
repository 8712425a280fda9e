import { jest } from '@jest/globals';
import fc from 'fast-check';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setImmediate } from 'node:timers/promises';
import { ProviderFailed, ProviderTimedOut, ProviderUnavailable } from '../model.errors.js';
import type { ModelFinish, ModelPart, ModelRequest } from '../model-provider.js';
import { answer, startFakeOpenAi, type FakeOpenAi, type Step } from '../testing/index.js';
import { plainDecimal } from './completion.js';
import { OpenAiCompatibleProvider } from './openai-compatible.provider.js';

const KEY = 'sk-the-providers-own-key';
const never = new AbortController().signal;
const request: ModelRequest = { model: null, messages: [{ role: 'user', content: 'Hi' }], tools: [] };

describe('OpenAiCompatibleProvider', () => {
  let server: FakeOpenAi;
  const made: OpenAiCompatibleProvider[] = [];

  beforeAll(async () => void (server = await startFakeOpenAi()));
  afterEach(async () => {
    server.requests.splice(0);
    await Promise.all(made.splice(0).map((provider) => provider.close()));
  });
  afterAll(() => server.close());

  function provider(options: { timeoutMs?: number; baseUrl?: string } = {}): OpenAiCompatibleProvider {
    const { timeoutMs: ms, baseUrl = server.baseUrl } = options;
    const timeouts =
      ms === undefined ? undefined : { firstByteMs: ms, betweenBytesMs: ms, firstTokenMs: ms, betweenTokensMs: ms, afterEndMs: ms };
    const one = new OpenAiCompatibleProvider({ name: 'openai-compatible', baseUrl, apiKey: KEY, defaultModel: 'm-default', timeouts });
    made.push(one);
    return one;
  }

  type Heard = (ModelPart | ModelFinish)[];
  async function hear(one: OpenAiCompatibleProvider, asked = request): Promise<Heard> {
    const all: Heard = [];
    all.push(await one.answer(asked, (part) => all.push(part), never));
    return all;
  }
  const call = (...steps: Step[]) => {
    server.reply(steps);
    return hear(provider());
  };
  const textOf = (heard: Heard) => heard.map((part) => ('type' in part && part.type === 'text' ? part.text : '')).join('');

  it('streams text, then the finish with model, usage and cost', async () => {
    const events = await call(
      { comment: 'OPENROUTER PROCESSING' },
      { text: 'Hel' },
      { text: 'lo' },
      { finish: 'stop' },
      { usage: { prompt_tokens: 3, completion_tokens: 2, cost: 1.5e-7 } },
      { done: true },
    );
    expect(events).toEqual([
      { type: 'text', text: 'Hel' },
      { type: 'text', text: 'lo' },
      {
        reason: 'stop',
        model: 'fake-1',
        usage: { inputTokens: 3, outputTokens: 2 },
        costUsd: '0.00000015',
        providerRequestId: 'chatcmpl-1',
      },
    ]);
  });

  it('calls again on the same connection, also when the end of an answer comes after its last word', async () => {
    const connected = jest.fn();
    const ended = Promise.withResolvers<unknown>();
    subscribe('undici:client:connected', connected);
    subscribe('undici:request:trailers', ended.resolve);
    const one = provider();
    const end = Promise.withResolvers<void>();
    server.reply([...answer('first'), { until: end.promise }], answer('second'));
    await hear(one);
    end.resolve();
    await ended.promise;
    await setImmediate(); // as undici does before it gives the connection to the next call
    expect(textOf(await hear(one))).toBe('second');
    unsubscribe('undici:client:connected', connected);
    unsubscribe('undici:request:trailers', ended.resolve);
    expect(connected).toHaveBeenCalledTimes(1);
  });

  it('gives a connection up on which the answer goes on and on behind its last word', async () => {
    server.reply([...answer('whole'), ...Array.from({ length: 20 }, () => ({ comment: 'x'.repeat(10_000) })), { hang: true }]);
    expect(textOf(await hear(provider()))).toBe('whole');
    await server.requests[0]?.aborted;
  });

  it('keeps the start of an error that is longer than any log should be', async () => {
    const error = (await call({ status: 400, body: 'no '.repeat(100_000) }).catch((reason: unknown) => reason)) as Error;
    expect(String(error.cause)).toHaveLength('Error: HTTP 400: '.length + 500);
  });

  it('asks for a stream with usage, with the key in the header, and offers tools only when there are some', async () => {
    await call(...answer('ok'));
    const [first] = server.requests;
    expect(first?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(first?.body).toEqual({
      model: 'm-default',
      messages: [{ role: 'user', content: 'Hi' }],
      stream: true,
      stream_options: { include_usage: true },
    });
    server.reply(answer('ok'));
    await hear(provider(), { ...request, model: 'm-2', tools: [{ name: 't', description: 'd', parameters: {} }] });
    expect(server.requests[1]?.body).toMatchObject({
      model: 'm-2',
      tool_choice: 'auto',
      tools: [{ type: 'function', function: { name: 't' } }],
    });
  });

  it('puts tool calls together that come in fragments, several at once', async () => {
    const fragment = (index: number, part: object) => ({ chunk: { choices: [{ delta: { tool_calls: [{ index, ...part }] } }] } });
    const events = await call(
      fragment(0, { id: 'a', function: { name: 'search', arguments: '{"q":' } }),
      fragment(1, { id: 'b', function: { name: 'list', arguments: '' } }),
      fragment(0, { function: { arguments: '"x"}' } }),
      fragment(1, { function: { arguments: '{}' } }),
      { finish: 'tool_calls' },
      { done: true },
    );
    expect(events).toMatchObject([
      { type: 'tool_call', call: { id: 'a', name: 'search', arguments: '{"q":"x"}' } },
      { type: 'tool_call', call: { id: 'b', name: 'list', arguments: '{}' } },
      { reason: 'tool_calls' },
    ]);
  });

  it.each([undefined, 0])('keeps calls apart that a provider gives one index, or none (%s)', async (index) => {
    const fragment = (...calls: object[]) => ({ chunk: { choices: [{ delta: { tool_calls: calls.map((one) => ({ index, ...one })) } }] } });
    const events = await call(
      fragment({ id: 'a', function: { name: 'search', arguments: '{"q":"x"}' } }, { id: 'b', function: { name: 'list', arguments: '{' } }),
      fragment({ function: { arguments: '}' } }),
      fragment({ id: 'c', function: { name: 'list', arguments: '{}' } }),
      { finish: 'tool_calls' },
      { done: true },
    );
    expect(events.slice(0, -1)).toEqual([
      { type: 'tool_call', call: { id: 'a', name: 'search', arguments: '{"q":"x"}' } },
      { type: 'tool_call', call: { id: 'b', name: 'list', arguments: '{}' } },
      { type: 'tool_call', call: { id: 'c', name: 'list', arguments: '{}' } },
    ]);
  });

  it('puts a call together whose fragments come with an id each, and its name once', async () => {
    const fragment = (id: string, said: object) => ({
      chunk: { choices: [{ delta: { tool_calls: [{ index: 0, id, function: said }] } }] },
    });
    const events = await call(
      fragment('a', { name: 'search', arguments: '' }),
      fragment('b', { arguments: '{"q":' }),
      fragment('c', { arguments: '"x"}' }),
      { finish: 'tool_calls' },
      { done: true },
    );
    expect(events.slice(0, -1)).toEqual([{ type: 'tool_call', call: { id: 'a', name: 'search', arguments: '{"q":"x"}' } }]);
  });

  it('fails over a provider that begins calls without end', async () => {
    const many = Array.from({ length: 129 }, (_, at) => ({ id: `call-${at}`, function: { name: 'list', arguments: '{}' } }));
    const calling = call({ chunk: { choices: [{ delta: { tool_calls: many } }] } }, { finish: 'tool_calls' }, { done: true });
    await expect(calling).rejects.toThrow(ProviderFailed);
  });

  it.each<[string, Step]>([
    ['falls silent', { hang: true }],
    ['is cut', { cut: true }],
  ])('loses nobody an answer that had said its end before its stream %s', async (_how, step) => {
    server.reply([{ text: 'Hello' }, { finish: 'stop' }, step]);
    expect(await hear(provider({ timeoutMs: 200 }))).toMatchObject([{ text: 'Hello' }, { reason: 'stop', usage: null }]);
  });

  it('loses nobody an answer for counts of tokens that are none', async () => {
    const usage = { prompt_tokens: 1.5, completion_tokens: '3' };
    expect(await call({ text: 'Hello' }, { finish: 'stop' }, { chunk: { choices: [], usage } }, { done: true })).toMatchObject([
      { text: 'Hello' },
      { reason: 'stop', usage: null },
    ]);
  });

  it('hears the one answer that it has asked for', async () => {
    const choices = [0, 1].map((index) => ({ index, delta: { content: `Answer ${index}` }, finish_reason: index ? 'length' : 'stop' }));
    expect(await call({ chunk: { choices } }, { done: true })).toMatchObject([{ text: 'Answer 0' }, { reason: 'stop' }]);
  });

  it('gives the text as it was, however the bytes were cut', async () => {
    const chunk = (text: string) => `data: ${JSON.stringify({ choices: [{ delta: { content: text } }] })}\n\n`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 6 }),
        fc.array(fc.nat(400), { maxLength: 12 }),
        async (texts, cuts) => {
          const bytes = Buffer.from(
            `${texts.map(chunk).join('')}data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n`,
          );
          const places = [...cuts, bytes.length].map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b);
          const events = await call(...places.map((end, index) => ({ raw: bytes.subarray(places[index - 1] ?? 0, end) })));
          expect(textOf(events)).toBe(texts.join(''));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each<[string, Step[]]>([
    ['is cut in the middle of a word', [{ text: 'Hel' }, { cut: true }]],
    ['ends without a finish reason', [{ text: 'Hello' }, { done: true }]],
    ['ends without [DONE] and without a finish reason', [{ text: 'Hello' }, { end: true }]],
    ['holds something that is not JSON', [{ raw: 'data: {"choices":\n\n' }]],
    ['holds JSON that is no chunk', [{ raw: 'data: [1,2]\n\n' }]],
    ['reports an error', [{ text: 'Hel' }, { chunk: { error: { message: 'overloaded' } } }]],
    ['is one endless event', [{ raw: `data: ${'x'.repeat(1_100_000)}` }, { hang: true }]],
    ['is not a stream', [{ status: 200, body: '{"choices":[]}' }]],
  ])('fails when the answer %s', async (_case, steps) => {
    await expect(call(...steps)).rejects.toThrow(/^The model provider (answered with an error|cannot be reached)/);
  });

  it('tries again after 429, 500 and a refused connection, and answers as if nothing had been', async () => {
    server.reply([{ status: 429, headers: { 'retry-after': '0' } }], [{ status: 500 }], answer('third time'));
    expect(textOf(await hear(provider()))).toBe('third time');
    expect(server.requests).toHaveLength(3);
  });

  it('does not try again once text has come, so that nothing is said twice', async () => {
    await expect(call({ text: 'Hel' }, { cut: true })).rejects.toThrow();
    expect(server.requests).toHaveLength(1);
  });

  it('does not try again when the provider refuses the request', async () => {
    await expect(call({ status: 401 })).rejects.toThrow(ProviderFailed);
    expect(server.requests).toHaveLength(1);
  });

  it('passes on when to come back', async () => {
    const error = await call({ status: 429, headers: { 'retry-after': '17' } }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProviderUnavailable);
    expect(error).toMatchObject({ retryAfterSeconds: 17 });
  });

  it('gives up on a provider that does not answer, and on one that falls silent', async () => {
    server.reply([{ hang: true }], [{ text: 'Hel' }, { hang: true }]);
    const impatient = provider({ timeoutMs: 50 });
    await expect(hear(impatient)).rejects.toThrow(ProviderTimedOut);
    await expect(hear(impatient)).rejects.toThrow(ProviderTimedOut);
  });

  it('gives up on a provider that only says that it is alive', async () => {
    const comments = (): Step[] => Array.from({ length: 400 }, () => ({ comment: 'PROCESSING' }));
    server.reply([...comments(), { hang: true }], [{ text: 'Hel' }, ...comments(), { hang: true }]);
    const one = new OpenAiCompatibleProvider({
      name: 'openai-compatible',
      baseUrl: server.baseUrl,
      defaultModel: 'm',
      timeouts: { firstTokenMs: 50, betweenTokensMs: 50 },
    });
    made.push(one);
    await expect(hear(one)).rejects.toThrow(ProviderTimedOut);
    await expect(hear(one)).rejects.toThrow(ProviderTimedOut);
  });

  it('calls a provider that refuses connections unavailable', async () => {
    const gone = await startFakeOpenAi();
    await gone.close();
    await expect(hear(provider({ baseUrl: gone.baseUrl }))).rejects.toThrow(ProviderUnavailable);
  });

  it('ends the call at the provider when the caller aborts, and says why it ended', async () => {
    server.reply([{ text: 'Hel' }, { hang: true }]);
    const stop = new AbortController();
    const reason = new Error('the visitor pressed stop');
    const reading = provider().answer(request, () => stop.abort(reason), stop.signal);
    await expect(reading).rejects.toBe(reason);
    await server.requests[0]?.aborted;
  });

  it('tells nobody the key or what the provider said', async () => {
    const error = (await call({ status: 400, body: `{"error":"${KEY} is wrong"}` }).catch((reason: unknown) => reason)) as Error;
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('wrong');
    expect(String(error.cause)).toContain('HTTP 400');
  });
});

describe('plainDecimal', () => {
  it.each([
    [0.00015, '0.00015'],
    [1.5e-7, '0.00000015'],
    ['2E+3', '2000'],
    [12.5, '12.5'],
    [0, '0'],
    [-1, null],
    ['NaN', null],
  ])('writes %s as %s', (value, text) => expect(plainDecimal(value)).toBe(text));
});
