import { apiTokens, type NewApiToken } from '@salient/auth/tokens';
import { withClient } from '@salient/platform';
import supertest from 'supertest';
import { agentIn, say } from './testing/said.js';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const at = (time: string) => new Date(`2026-03-${time}Z`);
const PERIOD = 'start=2026-03-01&end=2026-03-10';

describe('the usage of an account', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  let tokenId: string;
  const tokenOf = async (account: string, options: Partial<NewApiToken> = {}) => {
    const tenantId = admin.tenancy.tenants[account]!.id;
    return apiTokens.create(admin.tenancy.control, { tenantId, name: 'Server', kind: 'sk', ...options });
  };
  const usage = async (query: string) => {
    const { status, body } = await send('viewer', 'get', `/accounts/acme/usage?${PERIOD}&${query}`);
    expect(status).toBe(200);
    return body;
  };

  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    send = admin.send;
    tokenId = (await tokenOf('acme')).row.id;
    const { address } = admin.tenancy.tenants['acme']!;
    const [info, sales] = [await agentIn(address, 'info'), await agentIn(address, 'sales')];
    const turn = { question: 'q', answer: 'a', principal: `token:${tokenId}`, model: 'big' };
    const timings = (total: number) => ({ total, first_token: total / 10, tools: 0 });
    await say(address, info, [
      { ...turn, at: at('02T10:05:00'), cost: '0.10000001', timings: timings(100) },
      { ...turn, at: at('02T10:55:00'), cost: '0.2', timings: timings(300) },
      { ...turn, at: at('02T11:00:00'), cost: null, status: 'failed', principal: 'session:x' },
    ]);
    await say(address, sales, [{ question: 'q', answer: 'a', at: at('03T00:00:00') }]);
    await say(address, sales, [{ ...turn, at: at('03T00:00:00'), cost: '9', metadata: { 'salient.preview': 'draft' } }]);
    await say(address, sales, [{ ...turn, at: at('10T00:00:00'), cost: '9' }]);
  });
  afterAll(() => admin.close());

  it('adds up by the day, exactly, and says what is not known', async () => {
    const { data, total, ...period } = await usage('');
    expect(period).toEqual({ start: '2026-03-01T00:00:00.000Z', end: '2026-03-10T00:00:00.000Z', bucket: 'day', group_by: null });
    const cost = { amount: '0.30000001', provider: '0.30000001', estimated: '0.00000000', unknown_turns: 1, currency: 'USD' };
    expect(data).toEqual([
      expect.objectContaining({ start: '2026-03-02T00:00:00.000Z', group: null, turns: 3, failed: 1, cost }),
      expect.objectContaining({ start: '2026-03-03T00:00:00.000Z', turns: 1, failed: 0 }),
    ]);
    expect(total).toMatchObject({ turns: 4, failed: 1, input_tokens: 40, output_tokens: 20, total_tokens: 60, cost });
  });

  it('tells latency and the time to the first token by the hour', async () => {
    const { data } = await usage('bucket=hour&agent=info');
    expect(data.map(({ start, turns, latency_ms: latency }: Record<string, unknown>) => [start, turns, latency])).toEqual([
      ['2026-03-02T10:00:00.000Z', 2, { p50: 100, p95: 300 }],
      ['2026-03-02T11:00:00.000Z', 1, { p50: 100, p95: 100 }],
    ]);
    expect(data[0].first_token_ms).toEqual({ p50: 10, p95: 30 });
  });

  it('is told by agent, by token with its name, and by model', async () => {
    const groups = async (by: string) =>
      (await usage(`group_by=${by}`)).data.map(({ group, turns }: { group: { id: string; label: string }; turns: number }) => [
        group.id,
        group.label,
        turns,
      ]);
    expect(await groups('agent')).toEqual([
      ['info', 'info', 3],
      ['sales', 'sales', 1],
    ]);
    // The visitor's turn belongs to the token that began the conversation; the last one came without any.
    expect(await groups('token')).toEqual([
      [tokenId, 'Server', 3],
      [null, null, 1],
    ]);
    const ofToken = await send('owner', 'get', `/accounts/acme/tokens/${tokenId}/usage?start=2026-03-01&end=2026-03-03`);
    expect([ofToken.body.total.turns, ofToken.body.group_by]).toEqual([3, null]);
    expect(await groups('model')).toEqual([
      ['big', 'big', 3],
      [null, null, 1],
    ]);
  });

  it('leaves previews out unless they are asked for', async () => {
    expect((await usage('previews=true')).total).toMatchObject({ turns: 5, cost: { amount: '9.30000001' } });
  });

  it('counts what summaries of a conversation cost, and does not change when it is erased', async () => {
    const { address } = admin.tenancy.tenants['acme']!;
    const id = await say(address, await agentIn(address, 'info'), [
      { question: 'q', answer: 'a', at: at('05T00:00:00'), cost: '1', principal: `token:${tokenId}`, model: 'big' },
    ]);
    const turns = (await usage('')).total;
    await withClient(address, (client) =>
      client.query(
        `INSERT INTO llm_requests (id, message_id, provider, model, calls, input_tokens, output_tokens, cost_amount, cost_currency, cost_source,
           outcome, duration_ms, purpose, created_at)
         SELECT gen_random_uuid(), id, 'p', 'big', 1, 100, 10, 0.25, 'USD', 'provider', 'completed', 1, 'summary', created_at
         FROM messages WHERE session_id = $1 AND role = 'assistant'`,
        [id],
      ),
    );
    const { total } = await usage('');
    expect([total.turns, total.total_tokens]).toEqual([turns.turns, turns.total_tokens + 110]);
    expect(Number(total.cost.amount)).toBeCloseTo(Number(turns.cost.amount) + 0.25, 8);
    const before = [await usage('group_by=agent'), await usage('group_by=token'), await usage('group_by=model')];
    expect((await send('owner', 'delete', `/accounts/acme/sessions/${id}`)).status).toBe(204);
    expect([await usage('group_by=agent'), await usage('group_by=token'), await usage('group_by=model')]).toEqual(before);
  });

  it.each(['=', '+', '-', '@', '＝'])('is exported as CSV in which no name is a formula (%s)', async (sign) => {
    const { row } = await tokenOf('acme', { name: `${sign}HYPERLINK("x"),` });
    const { address } = admin.tenancy.tenants['acme']!;
    await say(address, await agentIn(address, 'info'), [
      { question: 'q', answer: 'a', at: at('07T00:00:00'), principal: `token:${row.id}` },
    ]);
    const { headers, text } = await send('viewer', 'get', `/accounts/acme/usage/export?start=2026-03-07&end=2026-03-08&group_by=token`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text.split('\r\n')).toContain(
      `2026-03-07T00:00:00.000Z,${row.id},"'${sign}HYPERLINK(""x""),",1,0,10,5,0.00000000,0.00000000,0.00000000,0,100,100,40,40`,
    );
  });

  it('covers the last 30 days unless told otherwise, and refuses periods that are none', async () => {
    const { body } = await send('viewer', 'get', '/accounts/acme/usage');
    expect(Date.parse(body.end) - Date.parse(body.start)).toBe(30 * 86_400_000);
    for (const query of [
      'start=2026-03-02&end=2026-03-01',
      'bucket=hour&start=2026-01-01&end=2026-03-01',
      'bucket=week',
      'start=1899-01-01',
      'x=1',
    ])
      expect((await send('viewer', 'get', `/accounts/acme/usage?${query}`)).status).toBe(400);
  });

  it('is for tokens with usage:read, of their own account and agents alone', async () => {
    const url = await admin.app.getUrl();
    const read = async (token: string, path = '/accounts/acme/usage') =>
      supertest(url).get(`/api/admin${path}?${PERIOD}`).set('authorization', `Bearer ${token}`);
    const { token } = await tokenOf('acme', { scopes: ['usage:read'] });
    expect((await read(token)).body.total.turns).toBeGreaterThan(3);
    expect(codeOf(await read(token, '/accounts/globex/usage'))).toEqual([403, 'account_mismatch']);
    expect(codeOf(await read(token, '/accounts/acme/sessions'))).toEqual([401, 'token_invalid']);
    expect(codeOf(await read((await tokenOf('acme', { scopes: ['chat:read'] })).token))).toEqual([403, 'scope_missing']);
    const bound = await read((await tokenOf('acme', { scopes: ['usage:read'], agents: ['sales'] })).token);
    expect(bound.body.total.turns).toBe(1);
  });
});
