import { TokenExpiryWatch } from '@salient/auth/admin';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

const DAY_MS = 86_400_000;
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe('the life of an API token', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    send = admin.send;
  });
  afterAll(() => admin.close());

  const TOKENS = '/accounts/acme/tokens';
  const make = async (fields: object = {}) => {
    const { body } = await send('owner', 'post', TOKENS, { name: 'Website', kind: 'sk', ...fields });
    return { ...(body as { id: string; ref: string; token: string; expires_at: string }), path: `${TOKENS}/${body.id}` };
  };
  const eventsOf = (id: string) =>
    admin.tenancy.control.query<{ action: string; details: Record<string, unknown> }>(
      'SELECT action, details FROM audit_events WHERE target_id = $1 ORDER BY id',
      [id],
    );

  describe('changing one', () => {
    it('keeps what is left out, and is audited with what was before', async () => {
      const { id, path, token } = await make({ allowed_ips: ['10.0.0.0/8'], limits: { turns_per_minute: 5 } });
      const change = {
        name: 'Shop',
        agents: ['info'],
        limits: { concurrent_turns: 2 },
        budget: { amount: '10.00', currency: 'USD', period: 'month' },
      };
      const changed = await send('owner', 'patch', path, change);
      expect(changed.body).toMatchObject({ ...change, allowed_ips: ['10.0.0.0/8'], kind: 'sk', status: 'active' });
      expect((await send('owner', 'get', path)).body).toEqual(changed.body);
      const [, event] = await eventsOf(id);
      expect(event).toMatchObject({
        action: 'token.updated',
        details: { before: { name: 'Website', limits: { turns_per_minute: 5 } }, after: { name: 'Shop' } },
      });
      expect(JSON.stringify(event)).not.toContain(token.slice(-38));
    });

    it('is for whoever has seen it as it is', async () => {
      const { path } = await make();
      const tag = (await send('owner', 'get', path)).headers['etag'] ?? '';
      const rename = (name: string) => send('owner', 'patch', path, { name }).set('if-match', tag);
      expect((await rename('First')).status).toBe(200);
      expect(codeOf(await rename('Second'))).toEqual([412, 'precondition_failed']);
    });

    it.each<[string, object, object, string]>([
      ['its kind', {}, { kind: 'pk' }, 'unknown_field'],
      ['its scopes', {}, { scopes: ['chat:write'] }, 'unknown_field'],
      ['its end to the past', {}, { expires_at: '2020-01-01T00:00:00Z' }, 'invalid_request'],
      ['a page’s token to no origin', { kind: 'pk', allowed_origins: ['https://a.example'] }, { allowed_origins: [] }, 'invalid_request'],
      ['its networks to none', {}, { allowed_ips: ['10.0.0.0/33'] }, 'invalid_request'],
      ['its budget to another currency', {}, { budget: { amount: '1', currency: 'EUR', period: 'day' } }, 'invalid_request'],
    ])('cannot set %s', async (_what, fields, change, code) => {
      const { path } = await make(fields);
      expect(codeOf(await send('owner', 'patch', path, change))).toEqual([400, code]);
    });

    it('is refused for one that was deleted, of another account, or that is none', async () => {
      const { id, path } = await make();
      expect((await send('owner', 'delete', path)).status).toBe(204);
      expect(codeOf(await send('owner', 'patch', path, { name: 'Back' }))).toEqual([409, 'token_not_active']);
      expect(codeOf(await send('root', 'patch', `/accounts/globex/tokens/${id}`, { name: 'x' }))).toEqual([404, 'not_found']);
      expect(codeOf(await send('owner', 'patch', `${TOKENS}/none`, { name: 'x' }))).toEqual([404, 'not_found']);
    });
  });

  describe('rolling one', () => {
    it('answers a token like it, and leaves the old one good until the grace ends', async () => {
      const old = await make({ scopes: ['chat:write'], agents: ['info'], budget: { amount: '5', currency: 'USD', period: 'day' } });
      const rolled = await send('owner', 'post', `${old.path}/roll`, { grace: '1h' });
      expect([rolled.status, rolled.headers['cache-control']]).toEqual([201, 'no-store']);
      expect(rolled.body).toMatchObject({ name: 'Website', scopes: ['chat:write'], agents: ['info'], budget: { amount: '5' } });
      expect(rolled.body.token).toMatch(/^sal_sk_/);
      expect(rolled.body.ref).not.toBe(old.ref);
      expect(Date.parse(rolled.body.expires_at) - Date.now()).toBeGreaterThan(89 * DAY_MS);
      const left = (await send('owner', 'get', old.path)).body;
      expect([left.status, left.expires_soon]).toEqual(['active', true]);
      expect(Date.parse(left.expires_at)).toBeLessThan(Date.now() + 3_600_001);
      const [row] = await admin.tenancy.control.query<{ lineage_id: string }>('SELECT lineage_id FROM api_tokens WHERE id = $1', [
        rolled.body.id,
      ]);
      expect(row?.lineage_id).toBe(old.id);
    });

    it('ends the old one at once without a grace, and cannot be done to it again', async () => {
      const { path } = await make();
      expect((await send('owner', 'post', `${path}/roll`, { grace: '0' })).status).toBe(201);
      expect((await send('owner', 'get', path)).body.status).toBe('revoked');
      expect(codeOf(await send('owner', 'post', `${path}/roll`, { grace: '0' }))).toEqual([409, 'token_not_active']);
    });

    it('happens once for a repeated request, which gets no secret', async () => {
      const { path } = await make();
      const roll = () => send('owner', 'post', `${path}/roll`, { grace: '15m' }).set('idempotency-key', 'roll-once');
      const [first, again] = [await roll(), await roll()];
      const { token, ...shown } = first.body;
      expect(token).toMatch(/^sal_sk_/);
      expect([again.body, again.headers['idempotency-replayed']]).toEqual([shown, 'true']);
    });

    it('knows no token of a name that no database can hold, also when the request may be repeated', async () => {
      const { path } = await make();
      const nul = path.replace(/[^/]+$/, '%00');
      const answer = await send('owner', 'post', `${nul}/roll`, { grace: '0' }).set('idempotency-key', 'nul');
      expect(codeOf(answer)).toEqual([404, 'not_found']);
    });

    it('never makes the old one live longer, and takes no other grace', async () => {
      const soon = new Date(Date.now() + 60_000).toISOString();
      const { path } = await make({ expires_at: soon });
      expect((await send('owner', 'post', `${path}/roll`, { grace: '7d' })).status).toBe(201);
      expect((await send('owner', 'get', path)).body.expires_at).toBe(soon);
      for (const grace of ['2h', '8d', 0, undefined])
        expect(codeOf(await send('owner', 'post', `${path}/roll`, { grace }))).toEqual([400, 'invalid_request']);
    });
  });

  describe('one that ends soon', () => {
    it('is warned of once, in the log and in the audit, and shown so in the list', async () => {
      const watch = admin.app.get(TokenExpiryWatch);
      const { id, ref, path } = await make({ name: 'Ending' });
      await admin.tenancy.control.query(
        `UPDATE api_tokens SET created_at = now() - interval '80 days', expires_at = now() + interval '10 days' WHERE id = $1`,
        [id],
      );
      await Promise.all([watch.sweep(), watch.sweep()]);
      expect((await send('owner', 'get', path)).body).toMatchObject({ status: 'active', expires_soon: true });
      expect((await eventsOf(id)).filter(({ action }) => action === 'token.expires_soon')).toHaveLength(1);
      expect(admin.log.filter((line) => line.includes('token_expires_soon') && line.includes(ref))).toHaveLength(1);
    });

    it('is not warned of when it was made to live no longer, or was deleted', async () => {
      const short = await make({ expires_at: new Date(Date.now() + DAY_MS).toISOString() });
      await admin.app.get(TokenExpiryWatch).sweep();
      expect((await eventsOf(short.id)).map(({ action }) => action)).toEqual(['token.created']);
    });
  });

  describe('its holder', () => {
    const end = (token: string) => admin.http().delete('/api/admin/token').set('authorization', `Bearer ${token}`);

    it('can end it without anybody’s leave, and nothing else by it', async () => {
      const { id, token, path } = await make({ scopes: ['chat:read'] });
      expect(codeOf(await admin.http().get('/api/admin/auth/me').set('authorization', `Bearer ${token}`))).toEqual([401, 'token_invalid']);
      expect((await end(token)).status).toBe(204);
      expect((await send('owner', 'get', path)).body.status).toBe('revoked');
      const [, event] = await admin.tenancy.control.query(
        'SELECT actor_kind, actor_id, action FROM audit_events WHERE target_id = $1 ORDER BY id',
        [id],
      );
      expect(event).toEqual({ actor_kind: 'api_token', actor_id: id, action: 'token.revoked' });
    });

    it('is meant, and no admin', async () => expect(codeOf(await send('owner', 'delete', '/token'))).toEqual([401, 'token_invalid']));
  });

  it('has its own usage', async () => {
    const { path } = await make();
    const { status, body } = await send('owner', 'get', `${path}/usage?bucket=hour&start=2026-01-01&end=2026-01-02`);
    expect([status, body]).toEqual([200, expect.objectContaining({ group_by: null, data: [], bucket: 'hour' })]);
    expect(body.total).toMatchObject({ turns: 0 });
    expect(codeOf(await send('owner', 'get', `${TOKENS}/none/usage`))).toEqual([404, 'not_found']);
  });
});
