import type { NewApiToken } from '@salient/auth/tokens';
import { answer, startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { withClient } from '@salient/platform';
import { sendBytes } from '@salient/platform/testing';
import { eventually, held } from './testing/held.js';
import { startTestService, type TestService } from './testing/test-service.js';

const ACCOUNT = '/accounts/{account}';
const AGENT = `${ACCOUNT}/agents/{agent}`;
const TICKETS = `POST ${AGENT}/stream-tickets`;
const NOBODY = '01900000-0000-7000-8000-000000000000';

interface Route {
  /** `POST /accounts/{account}/agents/{agent}/chat`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** The body of its example. */
  readonly body: object | undefined;
  /** Every code that it names. */
  readonly codes: readonly string[];
}

interface Question {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly query?: string;
}

/** What is answered on many routes alike: each route whose document names it is asked, so that none says it in vain. */
describe('what the document of chat-api says of many routes', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let authorization: string;
  let routes: Route[];
  let known: Record<string, string>;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme', 'globex'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1', TURN_TIMEOUT_MS: '1500' });
    authorization = await service.token('acme');
    const theirs: Readonly<Record<string, object>> = { 'POST /v1/chat/completions': { model: 'info' }, [TICKETS]: { session_id: null } };
    routes = routesOf((await service.http().get('/openapi.json')).body).map((route) =>
      theirs[route.name] ? { ...route, body: { ...route.body, ...theirs[route.name] } } : route,
    );
    const turn = await newTurn();
    known = { account: 'acme', agent: 'info', model: 'info', id: 'chat-1', session: turn.session_id, turn: turn.id, message: turn.id };
  });
  beforeEach(() => (model.respond = () => answer('Hello.')));
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  const url = (route: Route, parameters: Question['parameters'] = {}) =>
    service.url + route.path.replaceAll(/\{(\w+)\}/g, (_part, name: string) => parameters[name] ?? known[name] ?? NOBODY);
  /** Asks with the route's own example, so that nothing but what the test is of is wrong with it. */
  async function ask(route: Route, { parameters, headers = {}, body = route.body, query }: Question = {}): Promise<string> {
    const asks = route.name === `GET ${AGENT}/stream` ? '?message=hello' : '';
    const answered = await fetch(url(route, parameters) + (query ?? asks), {
      method: route.method,
      headers: { authorization, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      body: body && JSON.stringify(body),
    });
    const text = await answered.text();
    if (answered.status < 400) return String(answered.status);
    const told = JSON.parse(text) as { code?: string; error?: { code: string } };
    return `${answered.status} ${told.code ?? told.error?.code}`;
  }
  const newTurn = async (sessionId: string | null = null) =>
    (await service.http().post('/accounts/acme/agents/info/chat').set({ authorization }).send({ message: 'hello', session_id: sessionId }))
      .body as { id: string; session_id: string };
  const tokenWith = async (options: Partial<NewApiToken>) => ({ authorization: await service.token('acme', options) });
  const naming = (code: string) => {
    const found = routes.filter(({ codes }) => codes.includes(code));
    expect(found.length).toBeGreaterThan(0);
    return found;
  };
  /** What each route answers, but for those that answer what is due. */
  const surprises = async (asked: readonly Route[], due: string, how: (route: Route) => Promise<string>) => {
    expect(asked.length).toBeGreaterThan(0);
    const told = await Promise.all(asked.map(async (route) => [route.name, await how(route)] as const));
    return told.filter(([, answered]) => answered !== due);
  };

  it('nobody is let in without a token', async () => {
    const unnamed = (route: Route) => ask(route, { headers: { authorization: '' } });
    expect(await surprises(naming('token_missing'), '401 token_missing', unnamed)).toEqual([]);
  });

  it('no path is guessed at that cannot be read', async () => {
    const withParts = routes.filter(({ path }) => path.includes('{'));
    const unreadable = async (route: Route) =>
      (await fetch(service.url + route.path.replaceAll(/\{\w+\}/g, '%zz'), { method: route.method })).status;
    expect(await surprises(withParts, '400', async (route) => String(await unreadable(route)))).toEqual([]);
  });

  it('no body is read that is too large, of another type, or none', async () => {
    const withBodies = routes.filter(({ method }) => method !== 'GET');
    const sends = (headers: string) => async (route: Route) => {
      const head = `${route.method} ${new URL(url(route)).pathname} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nConnection: close`;
      return (await sendBytes(service.url, `${head}\r\n${headers}\r\n\r\n{"`)).slice('HTTP/1.1 '.length).split(' ', 1)[0]!;
    };
    expect(await surprises(withBodies, '413', sends('Content-Type: application/json\r\nContent-Length: 2000000'))).toEqual([]);
    expect(await surprises(withBodies, '415', sends('Content-Type: text/plain\r\nContent-Length: 2'))).toEqual([]);
    expect(await surprises(withBodies, '400', sends('Content-Type: application/json\r\nContent-Length: 2'))).toEqual([]);
  });

  it('a token is good for one account, whatever else is named', async () => {
    const elsewhere = { headers: { 'x-tenant-slug': 'globex' } };
    expect(await surprises(naming('account_mismatch'), '403 account_mismatch', (route) => ask(route, elsewhere))).toEqual([]);
  });

  it('there is nothing below an account or an agent that does not exist', async () => {
    const nowhere = { parameters: { account: 'nobody' } };
    expect(await surprises(naming('account_not_found'), '404 account_not_found', (route) => ask(route, nowhere))).toEqual([]);
    const noAgent = (route: Route): Question =>
      route.name === 'POST /v1/chat/completions'
        ? { body: { ...route.body, model: 'nobody' } }
        : { parameters: { agent: 'nobody', model: 'nobody' } };
    const below = naming('agent_not_found').filter(({ path }) => !/\{(session|message|turn)\}/.test(path)); // those are asked for themselves
    expect(await surprises(below, '404 agent_not_found', (route) => ask(route, noAgent(route)))).toEqual([]);
  });

  it('a model can be named with its account', async () => {
    const route = routes.find(({ path }) => path === '/v1/models/{account}/{model}')!;
    expect(await ask(route)).toBe('200');
    expect(await ask(route, { parameters: { account: 'globex' } })).toBe('403 account_mismatch');
  });

  it('a request with a key is refused while the first one runs', async () => {
    const once = naming('idempotency_in_progress').filter(({ codes }) => !codes.includes('turn_in_progress'));
    await withClient(service.tenancy.tenants['acme']!.address, async (client) => {
      for (const route of once) {
        await client.query('BEGIN; LOCK TABLE idempotency_keys IN ACCESS EXCLUSIVE MODE');
        const headers = { 'idempotency-key': 'at-once' };
        const both = [ask(route, { headers }), ask(route, { headers })];
        expect([route.name, await Promise.race(both)]).toEqual([route.name, '409 idempotency_in_progress']);
        await client.query('ROLLBACK');
        await Promise.all(both);
      }
    });
  });

  it('a key is good for one request', async () => {
    const others: Readonly<Record<string, object>> = {
      [`POST ${AGENT}/messages/{message}/feedback`]: { rating: 'down' },
      [`POST ${AGENT}/messages/{message}/regenerate`]: { stream: true },
      [TICKETS]: { message: 'Something else?' },
    };
    const changed = async (route: Route) => {
      const headers = { 'idempotency-key': 'mine' };
      await ask(route, { headers });
      const { body = {} } = route;
      return ask(route, { headers, body: others[route.name] ?? { ...body, stream: true } });
    };
    const byHeader = naming('idempotency_mismatch').filter(({ codes }) => codes.includes('idempotency_in_progress'));
    expect(await surprises(byHeader, '422 idempotency_mismatch', changed)).toEqual([]);
    const stream = routes.find(({ name }) => name === `GET ${AGENT}/stream`)!;
    const said = (message: string) => ask(stream, { query: `?client_message_id=mine-too&message=${message}` });
    expect([await said('hello'), await said('goodbye')]).toEqual(['200', '422 idempotency_mismatch']);
    const ui = routes.find(({ name }) => name === `POST ${AGENT}/ui/chat`)!;
    const shown = (text: string) =>
      ask(ui, {
        body: { id: 'chat-2', messages: [{ id: 'm', role: 'user', parts: [{ type: 'text', text }] }], trigger: 'submit-message' },
      });
    expect([await shown('hello'), await shown('goodbye')]).toEqual(['200', '422 idempotency_mismatch']);
  });

  describe('where a turn begins', () => {
    /** In this conversation, where the route can name one. */
    const asked = (route: Route, sessionId: string): Question => {
      if (route.path.endsWith('/stream')) return { query: `?message=hello&session_id=${sessionId}` };
      if (route.path.endsWith('/completions')) return { headers: { 'x-salient-session': sessionId } };
      return route.path.endsWith('/chat') && !route.path.endsWith('/ui/chat') ? { body: { message: 'hello', session_id: sessionId } } : {};
    };
    const beginning = () => naming('turn_in_progress');

    it('there is one at a time in a conversation', async () => {
      const ui = routes.find(({ name }) => name === `POST ${AGENT}/ui/chat`)!;
      const uiBody = (id: string) => ({
        id: 'chat-3',
        messages: [{ id, role: 'user', parts: [{ type: 'text', text: 'hello' }] }],
        trigger: 'submit-message',
      });
      for (const route of beginning()) {
        const { until, release } = held();
        const { id, session_id: session } = await newTurn();
        model.requests.splice(0);
        model.reply([{ text: 'Well' }, { until }, { finish: 'stop' }, { done: true }]);
        const isUi = route === ui;
        const first = isUi ? ask(ui, { body: uiBody('one') }) : newTurn(session);
        await eventually(
          () => Promise.resolve(model.requests.length),
          (requests) => requests === 1,
        );
        const second = isUi ? { body: uiBody('two') } : { ...asked(route, session), parameters: { message: id } };
        expect([route.name, await ask(route, second)]).toEqual([route.name, '409 turn_in_progress']);
        release();
        await first;
      }
    });

    it('none begins without money', async () => {
      const poor = await tokenWith({ budget: { amount: '0', currency: 'USD', period: 'day' } });
      expect(await surprises(beginning(), '402 budget_exceeded', (route) => ask(route, { headers: poor }))).toEqual([]);
    });

    it('none begins over the rate of its token', async () => {
      const once = await tokenWith({ limits: { turns_per_minute: 1 } });
      await fetch(`${service.url}/accounts/acme/agents/info/stream?message=hello`, { headers: once }).then((first) => first.text());
      expect(await surprises(beginning(), '429 rate_limited', (route) => ask(route, { headers: once }))).toEqual([]);
    });

    it('a provider that fails before its answer is the answer, where that is waited for', async () => {
      const told = (due: string) => surprises(naming('provider_error'), due, (route) => ask(route));
      model.respond = () => [{ status: 401 }];
      expect(await told('502 provider_error')).toEqual([]);
      model.respond = () => [{ status: 429 }];
      expect(await told('503 provider_unavailable')).toEqual([]);
      model.respond = () => [{ hang: true }];
      expect(await told('504 provider_timeout')).toEqual([]);
    });
  });

  it('an account that is suspended is out of service on each of its routes', async () => {
    await service.tenancy.control.query(`UPDATE tenant_registry SET status = 'suspended' WHERE slug = 'acme'`);
    const [first, ...rest] = naming('tenant_suspended');
    await eventually(
      () => ask(first!),
      (told) => told === '503 tenant_suspended',
    );
    expect(await surprises(rest, '503 tenant_suspended', (route) => ask(route))).toEqual([]);
  });
});

interface Described {
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: object }>> };
}

function routesOf({ paths }: { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> }): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { responses, requestBody }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      body: requestBody?.content['application/json']?.example,
      codes: Object.values(responses).flatMap(({ description }) => description.split(', ')),
    })),
  );
}
