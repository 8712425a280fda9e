import type { MigrationClass } from '@salient/platform';
import type { ServerAccess } from './database-servers.js';
import type { LifecycleActor } from './lifecycle-actor.js';
import { tenantSchema } from './tenant-identity.migration.js';
import { TenantMigrator, type BehindTenant, type TenantMigration } from './tenant-migrator.js';

export interface FleetMigration {
  readonly tenants: readonly TenantMigration[];
  /** Tenants that were not tried, because a canary failed or too many others did. Run it again to go on. */
  readonly skipped: readonly string[];
}

export interface FleetOptions {
  /** How many tenants first, one after the other: when one fails, the others are left alone. */
  readonly canaries?: number;
  /** How many tenants of one server at once. */
  readonly concurrencyPerServer?: number;
  /** The share of failures from which on it stops, once ten tenants were tried. */
  readonly haltAtFailureShare?: number;
  /** Told how many tenants are behind, before the first one. */
  readonly onBegin?: (all: number) => Promise<void>;
  /** Told what became of each tenant. */
  readonly onTenant?: (tenant: TenantMigration) => Promise<void>;
  /** Who migrates, for the audit of each account. */
  readonly actor?: LifecycleActor;
  /** Aborted to begin no other tenant; those under way are finished. */
  readonly signal?: AbortSignal;
}

const MIGRATOR: LifecycleActor = { kind: 'system', id: 'migrator' };
const TRIED_MIN = 10;

/**
 * Brings every tenant's database to the newest schema: a few canaries first, then the others, so many at once on each server.
 *
 * One tenant's failure neither stops the others nor hides: it is in the answer and in the registry, where it stays until a
 * later run succeeds. What a tenant has had is recorded after each one, so a run that was killed is taken up by the next, and
 * tenants that the registry knows to be current are not opened.
 */
export async function migrateTenants(
  access: ServerAccess,
  migrations: readonly MigrationClass[],
  { canaries = 1, concurrencyPerServer = 4, haltAtFailureShare = 0.2, ...options }: FleetOptions = {},
): Promise<FleetMigration> {
  const migrator = new TenantMigrator(access, tenantSchema(migrations), options.actor ?? MIGRATOR);
  const behind = await migrator.behind();
  await options.onBegin?.(behind.length);
  const done: TenantMigration[] = [];
  const failed = () => done.filter(({ error }) => error !== undefined).length;
  let isBroken = false;
  const migrate = async (tenant: BehindTenant) => {
    try {
      const migrated = await migrator.migrate(tenant);
      done.push(migrated);
      await options.onTenant?.(migrated);
    } catch (error) {
      isBroken = true; // nothing can be recorded: the others end where they are
      throw error;
    }
  };
  const isHalted = () =>
    isBroken ||
    options.signal?.aborted ||
    (done.length <= canaries ? failed() > 0 : done.length >= TRIED_MIN && failed() / done.length > haltAtFailureShare);
  for (const canary of behind.slice(0, canaries)) if (!isHalted()) await migrate(canary);
  const waiting = Map.groupBy(behind.slice(canaries), ({ serverId }) => serverId);
  const workers = [...waiting.values()].flatMap((queue) =>
    Array.from({ length: concurrencyPerServer }, async () => {
      while (!isHalted() && queue.length > 0) await migrate(queue.shift()!);
    }),
  );
  await allEnded(workers);
  const tried = new Set(done.map(({ id }) => id));
  return { tenants: done, skipped: behind.flatMap(({ id, slug }) => (tried.has(id) ? [] : [slug])) };
}

/** @throws what the first of them has thrown, when all have ended */
async function allEnded(workers: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(workers);
  await Promise.all(workers);
}
