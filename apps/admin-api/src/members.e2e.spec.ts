import { PASSWORD, startTestAdmin, type TestAdmin } from './testing/test-admin.js';

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const tokenIn = (mail: string) => /#token=([\w-]{43})$/m.exec(mail)![1]!;

describe('the members of an account', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    send = admin.send;
  });
  afterAll(() => admin.close());

  const MEMBERS = '/accounts/acme/members';
  const invite = (email: string, role = 'editor', who = 'owner') => send(who, 'post', MEMBERS, { email, role });
  const linkOf = async (email: string) => `/api/admin/auth/invitations/${tokenIn(await admin.mailTo(email))}`;
  const accept = async (email: string, body: object = { password: PASSWORD }) =>
    admin
      .http()
      .post(await linkOf(email))
      .send(body);
  const memberOf = async (email: string) =>
    (await send('owner', 'get', `${MEMBERS}?limit=100`)).body.data.find((member: { email: string }) => member.email === email);

  it('are invited by a link that makes somebody new a member, once', async () => {
    const invited = await invite('new@example.com');
    expect([invited.status, invited.body]).toEqual([201, expect.objectContaining({ status: 'invited', role: 'editor', name: null })]);
    expect(invited.text).not.toContain(tokenIn(await admin.mailTo('new@example.com')));
    const link = await linkOf('new@example.com');
    expect((await admin.http().get(link)).body).toMatchObject({ email: 'new@example.com', role: 'editor', has_password: false });
    expect(codeOf(await admin.http().post(link).send({ password: 'short' }))).toEqual([400, 'invalid_request']);
    const accepted = await accept('new@example.com', { password: PASSWORD, name: 'Nia New' });
    expect([accepted.status, accepted.body]).toEqual([200, { email: 'new@example.com', account: 'acme' }]);
    expect(codeOf(await admin.http().post(link).send({ password: PASSWORD }))).toEqual([404, 'not_found']);
    expect((await admin.login('new@example.com')).status).toBe(200);
    expect(await memberOf('new@example.com')).toMatchObject({ name: 'Nia New', role: 'editor', status: 'active', expires_at: null });
    const [event] = await admin.tenancy.control.query(`SELECT details FROM audit_events WHERE action = 'member.joined'`);
    expect(event).toMatchObject({ details: { email: 'new@example.com', role: 'editor' } });
  });

  it('who are known already confirm with the password that they have', async () => {
    await send('root', 'post', '/accounts/globex/members', { email: 'viewer@example.com', role: 'viewer' });
    expect(codeOf(await accept('viewer@example.com', { password: 'not the password of this one' }))).toEqual([401, 'invalid_credentials']);
    expect((await accept('viewer@example.com')).status).toBe(200);
    expect((await send('viewer', 'get', '/accounts')).body.data).toHaveLength(2);
  });

  it('are guessed at by nobody who has found their link', async () => {
    await send('root', 'post', '/accounts/globex/members', { email: 'editor@example.com', role: 'viewer' });
    for (let guess = 0; guess < 10; guess++)
      expect(codeOf(await accept('editor@example.com', { password: `guess ${guess}` }))).toEqual([401, 'invalid_credentials']);
    expect(codeOf(await accept('editor@example.com'))).toEqual([429, 'rate_limited']);
  });

  it('keep the secrets of their links out of the log', async () => {
    await invite('quiet@example.com');
    const token = tokenIn(await admin.mailTo('quiet@example.com'));
    await accept('quiet@example.com', { password: 'short' });
    expect(admin.log.filter((line) => line.startsWith('{') && line.includes(token))).toEqual([]);
    expect(admin.log.some((line) => line.includes('/api/admin/auth/invitations/:token'))).toBe(true);
  });

  it('are invited again by a new link, which ends the old one', async () => {
    const first = await invite('twice@example.com');
    const old = await linkOf('twice@example.com');
    expect((await invite('twice@example.com', 'viewer')).body).toMatchObject({ id: first.body.id, role: 'viewer' });
    expect((await admin.http().get(old)).status).toBe(404);
    expect((await accept('twice@example.com')).status).toBe(200);
    expect(codeOf(await invite('Twice@Example.com'))).toEqual([409, 'member_exists']);
  });

  it('are mailed once for one Idempotency-Key', async () => {
    const keyed = (email: string) => invite(email).set('idempotency-key', 'one-invitation');
    const [first, again] = [await keyed('once@example.com'), await keyed('once@example.com')];
    expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
    expect(codeOf(await keyed('other@example.com'))).toEqual([422, 'idempotency_mismatch']);
    expect(admin.log.filter((line) => line.startsWith('Mail to once@example.com'))).toHaveLength(1);
  });

  it('get another role, which holds from their next request on', async () => {
    const { id } = await memberOf('viewer@example.com');
    const tag = (await send('owner', 'get', `${MEMBERS}/${id}`)).headers['etag'] ?? '';
    expect((await send('owner', 'patch', `${MEMBERS}/${id}`, { role: 'admin' })).body.role).toBe('admin');
    expect((await send('viewer', 'get', '/accounts/acme/tokens')).status).toBe(200);
    expect(codeOf(await send('owner', 'patch', `${MEMBERS}/${id}`, { role: 'owner' }).set('if-match', tag))).toEqual([
      412,
      'precondition_failed',
    ]);
    expect((await send('owner', 'patch', `${MEMBERS}/${id}`, { role: 'viewer' })).status).toBe(200);
    expect((await send('viewer', 'get', '/accounts/acme/tokens')).status).toBe(403);
  });

  it('never give, change or take a role above their own', async () => {
    const owner = await memberOf('owner@example.com');
    expect(codeOf(await invite('boss@example.com', 'owner', 'admin'))).toEqual([403, 'forbidden']);
    const { id } = await memberOf('admin@example.com');
    expect(codeOf(await send('admin', 'patch', `${MEMBERS}/${id}`, { role: 'owner' }))).toEqual([403, 'forbidden']);
    expect(codeOf(await send('admin', 'patch', `${MEMBERS}/${owner.id}`, { role: 'viewer' }))).toEqual([403, 'forbidden']);
    expect(codeOf(await send('admin', 'delete', `${MEMBERS}/${owner.id}`))).toEqual([403, 'forbidden']);
  });

  it('include an owner at all times, also when the last two go at once', async () => {
    const owner = await memberOf('owner@example.com');
    expect(codeOf(await send('owner', 'patch', `${MEMBERS}/${owner.id}`, { role: 'admin' }))).toEqual([409, 'last_owner']);
    expect(codeOf(await send('root', 'delete', `${MEMBERS}/${owner.id}`))).toEqual([409, 'last_owner']);
    const second = await memberOf('new@example.com');
    await send('owner', 'patch', `${MEMBERS}/${second.id}`, { role: 'owner' });
    const answers = await Promise.all([owner.id, second.id].map((id) => send('root', 'patch', `${MEMBERS}/${id}`, { role: 'admin' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const { id } of [owner, second]) await send('root', 'patch', `${MEMBERS}/${id}`, { role: 'owner' });
  });

  it('are removed, and invitations taken back', async () => {
    const { id } = await memberOf('twice@example.com');
    expect((await send('owner', 'delete', `${MEMBERS}/${id}`)).status).toBe(204);
    expect(codeOf(await send('owner', 'delete', `${MEMBERS}/${id}`))).toEqual([404, 'not_found']);
    const open = await invite('never@example.com');
    const link = await linkOf('never@example.com');
    expect((await send('owner', 'delete', `${MEMBERS}/${open.body.id}`)).status).toBe(204);
    expect((await admin.http().get(link)).status).toBe(404);
  });

  it('are listed page by page', async () => {
    const { body } = await send('viewer', 'get', `${MEMBERS}?limit=2`);
    expect([body.data.length, body.has_more]).toEqual([2, true]);
    const ids = new Set<string>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { data: { id: string }[]; next_cursor: string | null } = (
        await send('viewer', 'get', `${MEMBERS}?limit=2${cursor && `&cursor=${cursor}`}`)
      ).body;
      for (const { id } of page.data) ids.add(id);
      cursor = page.next_cursor;
    }
    expect(ids.size).toBe((await send('viewer', 'get', `${MEMBERS}?limit=100`)).body.data.length);
  });
});
