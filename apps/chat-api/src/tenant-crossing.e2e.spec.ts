import { TenantDb } from '@salient/tenancy';
import { startTestService, type TestService } from './testing/test-service.js';

const ACCOUNTS = ['acme', 'globex', 'initech'];
const PAIRS = ACCOUNTS.flatMap((own) => ACCOUNTS.filter((other) => other !== own).map((other) => [own, other] as const));

describe('one account', () => {
  let service: TestService;
  const tokens: Record<string, { sk: string; pk: string }> = {};
  const turns: Record<string, { id: string; session_id: string }> = {};
  beforeAll(async () => {
    service = await startTestService(ACCOUNTS);
    for (const account of ACCOUNTS) {
      const pk = await service.token(account, { kind: 'pk', allowedOrigins: [`https://${account}.example`] });
      tokens[account] = { sk: await service.token(account), pk };
      const secret = `The secret of ${account}`;
      turns[account] = (
        await post(`/accounts/${account}/agents/info/chat`, tokens[account].sk, { message: secret, client_message_id: 'one' })
      ).body;
    }
  });
  afterAll(() => service.close());

  const post = (path: string, token: string, body: object, headers: Record<string, string> = {}) =>
    service
      .http()
      .post(path)
      .set({ authorization: token, ...headers })
      .send(body);
  const get = (path: string, token: string, headers: Record<string, string> = {}) =>
    service
      .http()
      .get(path)
      .set({ authorization: token, ...headers });
  const messages = async () =>
    Promise.all(
      ACCOUNTS.map((account) =>
        service.tenancy.run(account, () => new TenantDb().query('SELECT id, content, status FROM messages ORDER BY id')),
      ),
    );

  describe.each(PAIRS)('(%s) in the database of another (%s)', (own, other) => {
    it.each(['sk', 'pk'] as const)('reaches nothing by path with its %s token', async (kind) => {
      const before = await messages();
      const token = tokens[own]![kind];
      const agent = `/accounts/${other}/agents/info`;
      const attempts = [
        get(`/accounts/${other}/agents`, token),
        get(agent, token),
        post(`${agent}/chat`, token, { message: 'hello' }),
        post(`${agent}/chat`, token, { message: 'hello', stream: true }),
        post(`${agent}/chat`, token, { message: 'hello' }, { 'x-tenant-slug': own }),
        get(`${agent}/stream?message=hello`, token),
        get(`${agent}/stream?turn_id=${turns[other]!.id}`, token),
        get(`${agent}/stream`, token, { 'last-event-id': `${turns[other]!.id}:0` }),
      ];
      for (const answer of await Promise.all(attempts)) {
        expect([answer.status, answer.body.code]).toEqual([403, 'account_mismatch']);
        expect(answer.text).not.toContain('secret');
      }
      expect(await messages()).toEqual(before);
    });

    it('reaches nothing by a header, a session, a turn or a repeated id', async () => {
      const before = await messages();
      const { sk } = tokens[own]!;
      const agent = `/accounts/${own}/agents/info`;
      const header = await get(`/accounts/${own}/agents`, sk, { 'x-tenant-slug': other });
      expect([header.status, header.body.code]).toEqual([403, 'account_mismatch']);
      const session = await post(`${agent}/chat`, sk, { message: 'hello', session_id: turns[other]!.session_id });
      expect([session.status, session.body.code]).toEqual([404, 'session_not_found']);
      const turn = await get(`${agent}/stream?turn_id=${turns[other]!.id}`, sk);
      expect([turn.status, turn.body.code]).toEqual([404, 'turn_not_found']);
      expect(await messages()).toEqual(before);
      const repeated = await post(`${agent}/chat`, sk, { message: `The secret of ${own}`, client_message_id: 'one' });
      expect(repeated.body.id).toBe(turns[own]!.id);
    });
  });

  it.each(ACCOUNTS)('(%s) lets its publishable token begin conversations, and neither continue nor read one', async (account) => {
    const { pk } = tokens[account]!;
    const agent = `/accounts/${account}/agents/info`;
    const begun = await post(`${agent}/chat`, pk, { message: 'hello' });
    expect(begun.status).toBe(200);
    expect(begun.body).not.toHaveProperty('cost');
    const attempts = [
      post(`${agent}/chat`, pk, { message: 'hello', session_id: begun.body.session_id }),
      get(`${agent}/stream?message=hello&session_id=${begun.body.session_id}`, pk),
      get(`${agent}/stream?turn_id=${begun.body.id}`, pk),
      get(`${agent}/stream`, pk, { 'last-event-id': `${begun.body.id}:0` }),
    ];
    for (const answer of await Promise.all(attempts)) expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });
});
