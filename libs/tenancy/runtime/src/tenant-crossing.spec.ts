import { ControlChannel, withClient } from '@salient/platform';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import fc from 'fast-check';
import type { PinoLogger } from 'nestjs-pino';
import { EventEmitter } from 'node:events';
import { setImmediate as immediately } from 'node:timers/promises';
import {
  AfterLoad,
  Column,
  Entity,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  type EntityManager,
  type InsertEvent,
  type Relation,
} from 'typeorm';
import { ServerBrokers } from './server-brokers.js';
import { NoCurrentTenant, TenantUnavailable } from './tenancy.errors.js';
import { CONNECTION_DEFAULTS, type TenancyOptions } from './tenancy.options.js';
import { runAsTenant, TenantDb } from './tenant-db.js';
import { TenantHandles } from './tenant-handles.js';
import { TenantRegistry } from './tenant-registry.js';
import { Tenants } from './tenants.js';

@Entity('owners')
class Owner {
  @PrimaryColumn('integer') id!: number;
  @Column('text') name!: string;
  @OneToMany(() => Pet, (pet) => pet.owner, { cascade: true }) pets!: Relation<Pet>[];
  isLoaded = false;
  @AfterLoad() noteLoading() {
    this.isLoaded = true;
  }
}
@Entity('pets')
class Pet {
  @PrimaryColumn('integer') id!: number;
  @Column('text') name!: string;
  @ManyToOne(() => Owner, (owner) => owner.pets) owner!: Relation<Owner>;
}

const SLUGS = ['acme', 'globex', 'initech', 'umbrella'];
const silent = { warn: () => undefined, info: () => undefined } as unknown as PinoLogger;

/** What a tenant does to its row `id`. Every tenant has the same ids. */
type Step = {
  readonly tenant: number;
  readonly id: number;
  readonly kind: 'save' | 'upsert' | 'update' | 'remove' | 'rollBack' | 'nested' | 'read';
};
const step: fc.Arbitrary<Step> = fc.record({
  tenant: fc.integer({ min: 0, max: SLUGS.length - 1 }),
  id: fc.integer({ min: 1, max: 3 }),
  kind: fc.constantFrom('save', 'upsert', 'update', 'remove', 'rollBack', 'nested', 'read'),
});

describe('crossing from one tenant to another', () => {
  let tenancy: TestTenancy;
  let handles: TenantHandles;
  let tenants: Tenants;
  const db = new TenantDb();
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [], entities: [] }, ...SLUGS);
    for (const slug of SLUGS)
      await withClient(tenancy.tenants[slug]!.address, (client) =>
        client.query(`CREATE TABLE owners (id integer PRIMARY KEY, name text NOT NULL);
          CREATE TABLE pets (id integer PRIMARY KEY, name text NOT NULL, "ownerId" integer REFERENCES owners ON DELETE CASCADE)`),
      );
    const options: TenancyOptions = {
      keyring: tenancy.keyring,
      applicationName: 'crossing',
      entities: [Owner, Pet],
      connections: { ...CONNECTION_DEFAULTS, budget: 3 }, // fewer than tenants: connections change hands all the time
      handlesMax: 3,
      idleMs: 60_000,
    };
    handles = new TenantHandles(options, new ServerBrokers(options));
    tenants = new Tenants(
      new TenantRegistry(options, tenancy.control, new ControlChannel(tenancy.address, silent, tenancy.control)),
      handles,
    );
  });
  afterAll(async () => {
    await handles.onApplicationShutdown();
    await tenancy.close();
  });

  const as = <Result>(slug: string, work: () => Promise<Result>): Promise<Result> => tenants.run(tenancy.tenants[slug]!, work);
  const save = (slug: string, id: number, manager?: EntityManager) => {
    const owner = { id, name: `${slug} ${id}`, pets: [{ id, name: `pet of ${slug}` }] };
    return (manager?.getRepository(Owner) ?? db.repository(Owner)).save(owner);
  };
  const perform: Record<Step['kind'], (slug: string, id: number) => Promise<unknown>> = {
    save,
    upsert: (slug, id) => db.repository(Owner).upsert({ id, name: `${slug} ${id}` }, ['id']),
    update: (slug, id) => db.repository(Pet).update({ id }, { name: `pet of ${slug}` }),
    remove: (_slug, id) => db.repository(Owner).delete({ id }),
    rollBack: (slug, id) =>
      db
        .transaction(async (_sql, manager) => {
          await save(slug, id, manager);
          throw new Error('changed my mind');
        })
        .catch(() => undefined),
    nested: (slug, id) => {
      const other = SLUGS.find((one) => one !== slug)!;
      return handles.lend(tenancy.tenants[other]!).then(
        async (lease) => {
          await runAsTenant(lease, () => save(other, id)).finally(lease.release);
          await save(slug, id); // the scope is this tenant's again
        },
        () => undefined, // every handle is lent
      );
    },
    read: (_slug, id) => db.repository(Owner).find({ where: { id }, relations: { pets: true } }),
  };

  it('does not happen by any interleaving of reads, writes, relations, roll-backs and nested scopes on equal keys', async () => {
    const isRefusal = (error: unknown) => error instanceof TenantUnavailable; // more tenants than handles at that moment
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
        const isOf = (slug: string, owners: Owner[]) =>
          owners.every(
            ({ id, name, pets, isLoaded }) => isLoaded && name === `${slug} ${id}` && pets.every((pet) => pet.name === `pet of ${slug}`),
          );
        await Promise.all(
          steps.map(async ({ tenant, id, kind }) => {
            const slug = SLUGS[tenant]!;
            try {
              await as(slug, async () => {
                await perform[kind](slug, id).catch((error: { code?: string }) => {
                  if (!/^(23|40)/.test(error.code ?? '')) throw error; // two of one tenant's own writes met
                });
                const seen = await db.repository(Owner).find({ relations: { pets: true } });
                expect(isOf(slug, seen)).toBe(true);
                expect(await db.query('SELECT tenant_id FROM tenant_identity')).toEqual([{ tenant_id: tenancy.tenants[slug]!.id }]);
              });
            } catch (error) {
              if (!isRefusal(error)) throw error;
            }
          }),
        );
        for (const slug of SLUGS) {
          const rows = await withClient(
            tenancy.tenants[slug]!.address,
            async (client) => (await client.query('SELECT name FROM owners UNION ALL SELECT name FROM pets')).rows,
          );
          for (const { name } of rows as { name: string }[]) expect(name).toContain(slug);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('does not happen through a subscriber: one tenant’s hears nothing of another', async () => {
    await using acme = await handles.lend(tenancy.tenants['acme']!);
    await using globex = await handles.lend(tenancy.tenants['globex']!);
    const heard: string[] = [];
    acme.dataSource.subscribers.push({
      afterInsert: ({ entity, manager }: InsertEvent<Owner>) => void heard.push(entity.name, `${manager.connection === acme.dataSource}`),
    });
    await Promise.all([acme, globex].map((lease, index) => runAsTenant(lease, () => save(['acme', 'globex'][index]!, 50))));
    expect(globex.dataSource.subscribers).toEqual([]);
    expect(heard.filter((one) => one.includes('globex'))).toEqual([]);
    expect(heard).toEqual(expect.arrayContaining(['acme 50', 'true']));
    expect(heard).not.toContain('false');
  });

  it('does not happen where the scope is lost: a callback of nobody is refused, one of a tenant stays its own', async () => {
    const emitter = new EventEmitter();
    const asked = Promise.withResolvers<unknown>();
    emitter.on('ask', () => void db.query('SELECT 1').then(asked.resolve, asked.reject));
    emitter.emit('ask'); // as a listener that a request registered, and that something else calls
    await expect(asked.promise).rejects.toThrow(NoCurrentTenant);
    const late = await as('acme', async () => ({ result: immediately().then(() => db.tenant.slug) }));
    expect(await as('globex', () => late.result)).toBe('acme');
  });

  it('does not happen to a job that is replayed after its account’s name went to another', async () => {
    const job = tenancy.tenants['umbrella']!;
    await tenancy.control.query(`UPDATE tenant_registry SET slug = 'umbrella-old' WHERE slug = 'umbrella'`);
    const heir = await tenancy.provisioner.provision({ slug: 'umbrella', name: 'Another Umbrella' });
    expect(heir.id).not.toBe(job.id);
    const registry = new TenantRegistry(
      { keyring: tenancy.keyring } as TenancyOptions,
      tenancy.control,
      new ControlChannel(tenancy.address, silent, tenancy.control),
    );
    await expect(new Tenants(registry, handles).run(job, () => db.query('SELECT 1'))).rejects.toThrow(TenantUnavailable);
    expect((await new Tenants(registry, handles).findById(job.id)).slug).toBe('umbrella-old');
  });
});
