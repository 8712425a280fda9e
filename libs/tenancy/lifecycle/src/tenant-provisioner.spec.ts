import { Keyring, withClient } from '@salient/platform';
import { randomBytes } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { listServers, registerServer } from './database-servers.js';
import { resealConnections } from './key-rotation.js';
import { SlugTaken } from './lifecycle.errors.js';
import { findDrift } from './schema-fingerprint.js';
import { listTenants } from './tenant-list.js';
import { migrateTenants } from './tenant-migrations.js';
import { TenantProvisioner } from './tenant-provisioner.js';
import { testTenancy, type TestTenancy } from './testing/index.js';

/** Clients of the database that the statement runs in, and the migration lock if its own connection holds it. */
const CONNECTIONS = `
  SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend') AS connections,
    (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted) AS locks`;

describe('TenantProvisioner', () => {
  const access = () => tenancy.access;
  let tenancy: TestTenancy;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme', 'globex');
  });
  afterAll(() => tenancy.close());

  const tenant = (slug: string) => tenancy.tenants[slug]!;

  it('gives an account a migrated database that knows whose it is', async () => {
    const { id, address } = tenant('acme');
    const { rows } = await withClient(address, (client) => client.query('SELECT tenant_id FROM tenant_identity'));
    expect(rows).toEqual([{ tenant_id: id }]);
  });

  it('lets the role of an account into no database but its own', async () => {
    const acme = tenant('acme').address;
    for (const database of [tenant('globex').address.database, tenancy.address.database]) {
      await expect(withClient({ ...acme, database }, (client) => client.query('SELECT 1'))).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('keeps no connection string that can be read in the registry', async () => {
    const [row] = await tenancy.control.query<{ connection_string: string }>(
      'SELECT connection_string FROM tenant_registry WHERE slug = $1',
      ['acme'],
    );
    const { password, user } = tenant('acme').address;
    expect(row?.connection_string).toMatch(/^test:[A-Za-z0-9+/=]+$/);
    expect(Buffer.from(row!.connection_string.slice(5), 'base64').toString('latin1')).not.toMatch(new RegExp(`${password}|${user}`));
  });

  it('notices when the connection strings of two accounts were swapped', async () => {
    const swap = () =>
      tenancy.control.query(
        `UPDATE tenant_registry a SET connection_string = b.connection_string FROM tenant_registry b WHERE a.slug IN ('acme', 'globex') AND b.slug IN ('acme', 'globex') AND a.slug <> b.slug`,
      );
    await swap();
    await expect(listTenants(tenancy.control, tenancy.keyring)).rejects.toThrow('does not open this value');
    await swap();
    await expect(listTenants(tenancy.control, tenancy.keyring)).resolves.toHaveLength(2);
  });

  it('refuses a slug that is taken and leaves its account alone', async () => {
    await expect(tenancy.provisioner.provision({ slug: 'acme', name: 'Another Acme' })).rejects.toThrow(SlugTaken);
    await expect(listTenants(tenancy.control, tenancy.keyring)).resolves.toHaveLength(2);
  });

  it('leaves neither database, role nor row behind when a step fails', async () => {
    let database = '';
    class Broken1 {
      async up(runner: QueryRunner) {
        const [row] = (await runner.query('SELECT current_database() AS database')) as { database: string }[];
        database = row!.database;
        throw new Error('broken migration');
      }
      down = () => Promise.resolve();
    }
    Object.defineProperty(Broken1, 'name', { value: 'Broken1799999999999' });
    const { control } = tenancy;
    const broken = new TenantProvisioner({ ...tenancy.access, migrations: [Broken1] });
    await expect(broken.provision({ slug: 'initech', name: 'Initech' })).rejects.toThrow('broken migration');
    expect(database).toMatch(/^salient_tenant_/);
    expect(
      await control.query('SELECT datname FROM pg_database WHERE datname = $1 UNION ALL SELECT rolname FROM pg_roles WHERE rolname = $1', [
        database,
      ]),
    ).toEqual([]);
    expect(await control.query('SELECT 1 FROM tenant_registry WHERE slug = $1', ['initech'])).toEqual([]);
  });

  it('opens no tenant database when every schema is current', async () => {
    await expect(migrateTenants(access(), [])).resolves.toEqual({ tenants: [], skipped: [] });
  });

  it('migrates the other tenants when one of them fails, says which, and takes it up the next time', async () => {
    await tenancy.control.query(`UPDATE tenant_registry SET schema_version = NULL`);
    await withClient(tenancy.address, (client) => client.query(`ALTER ROLE ${tenant('acme').address.user} NOLOGIN`));
    const { tenants } = await migrateTenants(access(), [], { canaries: 0 });
    await withClient(tenancy.address, (client) => client.query(`ALTER ROLE ${tenant('acme').address.user} LOGIN`));
    expect(tenants.toSorted((left, right) => left.slug.localeCompare(right.slug))).toEqual([
      { id: tenant('acme').id, slug: 'acme', ran: [], error: expect.any(Error) },
      { id: tenant('globex').id, slug: 'globex', ran: [] },
    ]);
    const failures = () => tenancy.control.query('SELECT slug, migration_error FROM tenant_registry WHERE migration_error IS NOT NULL');
    expect(await failures()).toEqual([{ slug: 'acme', migration_error: expect.stringContaining('not permitted to log in') }]);
    expect((await migrateTenants(access(), [])).tenants).toEqual([{ id: tenant('acme').id, slug: 'acme', ran: [] }]);
    expect(await failures()).toEqual([]);
  });

  it('leaves all others alone when a canary fails', async () => {
    class Broken1799999999999 {
      up = () => Promise.reject(new Error('broken migration'));
      down = () => Promise.resolve();
    }
    const { tenants, skipped } = await migrateTenants(access(), [Broken1799999999999], { canaries: 1 });
    expect([tenants.length, skipped.length]).toEqual([1, 1]);
    expect(tenants[0]!.error).toBeInstanceOf(Error);
    expect((await migrateTenants(access(), [])).skipped).toEqual([]);
  });

  it('migrates an account over one connection, the one that keeps other migrations away', async () => {
    const seen: unknown[] = [];
    class Counting1799999999997 {
      up = async (runner: QueryRunner) => seen.push(...((await runner.query(CONNECTIONS)) as unknown[]));
      down = () => Promise.resolve();
    }
    await migrateTenants(access(), [Counting1799999999997], { canaries: 0 });
    expect(seen).toEqual(Array(2).fill({ connections: 1, locks: 1 }));
  });

  it('gives up on a lock that running work holds, and tries again', async () => {
    class Locked1799999999998 {
      up = (runner: QueryRunner) => runner.query('ALTER TABLE tenant_identity ADD COLUMN extra text');
      down = (runner: QueryRunner) => runner.query('ALTER TABLE tenant_identity DROP COLUMN extra');
    }
    await withClient(tenant('acme').address, async (client) => {
      await client.query('BEGIN; LOCK TABLE tenant_identity IN ACCESS SHARE MODE');
      const migrating = migrateTenants(access(), [Locked1799999999998], { canaries: 0 });
      await client.query('SELECT pg_sleep(0.2); COMMIT');
      expect((await migrating).tenants.map(({ error }) => error)).toEqual([undefined, undefined]);
    });
  });

  it('finds a schema that somebody changed by hand', async () => {
    expect(await findDrift(access())).toEqual([]);
    await withClient(tenant('globex').address, (client) => client.query('CREATE TABLE by_hand (id integer)'));
    expect(await findDrift(access())).toEqual([{ slug: 'globex', expected: expect.any(String), found: expect.any(String) }]);
    await withClient(tenant('globex').address, (client) => client.query('DROP TABLE by_hand'));
  });

  it('puts a new tenant on the emptiest server, and reaches it there', async () => {
    const { port } = tenancy.address;
    await registerServer(access(), {
      name: 'second',
      address: { ...tenancy.address, host: 'localhost', port, database: 'postgres' },
      reservedConnections: 0,
    });
    const placed = await tenancy.provisioner.provision({ slug: 'elsewhere', name: 'Elsewhere' });
    expect(placed.address.host).toBe('localhost');
    expect((await listServers(tenancy.control)).map(({ name, tenants }) => [name, tenants])).toEqual([
      ['default', 2],
      ['second', 1],
    ]);
    await tenancy.control.query(`UPDATE database_servers SET accepts_tenants = false WHERE name = 'second'`);
    expect((await tenancy.provisioner.provision({ slug: 'back', name: 'Back' })).address.host).toBe(tenancy.address.host);
  });

  it('writes connection strings anew with the newest key, so that the old one can go', async () => {
    const [old] = tenancy.encryptionKeys.split(',');
    const newest = `next:${randomBytes(32).toString('base64')}`;
    const both = Keyring.parse(`${newest},${old}`);
    const rows = (await tenancy.control.query(`SELECT 1 FROM tenant_registry WHERE status <> 'deleted'`)).length;
    expect(await resealConnections({ ...access(), keyring: both })).toBeGreaterThanOrEqual(rows);
    expect(await resealConnections({ ...access(), keyring: both })).toBe(0);
    const tenants = await listTenants(tenancy.control, Keyring.parse(newest));
    const { database, password } = tenant('acme').address;
    expect(tenants.find(({ slug }) => slug === 'acme')?.address).toMatchObject({ database, password });
    await resealConnections({ ...access(), keyring: Keyring.parse(`${old},${newest}`) });
  });
});
