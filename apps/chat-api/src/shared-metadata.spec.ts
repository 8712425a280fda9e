import { Agent, agentEntities } from '@salient/domain/agents';
import { DirectoryEntry, directoryEntities, DirectoryList } from '@salient/domain/directory';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { silentTypeormLogger, typeormAddress } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { metadataShape, testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import pg from 'pg';
import { DataSource } from 'typeorm';

const entities = [...agentEntities, ...directoryEntities];

describe('The entities of an account, whose metadata all accounts of a process share', () => {
  let tenancy: TestTenancy;
  let plain: DataSource;
  const db = new TenantDb();
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: tenantMigrations, entities }, 'acme', 'globex');
    const address = typeormAddress(tenancy.tenants['acme']!.address);
    const options = { entities, installExtensions: false, logger: silentTypeormLogger };
    plain = await new DataSource({ type: 'postgres', driver: pg, ...address, ...options }).initialize();
  });
  afterAll(async () => {
    await plain.destroy();
    await tenancy.close();
  });

  const sourceOf = (slug: string) => tenancy.run(slug, async () => db.repository(Agent).manager.dataSource);

  it('are to TypeORM what it makes of them by itself, down to the last property', async () => {
    const shape = metadataShape(await sourceOf('acme')) as { name: string }[];
    expect(shape.map(({ name }) => name)).toEqual(entities.map(({ name }) => name));
    expect(shape).toEqual(metadataShape(plain));
  });

  it('are built once for all of them', async () => {
    const [acme, globex] = [await sourceOf('acme'), await sourceOf('globex')];
    expect(acme).not.toBe(globex);
    expect(acme.getMetadata(Agent)).toBe(globex.getMetadata(Agent));
  });

  it.each([Agent, DirectoryList, DirectoryEntry])('fit the migrated tables: %p', async (entity) => {
    for (const slug of ['acme', 'globex']) expect(await tenancy.run(slug, () => db.repository(entity).find({ take: 1 }))).toEqual([]);
  });
});
