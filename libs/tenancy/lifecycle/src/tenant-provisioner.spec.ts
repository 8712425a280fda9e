import type { QueryRunner } from 'typeorm';
import { withClient } from '@salient/platform';
import { SlugTaken } from './lifecycle.errors.js';
import { migrateTenants } from './tenant-migrations.js';
import { listTenants, TenantProvisioner } from './tenant-provisioner.js';
import { testTenancy, type TestTenancy } from './testing/index.js';

describe('TenantProvisioner', () => {
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
    const { control, address: admin, keyring } = tenancy;
    const broken = new TenantProvisioner({ control, admin, keyring, migrations: [Broken1] });
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
    await expect(migrateTenants(tenancy.control, tenancy.keyring, [])).resolves.toEqual([]);
  });

  it('migrates the other tenants when one of them fails, and says which', async () => {
    await tenancy.control.query(`UPDATE tenant_registry SET schema_version = NULL`);
    await withClient(tenancy.address, (client) => client.query(`ALTER ROLE ${tenant('acme').address.user} NOLOGIN`));
    const results = await migrateTenants(tenancy.control, tenancy.keyring, []);
    await withClient(tenancy.address, (client) => client.query(`ALTER ROLE ${tenant('acme').address.user} LOGIN`));
    expect(results).toEqual([expect.objectContaining({ slug: 'acme', error: expect.any(Error) }), { slug: 'globex', ran: [] }]);
  });
});
