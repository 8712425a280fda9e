import { TEST_LOGINS, testControlDatabase, type TestControlDatabase } from '../testing/index.js';
import { migrateDatabase, withClient } from './migrate.js';
import { controlMigrations } from './migrations/index.js';
import { ensureServiceRoles } from './service-roles.js';

const DENIED = { code: '42501' };

describe('the role of a service in the control database', () => {
  let database: TestControlDatabase;
  beforeAll(async () => (database = await testControlDatabase()));
  afterAll(() => database.close());

  const as = (service: keyof typeof TEST_LOGINS, statement: string) =>
    withClient({ ...database.address, ...TEST_LOGINS[service] }, (client) => client.query(statement));
  const tables = async () => {
    const rows = await database.control.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
    return rows.map(({ name }) => name);
  };

  describe('of chat-api', () => {
    const READS = ['tenant_registry', 'api_tokens', 'schema_migrations', 'schema_compatibility'];
    const WORKS_ON = ['service_processes', 'tenant_acknowledgements', 'rate_windows'];

    it('reads accounts and tokens, and no person, invitation, schema or audit', async () => {
      for (const table of await tables()) {
        const reading = as('chat', `SELECT * FROM ${table} LIMIT 1`);
        if ([...READS, ...WORKS_ON].includes(table)) await expect(reading).resolves.toBeDefined();
        else await expect(reading).rejects.toMatchObject(DENIED);
      }
    });

    it('sees where servers are, and not how an administrator opens them', async () => {
      await expect(as('chat', 'SELECT host, port, max_connections FROM database_servers')).resolves.toBeDefined();
      await expect(as('chat', 'SELECT admin_connection FROM database_servers')).rejects.toMatchObject(DENIED);
    });

    it('sees that an account is being moved, and not where to', async () => {
      await expect(as('chat', 'SELECT tenant_id, status, step FROM tenant_moves')).resolves.toBeDefined();
      await expect(as('chat', 'SELECT to_connection FROM tenant_moves')).rejects.toMatchObject(DENIED);
    });

    it('changes nothing of an account or a token but when it was used last', async () => {
      for (const statement of [
        `UPDATE tenant_registry SET connection_string = ''`,
        'DELETE FROM tenant_registry',
        `UPDATE api_tokens SET scopes = '{}'`,
        'UPDATE api_tokens SET revoked_at = NULL',
        'DELETE FROM api_tokens',
        'TRUNCATE rate_windows',
      ])
        await expect(as('chat', statement)).rejects.toMatchObject(DENIED);
      await expect(as('chat', 'UPDATE api_tokens SET last_used_at = now()')).resolves.toBeDefined();
    });

    it('makes no role, no database and no table', async () => {
      for (const statement of ['CREATE ROLE intruder', 'CREATE DATABASE intruder', 'CREATE TABLE intruder ()'])
        await expect(as('chat', statement)).rejects.toMatchObject(DENIED);
    });
  });

  describe('of admin-api', () => {
    it('writes the audit, and neither changes nor deletes what is in it', async () => {
      const event = `INSERT INTO audit_events (id, actor_kind, actor_id, action, target_kind, target_id) VALUES (gen_random_uuid(), 'system', 'spec', 'a', 'b', 'c')`;
      await expect(as('admin', event)).resolves.toMatchObject({ rowCount: 1 });
      await database.control.query('ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only'); // so that rights alone decide
      for (const statement of [`UPDATE audit_events SET action = 'x'`, 'DELETE FROM audit_events', 'TRUNCATE audit_events'])
        await expect(as('admin', statement)).rejects.toMatchObject(DENIED);
      await database.control.query('ALTER TABLE audit_events ENABLE TRIGGER audit_events_append_only');
    });

    it('changes no schema, and says of none that it was migrated', async () => {
      for (const statement of ['CREATE TABLE intruder ()', 'ALTER TABLE admin_users ADD COLUMN x int', 'DELETE FROM schema_migrations'])
        await expect(as('admin', statement)).rejects.toMatchObject(DENIED);
    });

    it('reaches every table that it works on, also of a migration to come', async () => {
      for (const table of await tables()) await expect(as('admin', `SELECT * FROM ${table} LIMIT 1`)).resolves.toBeDefined();
    });
  });

  it('is given again after each migration, and takes no other password unless told to', async () => {
    const { chat, admin } = TEST_LOGINS;
    await migrateDatabase(database.address, controlMigrations);
    await ensureServiceRoles(database.address, { chat: { user: chat.user }, admin: { user: admin.user } });
    await expect(as('chat', 'SELECT 1')).resolves.toBeDefined();
    await expect(as('chat', 'SELECT * FROM admin_users')).rejects.toMatchObject(DENIED);
    const before = await database.control.query('SELECT relname, relacl::text FROM pg_class ORDER BY oid');
    await ensureServiceRoles(database.address, { chat: { user: chat.user }, admin: { user: admin.user } });
    expect(await database.control.query('SELECT relname, relacl::text FROM pg_class ORDER BY oid')).toEqual(before);
  });

  it('opens the maintenance database to admin-api by a right of its own, which stays when everybody else loses theirs', async () => {
    const granted = await database.control.query(
      `SELECT FROM pg_database, aclexplode(datacl) AS granted JOIN pg_roles ON pg_roles.oid = granted.grantee
       WHERE datname = 'postgres' AND privilege_type = 'CONNECT' AND rolname = $1`,
      [TEST_LOGINS.admin.user],
    );
    expect(granted).toHaveLength(1);
  });
});
