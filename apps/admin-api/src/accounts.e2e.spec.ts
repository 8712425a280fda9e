import { setTimeout as wait } from 'node:timers/promises';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe('accounts', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    send = admin.send;
  });
  afterAll(() => admin.close());

  /** Databases and roles with the name of the account's database. */
  const databasesOf = async (id: string) => {
    const rows = await admin.tenancy.control.query(
      `SELECT 1 FROM tenant_registry JOIN (SELECT datname AS there FROM pg_database UNION ALL SELECT rolname FROM pg_roles) names ON there = database_name
       WHERE tenant_id = $1`,
      [id],
    );
    return rows.length;
  };
  const actionsOf = async (id: string) =>
    (await admin.tenancy.control.query<{ action: string }>('SELECT action FROM audit_events WHERE tenant_id = $1 ORDER BY id', [id])).map(
      ({ action }) => action,
    );
  async function untilGone(id: string): Promise<void> {
    while ((await send('root', 'get', `/accounts/${id}`)).status !== 404) await wait(100);
  }

  describe('creating an account', () => {
    it('provisions a database of its own, once for a repeated request', async () => {
      const create = () => send('root', 'post', '/accounts', { slug: 'initech', name: 'Initech' }).set('idempotency-key', 'k1');
      const first = await create();
      expect([first.status, first.body]).toEqual([
        201,
        expect.objectContaining({ slug: 'initech', name: 'Initech', status: 'active', delete_after: null }),
      ]);
      expect(await databasesOf(first.body.id)).toBe(2);
      const again = await create();
      expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, first.body, 'true']);
      expect(codeOf(await send('root', 'post', '/accounts', { slug: 'other', name: 'Other' }).set('idempotency-key', 'k1'))).toEqual([
        422,
        'idempotency_mismatch',
      ]);
      expect(await actionsOf(first.body.id)).toEqual(['account.provisioned']);
    });

    it.each<[string, object, number, string]>([
      ['a slug that is taken', { slug: 'acme', name: 'Again' }, 409, 'slug_taken'],
      ['no name', { slug: 'x' }, 400, 'invalid_request'],
      ['a slug that is none', { slug: 'X_', name: 'X' }, 400, 'invalid_request'],
      ['a field that is not known', { slug: 'x', name: 'X', plan: 'gold' }, 400, 'unknown_field'],
    ])('refuses %s', async (_what, body, status, code) => {
      expect(codeOf(await send('root', 'post', '/accounts', body))).toEqual([status, code]);
    });

    it('is to be tried again, by the same request, while no database server takes accounts', async () => {
      const setAccepts = (accepts: boolean) => admin.tenancy.control.query('UPDATE database_servers SET accepts_tenants = $1', [accepts]);
      const create = () => send('root', 'post', '/accounts', { slug: 'patient', name: 'Patient' }).set('idempotency-key', 'k2');
      await setAccepts(false);
      const refused = await create();
      await setAccepts(true);
      expect([...codeOf(refused), refused.headers['retry-after']]).toEqual([503, 'tenant_unavailable', '5']);
      expect(refused.text).not.toContain('salient server');
      expect((await create()).status).toBe(201);
    });

    it('is for platform admins', async () => {
      expect(codeOf(await send('owner', 'post', '/accounts', { slug: 'mine', name: 'Mine' }))).toEqual([403, 'forbidden']);
    });
  });

  it('renames an account for whoever has seen it as it is', async () => {
    const read = await send('owner', 'get', '/accounts/acme');
    const rename = (name: string) => send('owner', 'patch', '/accounts/acme', { name }).set('if-match', read.headers['etag'] ?? '');
    expect((await rename('Acme Inc.')).body).toMatchObject({ slug: 'acme', name: 'Acme Inc.' });
    expect(codeOf(await rename('Acme Ltd.'))).toEqual([412, 'precondition_failed']);
    expect(codeOf(await send('owner', 'patch', '/accounts/acme', { slug: 'emca' }))).toEqual([403, 'forbidden']);
    expect(codeOf(await send('root', 'patch', '/accounts/acme', { slug: 'globex' }))).toEqual([409, 'slug_taken']);
    expect(codeOf(await send('viewer', 'patch', '/accounts/acme', { name: 'No' }))).toEqual([403, 'forbidden']);
    expect(codeOf(await send('owner', 'patch', '/accounts/globex', { name: 'No' }))).toEqual([404, 'account_not_found']);
  });

  it('suspends and resumes an account, also when asked twice', async () => {
    const { id } = (await send('root', 'post', '/accounts', { slug: 'umbrella', name: 'Umbrella' })).body;
    for (let time = 0; time < 2; time++) expect((await send('root', 'post', `/accounts/${id}/suspend`)).body.status).toBe('suspended');
    expect(codeOf(await send('root', 'get', `/accounts/${id}/agents`))).toEqual([503, 'tenant_suspended']);
    for (let time = 0; time < 2; time++) expect((await send('root', 'post', `/accounts/${id}/resume`)).body.status).toBe('active');
    expect(await actionsOf(id)).toEqual(['account.provisioned', 'account.suspended', 'account.resumed']);
    expect(codeOf(await send('owner', 'post', '/accounts/acme/suspend'))).toEqual([403, 'forbidden']);
    expect(codeOf(await send('owner', 'post', `/accounts/${id}/suspend`))).toEqual([404, 'account_not_found']);
  });

  it('can have a deleted account back until its grace is over', async () => {
    const { id } = (await send('root', 'post', '/accounts', { slug: 'wayne', name: 'Wayne' })).body;
    const deleted = await send('root', 'delete', `/accounts/${id}?grace=1h`);
    expect([deleted.status, deleted.body.status]).toEqual([202, 'deleting']);
    expect(Date.parse(deleted.body.delete_after)).toBeGreaterThan(Date.now() + 3_000_000);
    expect(codeOf(await send('root', 'post', `/accounts/${id}/suspend`))).toEqual([409, 'account_status_conflict']);
    expect((await send('root', 'post', `/accounts/${id}/resume`)).body).toMatchObject({ status: 'active', delete_after: null });
    expect(codeOf(await send('root', 'delete', `/accounts/${id}?grace=forever`))).toEqual([400, 'invalid_request']);
    expect(codeOf(await send('viewer', 'delete', '/accounts/acme'))).toEqual([403, 'forbidden']);
  });

  it('drops the database of a deleted account, leaves a receipt, and frees its slug', async () => {
    const { id } = (await send('root', 'post', '/accounts', { slug: 'stark', name: 'Stark' })).body;
    expect((await send('root', 'delete', `/accounts/${id}?grace=0`)).status).toBe(202);
    await untilGone(id);
    expect(await databasesOf(id)).toBe(0);
    const [receipt] = await admin.tenancy.control.query<{ details: object }>(
      `SELECT details FROM audit_events WHERE tenant_id = $1 AND action = 'account.deleted'`,
      [id],
    );
    expect(receipt?.details).toMatchObject({ slug: 'stark', bytes: expect.any(Number) });
    const again = await send('root', 'post', '/accounts', { slug: 'stark', name: 'Stark again' });
    expect([again.status, again.body.id === id]).toEqual([201, false]);
  });
});
