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
import { shareTenantRoles } from './shared-roles.js';
import { TenantProvisioner } from './tenant-provisioner.js';
import { TenantRemover } from './tenant-remover.js';
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

  const provision = (admin: PostgresAddress, slug: string) =>
    new TenantProvisioner({ control: controlOf(admin), admin, keyring, brokers, migrations: [] }).provision({ slug, name: slug });
  const remove = async (admin: PostgresAddress, slug: string) => {
    const control = controlOf(admin);
    await control.query(`UPDATE tenant_registry SET status = 'deleting', delete_after = now() WHERE slug = $1`, [slug]);
    return new TenantRemover({ control, admin, keyring, brokers }).removeDue({ kind: 'system', id: 'spec' });
  };

  it('each remove an account that the other has made', async () => {
    await provision(operator, 'by-operator');
    await shareTenantRoles(operator, logins.admin.user);
    await provision(adminApi, 'by-admin-api');
    expect(await remove(adminApi, 'by-operator')).toMatchObject([{ slug: 'by-operator' }]);
    expect(await remove(operator, 'by-admin-api')).toMatchObject([{ slug: 'by-admin-api' }]);
  });
});
