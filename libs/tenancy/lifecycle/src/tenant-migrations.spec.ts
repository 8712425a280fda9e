import { withClient } from '@salient/platform';
import { sealAddress } from '@salient/tenancy';
import type { QueryRunner } from 'typeorm';
import { rotateCredentials } from './credential-rotation.js';
import { migrateTenantDatabase } from './schema-fingerprint.js';
import { asAdministrator, createTenantDatabase, dropTenantDatabase, newTenantAddress, writeIdentity } from './tenant-databases.js';
import { tenantSchema } from './tenant-identity.migration.js';
import { migrateTenants, type FleetOptions } from './tenant-migrations.js';
import { testTenancy, type TestTenancy } from './testing/index.js';

/** Told of each database that it runs in. */
let onNotes: (database: string) => Promise<unknown> = async () => undefined;
class Notes1799999999940 {
  async up(runner: QueryRunner) {
    await runner.query('CREATE TABLE notes (id integer PRIMARY KEY)');
    const [row] = (await runner.query('SELECT current_database() AS name')) as { name: string }[];
    await onNotes(row!.name);
  }
  down = (runner: QueryRunner) => runner.query('DROP TABLE notes');
}

const SPEC = { kind: 'system', id: 'spec' } as const;
const SLUGS = ['one', 'two', 'three', 'four'];

describe('a migration of all accounts', () => {
  let tenancy: TestTenancy;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, ...SLUGS);
  });
  afterAll(() => tenancy.close());
  afterEach(async () => {
    onNotes = async () => undefined;
    const places = await tenancy.control.query<{ database: string }>(
      `UPDATE tenant_registry SET status = 'active', schema_version = $1 RETURNING database_name AS database`,
      [tenantSchema([]).at(-1)!.name],
    );
    for (const { database } of places)
      await withClient(asAdministrator(tenancy.address, database), (client) =>
        client.query(`DROP TABLE IF EXISTS notes; DELETE FROM schema_migrations WHERE name = 'Notes1799999999940'`),
      );
  });

  const migrate = (options: FleetOptions = {}) => migrateTenants(tenancy.access, [Notes1799999999940], options);
  const setStatus = (slug: string, status: string) =>
    tenancy.control.query('UPDATE tenant_registry SET status = $2 WHERE slug = $1', [slug, status]);
  const behind = async () =>
    (
      await tenancy.control.query<{ slug: string }>(
        `SELECT slug FROM tenant_registry WHERE schema_version <> 'Notes1799999999940' ORDER BY tenant_id`,
      )
    ).map(({ slug }) => slug);

  it('meets each account as it is at its turn: with another login, or deleted meanwhile', async () => {
    const { tenants } = await migrate({
      onTenant: async ({ slug }) => {
        if (slug !== 'one') return;
        await rotateCredentials(tenancy.access, tenancy.tenants['two']!.id, SPEC);
        await setStatus('three', 'deleting');
      },
    });
    expect(tenants.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(await behind()).toEqual(['three']);
  });

  it('waits for an account that is held back by a move, and follows it to where it is served from by then', async () => {
    const { id, address } = tenancy.tenants['two']!;
    const elsewhere = newTenantAddress(tenancy.address);
    await createTenantDatabase(tenancy.address, elsewhere);
    await migrateTenantDatabase(tenancy.access.brokers, { address: elsewhere, tenantId: null, lane: 'operator' }, tenantSchema([]));
    await writeIdentity(tenancy.access.brokers, { address: elsewhere, tenantId: null, lane: 'operator' }, id);
    onNotes = async (database) => {
      if (database !== address.database) return;
      await tenancy.control.query(
        `UPDATE tenant_registry SET status = 'moving', database_name = $2, connection_string = $3 WHERE tenant_id = $1`,
        [id, elsewhere.database, sealAddress(tenancy.keyring, id, elsewhere)],
      );
      void tenancy.control.query(`SELECT pg_sleep(0.3)`).then(() => setStatus('two', 'active'));
    };
    const { tenants } = await migrate();
    expect(tenants.find(({ slug }) => slug === 'two')).toEqual({ id, slug: 'two', ran: ['Notes1799999999940'] });
    await expect(withClient(elsewhere, (client) => client.query('SELECT * FROM notes'))).resolves.toMatchObject({ rows: [] });
    expect(await behind()).toEqual([]);
    await dropTenantDatabase(tenancy.address, address.database);
  });

  it('goes no further than the first canary that fails', async () => {
    onNotes = () => Promise.reject(new Error('broken migration'));
    const { tenants, skipped } = await migrate({ canaries: 3 });
    expect([tenants.map(({ slug }) => slug), skipped]).toEqual([['one'], ['two', 'three', 'four']]);
  });

  it('ends everywhere when what has been done cannot be recorded', async () => {
    const told: string[] = [];
    const migrating = migrate({
      canaries: 0,
      concurrencyPerServer: 2,
      onTenant: async ({ slug }) => {
        told.push(slug);
        throw new Error('the control database is away');
      },
    });
    await expect(migrating).rejects.toThrow('is away');
    const left = await behind();
    expect(left.length).toBeGreaterThanOrEqual(2); // of each of the two that were under way, and of no other
    expect(told.length + left.length).toBe(4);
  });

  it('is in the audit of each account that it has changed, and not again when there is nothing to do', async () => {
    await migrate({ actor: { kind: 'system', id: 'ada' } });
    await tenancy.control.query('UPDATE tenant_registry SET schema_version = NULL');
    await migrate({ actor: { kind: 'system', id: 'ada' } });
    const events = await tenancy.control.query(
      `SELECT tenant_id, action, details FROM audit_events WHERE actor_id = 'ada' ORDER BY tenant_id`,
    );
    const ids = Object.values(tenancy.tenants).map(({ id }) => id);
    const details = { migrations: ['Notes1799999999940'] };
    expect(events).toEqual(ids.sort().map((id) => ({ tenant_id: id, action: 'account.migrated', details })));
  });
});
