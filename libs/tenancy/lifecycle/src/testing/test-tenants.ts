import { randomBytes } from 'node:crypto';
import { Keyring, type ControlDatabase, type MigrationClass } from '@salient/platform';
import { pooledAddress, TEST_LOGINS, testControlDatabase, testServer, type TestControlDatabase } from '@salient/platform/testing';
import {
  CONNECTION_DEFAULTS,
  runAsTenant,
  sealAddress,
  ServerBrokers,
  TenantHandles,
  type TenancyOptions,
  type TenantRecord,
} from '@salient/tenancy';
import type { ServerAccess } from '../database-servers.js';
import { shareTenantRoles } from '../shared-roles.js';
import { dropTenantDatabase } from '../tenant-databases.js';
import { TenantProvisioner } from '../tenant-provisioner.js';

export interface TestTenancy extends TestControlDatabase {
  readonly keyring: Keyring;
  /** The keyring as `SALIENT_ENCRYPTION_KEYS` wants it. */
  readonly encryptionKeys: string;
  readonly provisioner: TenantProvisioner;
  /** What the lifecycle's functions need. */
  readonly access: ServerAccess & { readonly control: ControlDatabase };
  /** The tenants named when it was made, by slug. */
  readonly tenants: Readonly<Record<string, TenantRecord>>;
  /** Runs `work` with TenantDb reaching that tenant. */
  run<Result>(slug: string, work: () => Promise<Result>): Promise<Result>;
}

/**
 * A control database and really provisioned tenants for one spec file: call in `beforeAll`, and `close` in `afterAll`.
 *
 *     const tenancy = await testTenancy({ migrations: tenantMigrations, entities: directoryEntities }, 'acme', 'globex');
 *     await tenancy.run('acme', () => lists.create(…));
 */
export async function testTenancy(
  schema: { readonly migrations: readonly MigrationClass[]; readonly entities: TenancyOptions['entities'] },
  ...slugs: string[]
): Promise<TestTenancy> {
  const database = await testControlDatabase();
  const encryptionKeys = `test:${randomBytes(32).toString('base64')}`;
  const keyring = Keyring.parse(encryptionKeys);
  const options = testTenancyOptions(keyring, schema.entities);
  const brokers = new ServerBrokers(options);
  const access = { control: database.control, admin: database.address, keyring, brokers };
  const provisioner = new TenantProvisioner({ ...access, migrations: schema.migrations });
  const tenants: Record<string, TenantRecord> = {};
  for (const slug of slugs) {
    const tenant = await provisioner.provision({ slug, name: slug });
    tenants[slug] = tenant;
    const pooled = sealAddress(keyring, tenant.id, pooledAddress(tenant.address));
    await database.control.query('UPDATE tenant_registry SET connection_string = $2 WHERE tenant_id = $1', [tenant.id, pooled]);
  }
  await shareTenantRoles(database.address, TEST_LOGINS.admin.user);
  const handles = new TenantHandles(options, brokers);
  return {
    ...database,
    keyring,
    encryptionKeys,
    provisioner,
    access,
    tenants,
    async run(slug, work) {
      const tenant = tenants[slug];
      if (!tenant) throw new Error(`testTenancy was made without "${slug}"`);
      await using lease = await handles.lend({ ...tenant, address: pooledAddress(tenant.address) });
      return await runAsTenant(lease, work);
    },
    async close() {
      await handles.onApplicationShutdown();
      await dropTenants(database);
      await database.close();
    },
  };
}

/** Drops every database that the control database knows, also those that the spec itself made. */
async function dropTenants({ control }: TestControlDatabase): Promise<void> {
  const rows = await control.query<{ name: string }>(
    `SELECT database_name AS name FROM tenant_registry UNION SELECT database_name FROM pooled_databases
     UNION SELECT unnest(ARRAY[from_database, to_database]) FROM tenant_moves
     UNION SELECT unnest(array_remove(ARRAY[database_name, former_database], NULL)) FROM tenant_restores`,
  );
  for (const { name } of rows) await dropTenantDatabase(testServer(), name);
}

/** With a budget of connections that no spec exhausts. */
export function testTenancyOptions(keyring: Keyring, entities: TenancyOptions['entities'] = []): TenancyOptions {
  return {
    keyring,
    applicationName: 'spec',
    entities,
    connections: { ...CONNECTION_DEFAULTS, budget: 20 },
    handlesMax: 50,
    idleMs: 60_000,
  };
}
