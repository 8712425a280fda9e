import { apiTokens } from '@salient/auth/tokens';
import { ShutdownState, withClient } from '@salient/platform';
import { sendBytes } from '@salient/platform/testing';
import { randomUUID } from 'node:crypto';
import { fuzzTarget } from './testing/fuzz-target.js';
import { startTestAdminWith, type TestAdmin } from './testing/test-admin.js';

const FILE = 'name,question,answer\nSomebody,Who?,Somebody.\n';
const NOBODY = '01900000-0000-7000-8000-000000000000';
const OVERLAY = { overlay: { properties: { plate: { type: 'string', title: 'Number plate' } } } };

interface Route {
  /** `POST /accounts/{account}/agents`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** The body of its example. */
  readonly body: unknown;
  /** The names of what its query may say. */
  readonly query: readonly string[];
  /** Every code that it names. */
  readonly codes: readonly string[];
}

interface Question {
  readonly as?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
}

/** What is answered on many routes alike: each route whose document names it is asked, so that none says it in vain. */
describe('what the document says of many routes', () => {
  let admin: TestAdmin;
  let url: string;
  let routes: Route[];
  let known: Record<string, string>;
  let faq: object;
  beforeAll(async () => {
    admin = await startTestAdminWith(
      { environment: { SMTP_URL: 'smtp://127.0.0.1:1', TENANT_CONNECTION_CEILING: '10' } },
      'acme',
      'globex',
    );
    url = await admin.app.getUrl();
    const target = await fuzzTarget(admin);
    routes = routesOf(target.document);
    const { id } = (await admin.send('owner', 'get', '/auth/me')).body;
    known = { ...Object.fromEntries(Object.entries(target.known).map(([name, [first]]) => [name, first!])), member: id, version: '1' };
    for (const account of ['acme', 'globex'])
      await admin.send('root', 'post', `/accounts/${account}/directory-schemas/faq/overlay/versions`, OVERLAY);
    const migration: string = (await admin.send('root', 'post', '/fleet-migrations', {})).body.id;
    known['migration'] = migration;
    await events(migration); // to its end
    ({ schema: faq } = (await admin.send('root', 'get', '/directory-schemas/faq')).body);
  });
  afterAll(() => admin.close());

  const events = async (migration: string) =>
    (
      await fetch(`${url}/api/admin/fleet-migrations/${migration}/events`, { headers: { authorization: admin.authorization('root') } })
    ).text();
  const ask = (route: Route, { as = 'root', parameters = {}, body = route.body, headers = {}, query = '' }: Question = {}) => {
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_part, name: string) => parameters[name] ?? known[name] ?? NOBODY);
    const isFile = route.path.endsWith('/imports');
    return fetch(`${url}${path}${query}`, {
      method: route.method,
      headers: {
        authorization: admin.authorization(as),
        ...(body === undefined && !isFile ? {} : { 'content-type': isFile ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      body: route.method === 'GET' ? undefined : isFile ? FILE : JSON.stringify(body),
    });
  };
  const codeOf = async (answer: Promise<Response>) => {
    const { status, text } = await answer.then(async (response) => ({ status: response.status, text: await response.text() }));
    return `${status} ${status < 400 ? '' : (JSON.parse(text) as { code: string }).code}`.trim();
  };
  const naming = (code: string, ...more: string[]) => {
    const found = routes.filter(({ codes }) => [code, ...more].some((each) => codes.includes(each)));
    expect(found.length).toBeGreaterThan(0);
    return found;
  };
  const named = (name: string) => {
    const route = routes.find((each) => each.name === name);
    if (!route) throw new Error(`There is no route ${name}.`);
    return route;
  };
  /** What each route answers, but for those that answer what is due. */
  const surprises = async (asked: readonly Route[], due: string, how: (route: Route) => Promise<string>) => {
    const told = await Promise.all(asked.map(async (route) => [route.name, await how(route)] as const));
    return told.filter(([, answer]) => answer !== due);
  };

  it('no body is read that is too large', async () => {
    const declared = async ({ method, path }: Route) => {
      const target = path.replaceAll(/\{(\w+)\}/g, (_part, name: string) => known[name] ?? NOBODY);
      const type = path.endsWith('/imports') ? 'text/csv' : 'application/json';
      const authorization = path.endsWith('/token') ? `Bearer ${await newToken()}` : admin.authorization('root');
      const head = [`${method} ${target} HTTP/1.1`, 'Host: x', `Authorization: ${authorization}`, `Content-Type: ${type}`];
      const told = await sendBytes(url, [...head, `Content-Length: ${2 * 1024 ** 3}`, 'Connection: close', '', ''].join('\r\n'));
      return told.split('\r\n')[0]!;
    };
    expect(await surprises(naming('body_too_large'), 'HTTP/1.1 413 Payload Too Large', declared)).toEqual([]);
  });

  it('no body is guessed at, no page and no path', async () => {
    const garbled = routes.filter(({ method, codes }) => method !== 'GET' && codes.includes('invalid_request'));
    const unread = async (route: Route) => {
      const headers = { authorization: await callerOf(route), 'content-type': 'application/json' };
      if (route.path.endsWith('/imports')) return codeOf(ask(route, { query: '?on_missing=perhaps' }));
      const path = route.path.replaceAll(/\{(\w+)\}/g, (_part, name: string) => known[name] ?? NOBODY);
      return codeOf(fetch(url + path, { method: route.method, headers, body: '{"' }));
    };
    expect(await surprises(garbled, '400 invalid_request', unread)).toEqual([]);
    const paged = routes.filter(({ method, query }) => method === 'GET' && query.includes('limit'));
    for (const query of ['?limit=0', '?limit=-1', '?limit=101', '?limit=x', '?cursor=%00'])
      expect(await surprises(paged, '400 invalid_request', (route) => codeOf(ask(route, { query })))).toEqual([]);
    const withParts = routes.filter(({ method, path }) => method === 'GET' && path.includes('{'));
    const unreadable = (route: Route) => codeOf(fetch(url + route.path.replaceAll(/\{\w+\}/g, '%zz')));
    expect(await surprises(withParts, '400 invalid_request', unreadable)).toEqual([]);
  });

  it('an account is entered by one name: the header has to say what the path says', async () => {
    const below = routes.filter(({ path }) => path.includes('{account}'));
    const headers = { 'x-tenant-slug': 'globex' };
    expect(await surprises(below, '403 account_mismatch', (route) => codeOf(ask(route, { headers })))).toEqual([]);
  });

  it('a token is good in its networks alone, also to end itself', async () => {
    const token = await newToken({ allowedIps: ['203.0.113.0/24'] });
    expect(await codeOf(ask(named('DELETE /api/admin/token'), { headers: { authorization: `Bearer ${token}` } }))).toBe('403 forbidden');
  });

  it('nothing is done to what somebody else has changed meanwhile', async () => {
    const headers = { 'if-match': '"999999"' };
    const stale = (route: Route) => codeOf(ask(route, { headers, body: bodyThatIsTaken(route) }));
    expect(await surprises(naming('precondition_failed'), '412 precondition_failed', stale)).toEqual([]);
  });

  it('no list is changed while another change of it holds it', async () => {
    const changing = naming('import_conflict').filter(({ name }) => !/\/imports(\/|$)/.test(name));
    await withClient(admin.tenancy.tenants['acme']!.address, async (client) => {
      await client.query('BEGIN; SELECT id FROM directory_lists FOR UPDATE');
      const held = (route: Route) => codeOf(ask(route, { body: bodyThatIsTaken(route) }));
      expect(await surprises(changing, '409 import_conflict', held)).toEqual([]);
      await client.query('ROLLBACK');
    });
  });

  it('an import takes no step that it is not ready for', async () => {
    const steps = naming('import_conflict').filter(({ name }) => /\/imports\/\{import\}\//.test(name));
    const cancelled = steps.find(({ name }) => name.endsWith('/cancel'))!;
    expect(await codeOf(ask(cancelled))).toBe('200');
    expect(await surprises(steps, '409 import_conflict', (route) => codeOf(ask(route)))).toEqual([]);
  });

  it('an account that is on its way is left alone', async () => {
    const setStatus = (status: string) =>
      admin.tenancy.control.query(`UPDATE tenant_registry SET status = $1 WHERE slug = 'globex'`, [status]);
    await setStatus('provisioning');
    const inGlobex = (route: Route) => codeOf(ask(route, { parameters: { account: 'globex' } }));
    const asked = naming('account_status_conflict');
    expect(await surprises(asked, '409 account_status_conflict', inGlobex)).toEqual([]);
    await setStatus('active');
  });

  it('there is nothing at what never was', async () => {
    const never = { move: NOBODY, migration: NOBODY, entry_type: 'never_was', session: NOBODY };
    const asked = naming('not_found').filter(({ path }) => /\{(move|migration|entry_type)\}/.test(path) && !path.includes('{account}'));
    expect(await surprises(asked, '404 not_found', (route) => codeOf(ask(route, { parameters: never })))).toEqual([]);
    const moves = named('GET /api/admin/tenant-moves');
    expect(await codeOf(ask(moves, { query: '?account=never-was' }))).toBe('404 account_not_found');
  });

  describe('an Idempotency-Key', () => {
    it.each<[string, unknown, unknown, string?]>([
      ['accounts/{account}/agents', { slug: 'a', name: 'A', system_prompt: 'Help.' }, { slug: 'b', name: 'B', system_prompt: 'Help.' }],
      ['accounts/{account}/agents/{agent}/try', {}, { version: 1 }],
      ['accounts/{account}/agents/{agent}/rollback', { version: 1 }, { version: 2 }],
      ['accounts/{account}/agents/{agent}/publish', undefined, undefined],
      ['accounts/{account}/agents/{agent}/unpublish', undefined, undefined],
      ['accounts/{account}/tokens', { name: 'A', kind: 'sk' }, { name: 'B', kind: 'sk' }],
      ['accounts/{account}/tokens/{token}/roll', { grace: '1h' }, { grace: '1d' }],
      ['accounts/{account}/directory-lists', { slug: 'a', name: 'A', entry_type: 'faq' }, { slug: 'b', name: 'B', entry_type: 'faq' }],
      [
        'accounts/{account}/directory-lists/{list}/entries',
        { name: 'A', data: { question: 'A', answer: 'A' } },
        { name: 'B', data: { question: 'B', answer: 'B' } },
      ],
      [
        'accounts/{account}/directory-lists/{list}/entries/bulk',
        { filter: {}, add_tags: ['a'], dry_run: true },
        { filter: {}, add_tags: ['b'], dry_run: true },
      ],
      ['accounts/{account}/directory-lists/{list}/entries/{entry}/undo', { version: 1 }, { version: 2 }],
      ['accounts/{account}/directory-schemas/{entry_type}/compatibility', OVERLAY, { overlay: {} }],
      ['accounts/{account}/directory-schemas/{entry_type}/overlay/versions', { overlay: {} }, OVERLAY],
      ['accounts/{account}/unanswered/{key}/resolve', { dismiss: true }, { synonym: { list: 'faq', words: ['a', 'b'] } }],
      ['accounts/{account}/directory-lists/{list}/imports', undefined, undefined, '?on_missing=archive'],
      ['directory-schemas/{entry_type}/compatibility', { version: 1 }, { version: 1, accounts: ['acme'] }],
      ['directory-schemas/{entry_type}/versions', () => ({ schema: faq }), () => ({ schema: { ...faq, title: 'Questions' } })],
      ['fleet-migrations', {}, { concurrency: 2 }],
      ['fleet-migrations/{migration}/pause', undefined, undefined],
      ['fleet-migrations/{migration}/resume', undefined, undefined],
    ])('of POST %s is one request’s: another gets 422, and 409 while it runs', async (path, ...[first, second, otherQuery]) => {
      const [body, other] = [first, second].map((given) => (typeof given === 'function' ? (given as () => unknown)() : given));
      const route = named(`POST /api/admin/${path}`);
      const headers = { 'idempotency-key': randomUUID() };
      await admin.send('owner', 'patch', `/accounts/acme/directory-lists/faq/entries/${known['entry']}`, { tags: [randomUUID()] });
      expect((await ask(route, { body, headers })).status).toBeLessThan(300);
      if (other !== undefined || otherQuery)
        expect(await codeOf(ask(route, { body: other, headers, query: otherQuery }))).toBe('422 idempotency_mismatch');
      const [kept] = await admin.tenancy.control.query<{ principal: string; route: string }>(
        'SELECT principal, route FROM idempotency_keys WHERE key = $1',
        [headers['idempotency-key']],
      );
      await admin.tenancy.control.transaction(async (sql) => {
        const lock = JSON.stringify([kept!.principal, kept!.route, headers['idempotency-key']]);
        await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
        expect(await codeOf(ask(route, { body, headers }))).toBe('409 idempotency_in_progress');
      });
    });
  });

  it('mail that cannot be sent is told, and nobody is invited', async () => {
    const invite = named('POST /api/admin/accounts/{account}/members');
    expect(await codeOf(ask(invite))).toBe('503 mail_unavailable');
  });

  it('an account whose database is away answers so on every route that needs it, and no other account', async () => {
    const { address } = admin.tenancy.tenants['globex']!;
    await withClient({ ...admin.tenancy.address, database: 'postgres' }, async (client) => {
      await client.query(`ALTER DATABASE "${address.database}" ALLOW_CONNECTIONS false`);
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [address.database]);
    });
    const globex = { account: 'globex', ...(await othersOf()) };
    const needing = naming('tenant_unavailable').filter(({ path }) => path.includes('{account}'));
    const away = (route: Route) => codeOf(ask(route, { parameters: globex, body: bodyThatIsTaken(route) }));
    expect(await surprises(needing, '503 tenant_unavailable', away)).toEqual([]);
    expect((await ask(named('GET /api/admin/accounts/{account}/agents'))).status).toBe(200);
  });

  it('a process on its way out says so to whoever asks whether it is ready', async () => {
    admin.app.get(ShutdownState).leave();
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
  });

  const newToken = async (more: object = {}) => {
    const { id } = admin.tenancy.tenants['acme']!;
    return (await apiTokens.create(admin.tenancy.control, { tenantId: id, name: 'one of many', kind: 'sk', ...more })).token;
  };
  const callerOf = async ({ path }: Route) => (path.endsWith('/token') ? `Bearer ${await newToken()}` : admin.authorization('root'));
  const othersOf = async () => {
    const [token] = await admin.tenancy.control.query<{ id: string }>(
      `SELECT id FROM api_tokens WHERE tenant_id = $1 ORDER BY id LIMIT 1`,
      [admin.tenancy.tenants['globex']!.id],
    );
    return { token: token!.id };
  };
});

/** The example of a body where that fits what the spec has made, otherwise one that does. */
function bodyThatIsTaken({ name, body }: Route): unknown {
  if (name.endsWith('/entries') || name.includes('/entries/{entry}')) return name.startsWith('POST') && name.endsWith('/undo') ? {} : ENTRY;
  if (name.endsWith('/unanswered/{key}/resolve')) return { dismiss: true };
  if (name.endsWith('/rollback')) return { version: 1 };
  return body;
}

const ENTRY = { name: 'Somebody', data: { question: 'Who?', answer: 'Somebody.' } };

interface DescribedRoute {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

function routesOf({ paths }: object & { readonly paths: object }): Route[] {
  return Object.entries(paths as Record<string, Record<string, DescribedRoute>>).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], requestBody, responses }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      body: requestBody?.content['application/json']?.example,
      query: parameters.filter((each) => each.in === 'query').map(({ name }) => name),
      codes: Object.values(responses).flatMap(({ description }) => description.split(', ')),
    })),
  );
}
