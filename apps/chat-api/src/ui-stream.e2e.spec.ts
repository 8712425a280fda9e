import { Chat } from '@ai-sdk/react';
import { answer, startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import { DefaultChatTransport, readUIMessageStream, uiMessageChunkSchema, type UIMessage } from 'ai';
import { eventually } from './testing/held.js';
import { startTestService, type TestService } from './testing/test-service.js';

interface Metadata {
  turn_id: string;
  session_id: string;
  session_token?: string;
  status?: string;
  code?: string;
  usage?: { total_tokens: number };
  cost?: { currency: string };
}
type Message = UIMessage<Metadata>;

describe('the AI SDK’s UI message stream', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let authorization: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_API_KEY: 'k', LLM_MODEL: 'fake-1' }, {}, { chat: { roundMs: 100 } }); // prettier-ignore
    authorization = await service.token('acme');
  });
  afterAll(async () => {
    await service.close();
    await model.close();
  });
  beforeEach(() => model.requests.splice(0));

  const api = () => `${service.url}/accounts/acme/agents/info/ui/chat`;
  const transport = (token = authorization) => new DefaultChatTransport<Message>({ api: api(), headers: { authorization: token } });
  const chatOf = (more: object = {}) => new Chat<Message>({ transport: transport(), ...more });
  const textOf = (message?: Message) => message?.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
  const user = (id: string, text: string): Message => ({ id, role: 'user', parts: [{ type: 'text', text }] });
  const post = (body: object, token = authorization) =>
    fetch(api(), {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify({ trigger: 'submit-message', ...body }),
    });
  const turns = async () =>
    (
      await service.tenancy.run('acme', () =>
        new TenantDb().query<{ n: number }>(`SELECT count(*)::int AS n FROM messages WHERE role = 'assistant'`),
      )
    )[0]!.n;

  it('carries a conversation of useChat’s own machinery', async () => {
    model.reply(answer('Hello, Ada 👩‍⚕️.'), answer('Your name is Ada.'));
    const chat = chatOf();
    await chat.sendMessage({ text: 'I am Ada.' });
    await chat.sendMessage({ text: 'Who am I?' });
    expect(chat.messages.map((message) => [message.role, textOf(message)])).toEqual([
      ['user', 'I am Ada.'],
      ['assistant', 'Hello, Ada 👩‍⚕️.'],
      ['user', 'Who am I?'],
      ['assistant', 'Your name is Ada.'],
    ]);
    expect(model.requests[1]!.body.messages.map(({ content }) => content).slice(1)).toEqual(['I am Ada.', 'Hello, Ada 👩‍⚕️.', 'Who am I?']);
    const [first, second] = [chat.messages[1]!, chat.messages[3]!];
    expect(second.metadata).toMatchObject({
      session_id: first.metadata!.session_id,
      turn_id: second.id,
      status: 'completed',
      usage: { total_tokens: 15 },
      cost: { currency: 'USD' },
    });
    expect([chat.status, chat.error]).toEqual(['ready', undefined]);
  });

  it('shows what the agent looks up and what the answer rests on, and never the arguments', async () => {
    const search = { list: 'doctors', filters: { languages: 'Spanish' } };
    model.reply(
      [{ text: 'Let me look.' }, { toolCall: { id: 'call_1', name: 'search_directory', arguments: search } }, { finish: 'tool_calls' }, { done: true }], // prettier-ignore
      answer('Dr. Ruiz [1] does.'),
    );
    const chat = chatOf();
    await chat.sendMessage({ text: 'Who speaks Spanish?' });
    const parts = chat.lastMessage!.parts;
    expect(parts.map(({ type }) => type)).toEqual(['text', 'dynamic-tool', 'text', 'source-document']);
    expect(parts[1]).toMatchObject({ toolName: 'search_directory', state: 'output-available', input: {}, output: { result_count: 3 } });
    expect(parts[3]).toMatchObject({ title: 'Dr. Ana Ruiz', providerMetadata: { salient: { index: 1, list: 'doctors' } } });
    expect(textOf(chat.lastMessage)).toBe('Let me look.Dr. Ruiz [1] does.');
    expect(JSON.stringify(parts)).not.toContain('filters');
  });

  it('sends only chunks that the AI SDK knows, in protocol v1, and [DONE] at the end', async () => {
    model.reply(answer('Plain.'));
    const response = await post({ id: 'protocol', messages: [user('m1', 'hello')] });
    expect(response.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
    const lines = (await response.text()).split('\n').filter(Boolean);
    expect(lines.at(-1)).toBe('data: [DONE]');
    const { validate } = uiMessageChunkSchema();
    const chunks = lines.slice(0, -1).map((line) => JSON.parse(line.slice('data: '.length)) as { type: string });
    for (const chunk of chunks) expect(await validate!(chunk)).toMatchObject({ success: true });
    expect(chunks.map(({ type }) => type)).toEqual(['start', 'text-start', 'text-delta', 'text-end', 'finish']);
  });

  it('begins one turn for a message, however often it is sent', async () => {
    const before = await turns();
    const body = { id: 'repeat', messages: [user('m1', 'hello')] };
    const texts = await Promise.all(Array.from({ length: 5 }, () => post(body).then((response) => response.text())));
    expect(new Set(texts.map((text) => /"messageId":"([^"]+)"/.exec(text)![1])).size).toBe(1);
    expect([await turns(), model.requests.length]).toEqual([before + 1, 1]);
    const other = await post({ id: 'repeat', messages: [user('m1', 'something else')] });
    expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([422, 'idempotency_mismatch']);
  });

  it('resumes a running answer from its beginning, and has nothing to resume afterwards', async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    model.reply([{ text: 'The answer ' }, { until: held }, ...answer('is 42.')]);
    const sent = await post({ id: 'resumed', messages: [user('m1', 'hello')] });
    const reader = sent.body!.getReader();
    for (let text = ''; !text.includes('The answer ');) text += Buffer.from((await reader.read()).value!).toString();
    await reader.cancel();

    const chat = chatOf({ id: 'resumed', messages: [user('m1', 'hello')] });
    const resumed = chat.resumeStream();
    await new Promise<void>((resolve) => {
      const stop = chat['~registerMessagesCallback'](() => {
        if (textOf(chat.lastMessage) !== 'The answer ') return;
        stop();
        resolve();
      });
    });
    release();
    await resumed;
    expect(chat.messages.map((message) => textOf(message))).toEqual(['hello', 'The answer is 42.']);
    expect(await transport().reconnectToStream({ chatId: 'resumed' })).toBeNull();
    expect(await transport().reconnectToStream({ chatId: 'never heard of' })).toBeNull();
  });

  it('answers once more when it is asked to, in place of what it said before', async () => {
    model.reply(answer('First.'), answer('Second.'), answer('Third.'));
    const chat = chatOf();
    await chat.sendMessage({ text: 'hello' });
    await chat.regenerate();
    expect(chat.messages.map((message) => textOf(message))).toEqual(['hello', 'Second.']);
    await chat.sendMessage({ text: 'more' });
    expect(model.requests[2]!.body.messages.map(({ content }) => content).slice(1)).toEqual(['hello', 'Second.', 'more']);
  });

  it('answers anew once for each Idempotency-Key, however often that is asked', async () => {
    model.reply(answer('First.'), answer('Second.'));
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': 'anew' };
    const send = async (trigger: string, more: object) => {
      const messages = [{ id: 'asked', role: 'user', parts: [{ type: 'text', text: 'hello' }] }];
      const body = JSON.stringify({ id: 'keyed', messages, trigger });
      const response = await fetch(api(), { method: 'POST', headers: { ...headers, ...more }, body });
      return /"turn_id":"([^"]+)"/.exec(await response.text())?.[1];
    };
    await send('submit-message', { 'idempotency-key': 'first' });
    const [anew, again] = [await send('regenerate-message', {}), await send('regenerate-message', {})];
    expect([again, model.requests.length]).toEqual([anew, 2]);
  });

  it('gives a visitor who began with a publishable token the key to go on', async () => {
    let authorization = await service.token('acme', { kind: 'pk', allowedOrigins: ['https://acme.example'] });
    const headers = () => ({ authorization });
    const chat = new Chat<Message>({
      transport: new DefaultChatTransport({ api: api(), headers }),
      onFinish: ({ message: { metadata } }) => {
        if (metadata?.session_token) authorization = `Bearer ${metadata.session_token}`;
      },
    });
    await chat.sendMessage({ text: 'one' });
    await chat.sendMessage({ text: 'two' });
    await chat.regenerate();
    expect([chat.error, textOf(chat.lastMessage)]).toEqual([undefined, 'You said: two']);
    const sessions = chat.messages.flatMap(({ metadata }) => metadata?.session_id ?? []);
    expect([sessions.length, new Set(sessions).size]).toEqual([2, 1]);
  });

  it('keeps chats of one id apart when their callers differ', async () => {
    const other = await service.token('acme');
    const first = new Chat<Message>({ id: 'same', transport: transport() });
    const second = new Chat<Message>({ id: 'same', transport: transport(other) });
    await Promise.all([first.sendMessage({ text: 'one' }), second.sendMessage({ text: 'two' })]);
    expect(first.lastMessage!.metadata!.session_id).not.toBe(second.lastMessage!.metadata!.session_id);
  });

  it('says what went wrong, keeps what was said, and shows nothing of the provider', async () => {
    model.reply([{ text: 'half of an ' }, { raw: 'data: {"error":{"message":"secret upstream"}}\n\n' }]);
    const chat = chatOf({ onError: () => undefined });
    await chat.sendMessage({ text: 'hello' });
    expect([chat.status, textOf(chat.lastMessage)]).toEqual(['error', 'half of an ']);
    expect(chat.error!.message).toMatch(/^The model provider answered with an error/);
    expect(chat.lastMessage!.metadata).toMatchObject({ status: 'failed', code: 'provider_error' });
  });

  it('says that the worker is gone, where another process has given the turn up, and keeps what was shown, each thing once', async () => {
    const search = { list: 'doctors', filters: { languages: 'Spanish' } };
    model.reply(
      [{ toolCall: { id: 'call_1', name: 'search_directory', arguments: search } }, { finish: 'tool_calls' }, { done: true }],
      [{ text: 'Dr. Ruiz [1] and ' }, { hang: true }],
    );
    const chat = chatOf({ onError: () => undefined });
    const sending = chat.sendMessage({ text: 'Who speaks Spanish?' });
    const stored = () =>
      service.tenancy.run('acme', () =>
        new TenantDb().query(`SELECT id FROM messages WHERE status = 'running' AND content LIKE 'Dr. Ruiz%' AND citations <> '[]'`),
      );
    const [turn] = await eventually(stored, (found) => found.length === 1); // prettier-ignore
    await service.tenancy.run('acme', () =>
      new TenantDb().query(
        `UPDATE messages SET worker_id = gen_random_uuid(), lease_expires_at = now() - interval '1 second' WHERE id = $1`,
        [turn!['id']],
      ),
    );
    await sending;
    expect([chat.status, textOf(chat.lastMessage)]).toEqual(['error', 'Dr. Ruiz [1] and ']);
    expect(chat.error!.message).toMatch(/^The process that wrote the answer was lost/);
    expect(chat.lastMessage!.metadata).toMatchObject({ status: 'failed', code: 'worker_lost' });
    expect(chat.lastMessage!.parts.map(({ type }) => type)).toEqual(['dynamic-tool', 'text', 'source-document']);
  });

  it('is read by readUIMessageStream as well', async () => {
    model.reply([{ text: 'One ' }, ...answer('two.')]);
    const stream = await transport().sendMessages({
      trigger: 'submit-message',
      chatId: 'read',
      messageId: undefined,
      messages: [user('m1', 'count')],
      abortSignal: undefined,
    });
    let last: Message | undefined;
    for await (const message of readUIMessageStream<Message>({ stream })) last = message;
    expect(textOf(last)).toBe('One two.');
  });

  it.each<[string, object]>([
    ['without messages', { id: 'x', messages: [] }],
    ['without an id', { messages: [user('m', 'hi')] }],
    ['that ends with the agent’s words', { id: 'x', messages: [{ id: 'm', role: 'assistant', parts: [] }] }],
    ['with a file', { id: 'x', messages: [{ id: 'm', role: 'user', parts: [{ type: 'file', mediaType: 'image/png', url: 'data:' }] }] }],
    ['with an empty text', { id: 'x', messages: [user('m', '')] }],
    ['with a text that is too long', { id: 'x', messages: [user('m', 'x'.repeat(16_001))] }],
    ['with NUL in its text', { id: 'x', messages: [user('m', 'a\u0000')] }],
    ['with NUL in its id', { id: '\u0000', messages: [user('m', 'a')] }],
  ])('refuses a chat %s', async (_case, body) => {
    const response = await post(body);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'invalid_request']);
  });

  it('lets a publishable token begin a chat, and neither continue nor read one', async () => {
    const publishable = await service.token('acme', { kind: 'pk', allowedOrigins: ['https://acme.example'] });
    const begun = await post({ id: 'pk', messages: [user('m1', 'hello')] }, publishable);
    expect(begun.status).toBe(200);
    expect(await begun.text()).not.toContain('cost');
    const history = [user('m1', 'hello'), { id: 'a', role: 'assistant', parts: [] }, user('m2', 'more')];
    expect((await post({ id: 'pk', messages: history }, publishable)).status).toBe(403);
    const read = await fetch(`${api()}/pk/stream`, { headers: { authorization: publishable } });
    expect(read.status).toBe(403);
  });
});
