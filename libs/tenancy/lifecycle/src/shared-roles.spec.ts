import {
  ControlDatabase,
  createDatabaseIfMissing,
  ensureServiceRoles,
  Keyring,
  migrateControlDatabase,
  withClient,
  type PostgresAddress,
} from '@salient/platform';
import { dropDatabase, TEST_LOGINS, testServer } from '@salient/platform/testing';
import { ServerBrokers } from '@salient/tenancy';
import { randomBytes } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { registerServer, type ServerAccess } from './database-servers.js';
import { TenantMover } from './move/tenant-mover.js';
import { tenantMoves } from './move/tenant-move.store.js';
import { shareTenantRoles } from './shared-roles.js';
import { TenantProvisioner } from './tenant-provisioner.js';
import { TenantRemover, type DeletionReceipt } from './tenant-remover.js';
import { testTenancy, testTenancyOptions, type TestTenancy } from './testing/test-tenants.js';

describe('the logins of the services', () => {
  let tenancy: TestTenancy;
  beforeAll(async () => (tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme')));
  afterAll(() => tenancy.close());

  it('let chat-api into the database of no account by a role of its own: it needs what the registry seals', async () => {
    const { address } = tenancy.tenants['acme']!;
    await expect(withClient({ ...address, ...TEST_LOGINS.chat }, async () => undefined)).rejects.toMatchObject({ code: '42501' });
    await expect(withClient(address, async () => 'in')).resolves.toBe('in');
  });
});

class Notes1799999999960 {
  up = (runner: QueryRunner) => runner.query('CREATE TABLE notes (id integer PRIMARY KEY)');
  down = (runner: QueryRunner) => runner.query('DROP TABLE notes');
}

describe('an operator and admin-api, neither of them a superuser', () => {
  const mark = randomBytes(4).toString('hex');
  const keyring = Keyring.parse(`k1:${randomBytes(32).toString('base64')}`);
  const logins = {
    chat: { user: `chat_${mark}`, password: 'test' },
    admin: { user: `admin_${mark}`, password: 'test' },
  };
  const operator: PostgresAddress = { ...testServer(), user: `operator_${mark}`, password: 'test', database: `spec_control_${mark}` };
  const adminApi: PostgresAddress = { ...operator, ...logins.admin };
  const brokers = new ServerBrokers(testTenancyOptions(keyring));
  const databases: ControlDatabase[] = [];
  const controlOf = (address: PostgresAddress) => {
    const control = new ControlDatabase({ address, connectionsMax: 2, applicationName: 'spec' });
    databases.push(control);
    return control;
  };

  beforeAll(async () => {
    await withClient(testServer(), async (client) => {
      await client.query('REVOKE CONNECT ON DATABASE postgres FROM PUBLIC'); // as "salient migrate" leaves a server
      await client.query(`CREATE ROLE ${operator.user} LOGIN CREATEDB CREATEROLE PASSWORD 'test'`);
      await client.query(`GRANT CONNECT ON DATABASE postgres TO ${operator.user} WITH GRANT OPTION`);
    });
    await createDatabaseIfMissing(operator);
    await migrateControlDatabase(operator);
    await ensureServiceRoles(operator, logins);
  });
  afterAll(async () => {
    await Promise.all(databases.map((control) => control.onApplicationShutdown()));
    await dropDatabase(operator.database);
    await withClient(testServer(), async (client) => {
      await client.query(`REVOKE CONNECT ON DATABASE postgres FROM ${operator.user} CASCADE`); // with what it has passed on
      for (const role of [logins.chat.user, logins.admin.user, operator.user]) {
        await client.query(`REASSIGN OWNED BY ${role} TO CURRENT_USER`);
        await client.query(`DROP OWNED BY ${role}`);
        await client.query(`DROP ROLE ${role}`);
      }
    });
  });

  const accessOf = (admin: PostgresAddress) => ({ control: controlOf(admin), admin, keyring, brokers });
  const provision = (admin: PostgresAddress, slug: string) =>
    new TenantProvisioner({ ...accessOf(admin), migrations: [Notes1799999999960] }).provision({ slug, name: slug });
  const remove = async (admin: PostgresAddress, slug: string) => {
    const access = accessOf(admin);
    await access.control.query(`UPDATE tenant_registry SET status = 'deleting', delete_after = now() WHERE slug = $1`, [slug]);
    const receipts: DeletionReceipt[] = [];
    await new TenantRemover(access).removeDue({ kind: 'system', id: 'spec' }, (receipt) => receipts.push(receipt));
    return receipts;
  };

  /** Whose process ends right after the new database was made, before it could tell anybody. */
  function lostMover(access: ServerAccess & { readonly control: ControlDatabase }): TenantMover {
    const lost = (): Promise<void> => {
      void mover.stop();
      return Promise.reject(new Error('the process is gone'));
    };
    const mover = new TenantMover(access, { migrations: [Notes1799999999960], arrival: 'SELECT 1', share: lost });
    return mover;
  }
  it('each remove an account that the other has made', async () => {
    await provision(operator, 'by-operator');
    await shareTenantRoles(operator, logins.admin.user);
    await provision(adminApi, 'by-admin-api');
    expect(await remove(adminApi, 'by-operator')).toMatchObject([{ slug: 'by-operator' }]);
    expect(await remove(operator, 'by-admin-api')).toMatchObject([{ slug: 'by-admin-api' }]);
  });

  it.each([
    ['an operator has begun', 'admin-api', operator, adminApi],
    ['admin-api has begun', 'an operator', adminApi, operator],
  ])('a move to the first server that %s and left in the middle is finished by %s', async (_begun, _finished, first, second) => {
    const control = controlOf(operator);
    const access = accessOf(operator);
    await registerServer(access, { name: 'other', address: { ...operator, host: 'localhost' }, reservedConnections: 0 });
    await control.query(`UPDATE database_servers SET accepts_tenants = name = 'other'`);
    const slug = `moved-${first.user.slice(0, 5).replace('_', '-')}`;
    const { id } = await provision(operator, slug);
    await control.query('UPDATE database_servers SET accepts_tenants = true');
    await shareTenantRoles(operator, logins.admin.user);
    const partner = first === operator ? logins.admin.user : undefined;
    const mover = lostMover({ ...accessOf(first), partner });
    await mover.start(id, { server: 'default', keepSeconds: 0 }, { kind: 'system', id: 'spec' });
    await mover.work();
    expect(await tenantMoves.page(control, 1, null, id)).toMatchObject([{ status: 'running', step: 'preparing' }]);
    const next = new TenantMover(accessOf(second), { migrations: [Notes1799999999960], arrival: 'SELECT 1' });
    await next.work();
    expect(await tenantMoves.page(control, 1, null, id)).toMatchObject([{ status: 'completed', error: null, to_server: 'default' }]);
    await next.dropFormer();
    expect(await remove(second, slug)).toMatchObject([{ slug }]);
  });
});
