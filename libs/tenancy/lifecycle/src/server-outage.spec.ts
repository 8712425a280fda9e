import { AccountNotFound, TenantUnavailable } from '@salient/tenancy';
import { accounts } from './account.store.js';
import { DatabasePool } from './database-pool.js';
import { listServers, setAcceptsTenants } from './database-servers.js';
import { TenantRemover, type DeletionReceipt } from './tenant-remover.js';
import { registerSilentServer, testTenancy, type TestTenancy } from './testing/index.js';

const SPEC = { kind: 'system', id: 'spec' } as const;

describe('while one database server does not answer', () => {
  let tenancy: TestTenancy;
  let silent: string;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme', 'globex', 'initech');
    silent = await registerSilentServer(tenancy);
  });
  afterAll(async () => {
    await tenancy.control.query(`UPDATE pooled_databases SET status = 'making', lease_expires_at = now()`);
    await new DatabasePool(tenancy.access, []).fill(0).catch(() => undefined);
    await tenancy.close();
  });

  const serverOf = async (id: string) =>
    (
      await tenancy.control.query<{ name: string }>(
        'SELECT s.name FROM tenant_registry JOIN database_servers s ON s.id = server_id WHERE tenant_id = $1',
        [id],
      )
    )[0]?.name;
  const setServer = (slug: string, change: string) =>
    tenancy.control.query(`UPDATE tenant_registry SET server_id = $2, ${change} WHERE slug = $1`, [slug, silent]);

  it('new accounts come to the emptiest of the others, and nothing of them is left there', async () => {
    const { id } = await tenancy.provisioner.provision({ slug: 'new', name: 'New' });
    expect(await serverOf(id)).toBe('default');
    expect((await listServers(tenancy.control)).map(({ name, tenants }) => [name, tenants])).toEqual([
      ['default', 4],
      ['silent', 0],
    ]);
  });

  it('a new account is refused for now when no other server accepts it, and its slug stays free', async () => {
    await setAcceptsTenants(tenancy.control, 'default', false);
    await expect(tenancy.provisioner.provision({ slug: 'later', name: 'Later' })).rejects.toThrow(TenantUnavailable);
    await setAcceptsTenants(tenancy.control, 'silent', false);
    await expect(tenancy.provisioner.provision({ slug: 'later', name: 'Later' })).rejects.toMatchObject({
      cause: expect.stringContaining('no database server accepts accounts'),
    });
    for (const name of ['default', 'silent']) await setAcceptsTenants(tenancy.control, name, true);
    await expect(setAcceptsTenants(tenancy.control, 'nowhere', true)).rejects.toThrow('no database server "nowhere"');
    await expect(tenancy.provisioner.provision({ slug: 'later', name: 'Later' })).resolves.toMatchObject({ status: 'active' });
  });

  it('databases are made beforehand on the others', async () => {
    const pool = new DatabasePool(tenancy.access, []);
    await expect(pool.fill(2)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await pool.servers()).toMatchObject([
      { server: 'default', ready: 2 },
      { server: 'silent', ready: 0 },
    ]);
    await tenancy.control.query(`UPDATE pooled_databases SET lease_expires_at = now() WHERE server_id = $1`, [silent]); // abandoned there
    await expect(pool.fill(3)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await pool.servers()).toMatchObject([
      { server: 'default', ready: 3 },
      { server: 'silent', ready: 0 },
    ]);
  });

  it('accounts of the others are deleted, and what was abandoned there is removed', async () => {
    await setServer('acme', `status = 'deleting', delete_after = now() - interval '1 hour'`);
    await setServer('initech', `status = 'provisioning', provisioning_until = now() - interval '1 hour'`);
    await tenancy.control.query(`UPDATE tenant_registry SET status = 'deleting', delete_after = now() WHERE slug = 'globex'`);
    await tenancy.control.query(`UPDATE tenant_registry SET status = 'provisioning', provisioning_until = now() WHERE slug = 'later'`);
    const receipts: DeletionReceipt[] = [];
    const removing = new TenantRemover(tenancy.access).removeDue(SPEC, (receipt) => receipts.push(receipt));
    await expect(removing).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(receipts).toMatchObject([{ slug: 'globex' }]);
    await expect(tenancy.provisioner.removeAbandoned()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(accounts.find(tenancy.control, 'later')).rejects.toThrow(AccountNotFound);
    expect(await accounts.find(tenancy.control, 'initech')).toMatchObject({ status: 'provisioning' }); // until its server is back
  });
});
