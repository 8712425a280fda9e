import { withClient } from '@salient/platform';
import type { QueryRunner } from 'typeorm';
import { DatabasePool } from './database-pool.js';
import { TenantProvisioner } from './tenant-provisioner.js';
import { dropTenantDatabase } from './tenant-databases.js';
import { testTenancy, type TestTenancy } from './testing/index.js';

class Notes1799999999990 {
  up = (runner: QueryRunner) => runner.query('CREATE TABLE notes (id integer PRIMARY KEY)');
  down = (runner: QueryRunner) => runner.query('DROP TABLE notes');
}
class Broken1799999999991 {
  up = () => Promise.reject(new Error('broken migration'));
  down = () => Promise.resolve();
}

describe('databases made beforehand', () => {
  let tenancy: TestTenancy;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, 'acme');
  });
  afterEach(() =>
    tenancy.control.query(`UPDATE pooled_databases SET status = 'making', lease_expires_at = now()`).then(() => poolOf([]).fill(0)),
  );
  afterAll(() => tenancy.close());

  const access = () => tenancy.access;
  const poolOf = (migrations: ConstructorParameters<typeof DatabasePool>[1]) => new DatabasePool(access(), migrations);
  const namesOf = async (table: 'pooled_databases' | 'tenant_registry') =>
    (await tenancy.control.query<{ name: string }>(`SELECT database_name AS name FROM ${table} ORDER BY 1`)).map(({ name }) => name);
  const databasesThere = async () =>
    (
      await tenancy.control.query<{ name: string }>(
        `SELECT datname AS name FROM pg_database WHERE datname IN (SELECT database_name FROM tenant_registry UNION SELECT database_name FROM pooled_databases)`,
      )
    ).length;

  it('wait as many as asked for, closed to everybody else, whoever fills the pool at the same time', async () => {
    const made = await Promise.all([poolOf([]).fill(3), poolOf([]).fill(3)]);
    expect(made[0]! + made[1]!).toBe(3);
    expect(await poolOf([]).fill(3)).toBe(0);
    expect(await poolOf([]).servers()).toEqual([{ server: 'default', ready: 3, making: 0 }]);
    const { address } = tenancy.tenants['acme']!;
    for (const database of await namesOf('pooled_databases'))
      await expect(withClient({ ...address, database }, (client) => client.query('SELECT 1'))).rejects.toMatchObject({ code: '42501' });
  });

  it('are given to one account each, though many come at once; who comes later gets a new one', async () => {
    await poolOf([]).fill(3);
    const pooled = await namesOf('pooled_databases');
    const tenants = await Promise.all([1, 2, 3, 4, 5].map((n) => tenancy.provisioner.provision({ slug: `new-${n}`, name: 'New' })));
    const given = tenants.map(({ address }) => address.database);
    expect(new Set(given).size).toBe(5);
    expect(given.filter((name) => pooled.includes(name)).sort()).toEqual(pooled);
    expect(await namesOf('pooled_databases')).toEqual([]);
    for (const { id, address } of tenants) {
      const { rows } = await withClient(address, (client) => client.query('SELECT tenant_id FROM tenant_identity'));
      expect(rows).toEqual([{ tenant_id: id }]);
    }
  });

  it('are passed over and forgotten when they are not there, or are somebody else’s, as after a restore of the control database', async () => {
    await poolOf([]).fill(4);
    const [dropped, closed, foreign, good] = await namesOf('pooled_databases');
    const acme = tenancy.tenants['acme']!;
    await withClient(tenancy.address, async (client) => {
      await client.query(`DROP DATABASE ${dropped}`);
      await client.query(`ALTER ROLE ${closed} PASSWORD 'another'`);
    });
    await withClient({ ...tenancy.address, database: foreign! }, (client) =>
      client.query(`INSERT INTO tenant_identity (tenant_id) VALUES ('${acme.id}')`),
    );
    const tenant = await tenancy.provisioner.provision({ slug: 'passed', name: 'Passed' });
    expect([tenant.address.database, await namesOf('pooled_databases')]).toEqual([good, []]);
    const identity = await withClient({ ...tenancy.address, database: foreign! }, (client) =>
      client.query('SELECT * FROM tenant_identity'),
    );
    expect(identity.rows).toMatchObject([{ tenant_id: acme.id }]); // it was not dropped
    await poolOf([]).fill(1);
    const [last] = await namesOf('pooled_databases');
    await withClient(tenancy.address, (client) => client.query(`DROP DATABASE ${last}`));
    const made = await tenancy.provisioner.provision({ slug: 'made', name: 'Made' });
    expect(made.address.database).not.toBe(last);
    for (const name of [dropped, closed, foreign, last]) await dropTenantDatabase(tenancy.address, name!);
  });

  it('stay in the pool when the slug is taken', async () => {
    await poolOf([]).fill(1);
    await expect(tenancy.provisioner.provision({ slug: 'acme', name: 'Again' })).rejects.toThrow('taken');
    expect(await poolOf([]).servers()).toEqual([{ server: 'default', ready: 1, making: 0 }]);
  });

  it('are brought to the newest schema, and given away at no other', async () => {
    await poolOf([]).fill(1);
    const provisioner = new TenantProvisioner({ ...access(), migrations: [Notes1799999999990] });
    const [pooled] = await namesOf('pooled_databases');
    expect((await provisioner.provision({ slug: 'newer', name: 'Newer' })).address.database).not.toBe(pooled);
    expect(await poolOf([Notes1799999999990]).migrate()).toBe(1);
    const tenant = await provisioner.provision({ slug: 'newest', name: 'Newest' });
    expect(tenant.address.database).toBe(pooled);
    await expect(withClient(tenant.address, (client) => client.query('SELECT * FROM notes'))).resolves.toMatchObject({ rows: [] });
  });

  it('leave nothing behind when one cannot be made', async () => {
    const before = await databasesThere();
    await expect(poolOf([Broken1799999999991]).fill(1)).rejects.toThrow('broken migration');
    expect([await databasesThere(), await namesOf('pooled_databases')]).toEqual([before, []]);
  });

  it('leave nothing behind of a process that was lost, neither in the pool nor of an account', async () => {
    await poolOf([]).fill(1);
    const { id, address } = await tenancy.provisioner.provision({ slug: 'lost', name: 'Lost' });
    await poolOf([]).fill(1);
    const databases = await databasesThere();
    await tenancy.control.query(`UPDATE pooled_databases SET status = 'making', lease_expires_at = now() + interval '1 minute'`);
    await tenancy.control.query(
      `UPDATE tenant_registry SET status = 'provisioning', provisioning_until = now() + interval '1 minute' WHERE tenant_id = $1`,
      [id],
    );
    await Promise.all([poolOf([]).fill(0), tenancy.provisioner.removeAbandoned()]);
    expect(await databasesThere()).toBe(databases); // their processes may still be at it
    await tenancy.control.query(`UPDATE pooled_databases SET lease_expires_at = now()`);
    await tenancy.control.query(`UPDATE tenant_registry SET provisioning_until = now() WHERE tenant_id = $1`, [id]);
    await Promise.all([poolOf([]).fill(0), tenancy.provisioner.removeAbandoned(), tenancy.provisioner.removeAbandoned()]);
    expect(await databasesThere()).toBe(databases - 2);
    expect(await tenancy.control.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [address.user])).toEqual([]);
    await expect(tenancy.provisioner.provision({ slug: 'lost', name: 'Found' })).resolves.toMatchObject({ status: 'active' });
  });
});
