import { Secret, TOTP } from 'otpauth';
import { adminUsers } from '@salient/auth/admin';
import { PASSWORD, startTestAdmin, type TestAdmin } from './testing/test-admin.js';

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const cookieOf = (answer: { headers: Record<string, unknown> }) => (answer.headers['set-cookie'] as string[])[0]!.split(';')[0]!;

describe('signing in, and staying the only one who can', () => {
  let admin: TestAdmin;
  beforeAll(async () => (admin = await startTestAdmin('acme')));
  afterAll(() => admin.close());

  const person = async (name: string) => {
    const email = `${name}@example.com`;
    await adminUsers.put(admin.tenancy.control, { email, password: PASSWORD, platformAdmin: false });
    return email;
  };
  const me = (accessToken: string) => admin.http().get('/api/admin/auth/me').set('authorization', `Bearer ${accessToken}`);
  const refresh = (cookie: string) => admin.http().post('/api/admin/auth/refresh').set('cookie', cookie);
  const post = (path: string, accessToken: string, body?: object) =>
    admin.http().post(`/api/admin/auth/${path}`).set('authorization', `Bearer ${accessToken}`).send(body);

  describe('a new password', () => {
    const ask = (email: string) => admin.http().post('/api/admin/auth/password-reset').send({ email });
    const tokenOf = async (email: string) => /password-reset#token=([\w-]{43})$/m.exec(await admin.mailTo(email))![1]!;
    const use = (token: string, password: string) => admin.http().post(`/api/admin/auth/password-reset/${token}`).send({ password });

    it('is chosen by a mailed link, once, and signs every session out', async () => {
      const email = await person('forgetful');
      const before = await admin.login(email);
      expect((await ask(email)).status).toBe(202);
      const token = await tokenOf(email);
      expect(codeOf(await use(token, 'too short'))).toEqual([400, 'invalid_request']);
      expect((await use(token, 'a quite different password')).status).toBe(204);
      expect(codeOf(await use(token, 'yet another password'))).toEqual([404, 'not_found']);
      expect(codeOf(await me(before.body.access_token))).toEqual([401, 'token_invalid']);
      expect((await refresh(cookieOf(before))).status).toBe(401);
      expect(codeOf(await admin.login(email))).toEqual([401, 'invalid_credentials']);
      expect((await admin.login(email, 'a quite different password')).status).toBe(200);
      expect(await admin.mailTo(email)).toContain('Your password was changed');
    });

    it('is asked for with the same answer when there is no such user', async () => {
      const [known, unknown] = [await ask(await person('known')), await ask('nobody@example.com')];
      expect([unknown.status, unknown.text, unknown.headers['content-type']]).toEqual([
        known.status,
        known.text,
        known.headers['content-type'],
      ]);
      expect(admin.log.join('\n')).not.toContain('Mail to nobody@example.com');
    });

    it('is not had by a link that never was', async () => {
      for (const token of ['x', 'A'.repeat(43), '%00'])
        expect(codeOf(await use(token, 'a quite different password'))).toEqual([404, 'not_found']);
    });
  });

  describe('another password', () => {
    const change = (accessToken: string, current_password: string, password = 'a quite different password') =>
      post('password', accessToken, { current_password, password });

    it('is chosen by whoever knows the one before; this session goes on, every other one ends', async () => {
      const email = await person('thorough');
      const [here, elsewhere] = [await admin.login(email), await admin.login(email)];
      await admin.http().post('/api/admin/auth/password-reset').send({ email });
      const link = /password-reset#token=([\w-]{43})$/m.exec(await admin.mailTo(email))![1]!;
      const changed = await change(here.body.access_token, PASSWORD);
      expect([changed.status, changed.headers['cache-control']]).toEqual([200, 'no-store']);
      expect((await me(changed.body.access_token)).status).toBe(200);
      expect((await refresh(cookieOf(changed))).status).toBe(200);
      for (const former of [here, elsewhere]) {
        expect(codeOf(await me(former.body.access_token))).toEqual([401, 'token_invalid']);
        expect((await refresh(cookieOf(former))).status).toBe(401);
      }
      const byLink = admin.http().post(`/api/admin/auth/password-reset/${link}`).send({ password: 'and one more password' });
      expect(codeOf(await byLink)).toEqual([404, 'not_found']);
      expect(codeOf(await admin.login(email))).toEqual([401, 'invalid_credentials']);
      expect((await admin.login(email, 'a quite different password')).status).toBe(200);
      expect(await admin.mailTo(email)).toContain('Your password was changed');
      const [event] = await admin.tenancy.control.query<{ details: object }>(
        `SELECT e.details FROM audit_events e JOIN admin_users u ON e.target_id = u.id::text
         WHERE u.email = $1 AND e.action = 'admin.password_changed' AND e.actor_id = u.id::text`,
        [email],
      );
      expect(event).toBeDefined();
    });

    it('needs the one before, and is long enough; what is refused changes nothing', async () => {
      const email = await person('borrowed');
      const { access_token: accessToken } = (await admin.login(email)).body;
      const refused = await change(accessToken, 'not this one');
      expect([codeOf(refused), refused.body.errors]).toEqual([
        [400, 'invalid_request'],
        [expect.objectContaining({ pointer: '/current_password', code: 'wrong_password' })],
      ]);
      expect(codeOf(await change(accessToken, PASSWORD, 'too short'))).toEqual([400, 'invalid_request']);
      expect((await me(accessToken)).status).toBe(200);
      expect((await admin.login(email)).status).toBe(200);
    });

    it('lets nobody guess at the one before', async () => {
      const { access_token: accessToken } = (await admin.login(await person('left-open'))).body;
      for (let guess = 0; guess < 10; guess++) expect((await change(accessToken, `guess ${guess}`)).status).toBe(400);
      expect(codeOf(await change(accessToken, PASSWORD))).toEqual([429, 'rate_limited']);
    });
  });

  it('ends every session of somebody at once, wherever it is', async () => {
    const email = await person('traveller');
    const [home, hotel] = [await admin.login(email), await admin.login(email)];
    expect((await post('logout-everywhere', home.body.access_token)).status).toBe(204);
    for (const session of [home, hotel]) {
      expect(codeOf(await me(session.body.access_token))).toEqual([401, 'token_invalid']);
      expect((await refresh(cookieOf(session))).status).toBe(401);
    }
    expect((await me((await admin.login(email)).body.access_token)).status).toBe(200);
  });

  it('ends with the password that an operator replaces, and not with one that is only set again', async () => {
    const email = await person('taken-over');
    const { access_token: accessToken } = (await admin.login(email)).body;
    const set = (password: string) => adminUsers.put(admin.tenancy.control, { email, password, platformAdmin: false });
    await set(PASSWORD);
    expect((await me(accessToken)).status).toBe(200);
    await set('what the operator has chosen');
    expect(codeOf(await me(accessToken))).toEqual([401, 'token_invalid']);
    expect((await admin.login(email, 'what the operator has chosen')).status).toBe(200);
  });

  describe('where somebody is signed in', () => {
    const sessions = async (accessToken: string, query = '') =>
      (await admin.http().get(`/api/admin/auth/sessions${query}`).set('authorization', `Bearer ${accessToken}`)).body;
    const signIn = async (email: string, agent: string) => {
      const answer = await admin.http().post('/api/admin/auth/login').set('user-agent', agent).send({ email, password: PASSWORD });
      return { accessToken: answer.body.access_token as string, cookie: cookieOf(answer) };
    };
    const end = (accessToken: string, id: string) =>
      admin.http().delete(`/api/admin/auth/sessions/${id}`).set('authorization', `Bearer ${accessToken}`);

    it('is shown with the browser, the address and the time of each, the newest first', async () => {
      const email = await person('everywhere');
      const laptop = await signIn(email, 'A laptop');
      const phone = await signIn(email, `A phone ${'x'.repeat(1_000)}`);
      const { data, has_more: hasMore } = await sessions(laptop.accessToken);
      expect([data.length, hasMore]).toEqual([2, false]);
      expect(data[1]).toEqual({
        id: expect.any(String),
        created_at: expect.any(String),
        last_used_at: expect.any(String),
        expires_at: expect.any(String),
        address: '127.0.0.1',
        user_agent: 'A laptop',
        current: true,
      });
      expect([data[0].user_agent.length, data[0].current]).toEqual([500, false]);
      const first = await sessions(phone.accessToken, '?limit=1');
      const second = await sessions(phone.accessToken, `?limit=1&cursor=${first.next_cursor}`);
      expect([...first.data, ...second.data].map(({ id, current }) => [id, current])).toEqual([
        [data[0].id, true],
        [data[1].id, false],
      ]);
    });

    it('stays one row while it is renewed, and tells when and from where that was', async () => {
      const { cookie } = await signIn(await person('long-stay'), 'Before');
      const renewed = await refresh(cookie).set('user-agent', 'After');
      const again = await refresh(cookieOf(renewed)).set('user-agent', 'Later still');
      const { data } = await sessions(again.body.access_token);
      expect(data).toHaveLength(1);
      expect(data[0]).toMatchObject({ user_agent: 'Later still', current: true });
      expect(Date.parse(data[0].last_used_at)).toBeGreaterThan(Date.parse(data[0].created_at));
    });

    it('can be ended there, at once, also twice, and is audited', async () => {
      const email = await person('lost-phone');
      const [here, lost] = [await signIn(email, 'Here'), await signIn(email, 'Lost')];
      const [{ id }] = (await sessions(here.accessToken)).data;
      expect([(await end(here.accessToken, id)).status, (await end(here.accessToken, id)).status]).toEqual([204, 204]);
      expect(codeOf(await me(lost.accessToken))).toEqual([401, 'token_invalid']);
      expect((await refresh(lost.cookie)).status).toBe(401);
      expect((await sessions(here.accessToken)).data).toHaveLength(1);
      expect((await refresh(here.cookie)).status).toBe(200);
      const events = await admin.tenancy.control.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM audit_events e JOIN admin_users u ON e.target_id = u.id::text
         WHERE u.email = $1 AND e.action = 'admin.session_ended' AND e.details ->> 'session' = $2`,
        [email, id],
      );
      expect(events).toEqual([{ count: 1 }]);
    });

    it('is nobody else’s to see or to end', async () => {
      const [mine, theirs] = [await signIn(await person('mine'), 'Mine'), await signIn(await person('theirs'), 'Theirs')];
      const [{ id }] = (await sessions(theirs.accessToken)).data;
      for (const unknown of [id, '01900000-0000-7000-8000-000000000000', 'x', '%00'])
        expect(codeOf(await end(mine.accessToken, unknown))).toEqual([404, 'not_found']);
      expect((await me(theirs.accessToken)).status).toBe(200);
    });

    it('is over with its access token when somebody signs out', async () => {
      const { accessToken, cookie } = await signIn(await person('leaver'), 'A library');
      await admin.http().post('/api/admin/auth/logout').set('cookie', cookie);
      expect(codeOf(await me(accessToken))).toEqual([401, 'token_invalid']);
    });

    it('is over for thief and owner alike when a refresh token is used twice, which the audit tells', async () => {
      const email = await person('robbed');
      const { accessToken, cookie } = await signIn(email, 'Owner');
      const stolen = await refresh(cookie);
      expect((await refresh(cookie)).status).toBe(401);
      for (const token of [accessToken, stolen.body.access_token]) expect(codeOf(await me(token))).toEqual([401, 'token_invalid']);
      const reused = await admin.tenancy.control.query(
        `SELECT e.actor_kind FROM audit_events e JOIN admin_users u ON e.target_id = u.id::text WHERE u.email = $1 AND e.action = 'admin.session_reused'`,
        [email],
      );
      expect(reused).toEqual([{ actor_kind: 'system' }]);
    });

    it('is over, and nobody is called a thief, when its refresh token has only grown too old', async () => {
      const email = await person('forgetful');
      const { cookie } = await signIn(email, 'A drawer');
      await admin.tenancy.control.query(
        'UPDATE refresh_tokens SET expires_at = now() FROM admin_users u WHERE u.id = user_id AND u.email = $1',
        [email],
      );
      expect((await refresh(cookie)).status).toBe(401);
      const reused = await admin.tenancy.control.query(
        `SELECT 1 FROM audit_events e JOIN admin_users u ON e.target_id = u.id::text WHERE u.email = $1 AND e.action = 'admin.session_reused'`,
        [email],
      );
      expect(reused).toEqual([]);
    });

    it('is over although the next token was given out beside its end', async () => {
      const email = await person('racer');
      const { accessToken, cookie } = await signIn(email, 'Racer');
      const renewed = await refresh(cookie);
      // As an end leaves it that did not see yet what the renewal beside it inserted.
      await admin.tenancy.control.query(
        `UPDATE refresh_tokens SET revoked_at = now() WHERE used_at IS NOT NULL AND user_id = (SELECT id FROM admin_users WHERE email = $1)`,
        [email],
      );
      expect((await refresh(cookieOf(renewed))).status).toBe(401);
      for (const token of [accessToken, renewed.body.access_token]) expect(codeOf(await me(token))).toEqual([401, 'token_invalid']);
    });
  });

  describe('the second factor', () => {
    const codesOf = (secret: string) => {
      const totp = new TOTP({ secret: Secret.fromBase32(secret) });
      return (stepsAhead: number) => totp.generate({ timestamp: Date.now() + stepsAhead * 30_000 });
    };
    const enrolled = async (name: string) => {
      const email = await person(name);
      const accessToken: string = (await admin.login(email)).body.access_token;
      const { body } = await post('totp', accessToken);
      const code = codesOf(body.secret);
      const confirmed = await post('totp/confirm', accessToken, { totp: code(-1) });
      return { email, accessToken, code, enrolment: body as { secret: string; otpauth_url: string }, confirmed };
    };

    it('is a code of an authenticator app, taken once', async () => {
      const { email, accessToken, code, enrolment, confirmed } = await enrolled('careful');
      expect(enrolment.otpauth_url).toMatch(/^otpauth:\/\/totp\/Salient:careful%40example\.com\?/);
      expect(confirmed.body.recovery_codes).toHaveLength(10);
      expect((await me(accessToken)).body.totp_enabled).toBe(true);
      expect(codeOf(await admin.login(email))).toEqual([401, 'totp_required']);
      expect(codeOf(await admin.login(email, 'wrong', code(0)))).toEqual([401, 'invalid_credentials']);
      const now = code(0);
      expect((await admin.login(email, PASSWORD, now)).status).toBe(200);
      expect(codeOf(await admin.login(email, PASSWORD, now))).toEqual([401, 'invalid_credentials']);
    });

    it('can be replaced by a recovery code, once each', async () => {
      const { email, confirmed } = await enrolled('unlucky');
      const [first, second] = confirmed.body.recovery_codes as [string, string];
      expect((await admin.login(email, PASSWORD, first)).status).toBe(200);
      expect(codeOf(await admin.login(email, PASSWORD, first))).toEqual([401, 'invalid_credentials']);
      expect((await admin.login(email, PASSWORD, second)).status).toBe(200);
    });

    it('counts only after a first code, and is not replaced while it counts', async () => {
      const email = await person('hasty');
      const accessToken: string = (await admin.login(email)).body.access_token;
      expect(codeOf(await post('totp/confirm', accessToken, { totp: '000000' }))).toEqual([409, 'totp_conflict']);
      const { secret } = (await post('totp', accessToken)).body;
      expect((await admin.login(email)).status).toBe(200);
      expect(codeOf(await post('totp/confirm', accessToken, { totp: codesOf(secret)(50) }))).toEqual([400, 'invalid_request']);
      expect((await post('totp/confirm', accessToken, { totp: codesOf(secret)(0) })).status).toBe(200);
      expect(codeOf(await post('totp', accessToken))).toEqual([409, 'totp_conflict']);
    });

    it('is taken away by its owner, who is told so', async () => {
      const { email, accessToken } = await enrolled('trusting');
      const remove = () => admin.http().delete('/api/admin/auth/totp').set('authorization', `Bearer ${accessToken}`);
      expect([(await remove()).status, (await remove()).status]).toEqual([204, 204]);
      expect(await admin.mailTo(email)).toContain('second factor was taken away');
      expect((await admin.login(email)).status).toBe(200);
    });

    it('is stored sealed', async () => {
      const { email, enrolment } = await enrolled('private');
      const [row] = await admin.tenancy.control.query<{ totp_secret: string }>('SELECT totp_secret FROM admin_users WHERE email = $1', [
        email,
      ]);
      expect(row?.totp_secret).toMatch(/^test:/);
      expect(row?.totp_secret).not.toContain(enrolment.secret);
      expect(admin.log.join('\n')).not.toContain(enrolment.secret);
    });
  });

  describe('guessing', () => {
    it('at one person ends soon, for right and wrong passwords alike, and leaves others alone', async () => {
      const [email, other] = [await person('target'), await person('bystander')];
      const answers = [];
      for (let guess = 0; guess < 11; guess++) answers.push(await admin.login(email.toUpperCase(), `guess ${guess}`));
      expect(answers.slice(0, 10).map(({ status }) => status)).toEqual(Array(10).fill(401));
      expect(codeOf(answers[10]!)).toEqual([429, 'rate_limited']);
      expect(Number(answers[10]!.headers['retry-after'])).toBeGreaterThan(0);
      expect(codeOf(await admin.login(email))).toEqual([429, 'rate_limited']);
      expect((await admin.login(other)).status).toBe(200);
    });

    it('side by side gets no further than one after the other', async () => {
      const email = await person('popular');
      const answers = await Promise.all(Array.from({ length: 20 }, (_none, guess) => admin.login(email, `guess ${guess}`)));
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    });

    it('is not what signing in often looks like', async () => {
      const email = await person('busy');
      for (let time = 0; time < 12; time++) expect((await admin.login(email)).status).toBe(200);
    });
  });
});
