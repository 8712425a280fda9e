import { migratedAt, oldestCodeOf, type MigrationClass, type PostgresAddress, type Sql } from '@salient/platform';
import { serverOf, type TenantRecord } from '@salient/tenancy';
import { untilAcknowledged } from './acknowledgements.js';
import { adminAddressOf, type ServerAccess } from './database-servers.js';
import { withLockRetries } from './lock-retries.js';
import { migrateTenantDatabase } from './schema-fingerprint.js';
import { tenantSchema } from './tenant-identity.migration.js';
import { listTenants } from './tenant-list.js';

export interface TenantMigration {
  readonly id: string;
  readonly slug: string;
  /** Names of the migrations that ran. */
  readonly ran: readonly string[];
  /** What went wrong with this tenant; the others went on. */
  readonly error?: unknown;
}

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
  /** Aborted to begin no other tenant; those under way are finished. */
  readonly signal?: AbortSignal;
}

const LOCK_TIMEOUT_MS = 5_000;
const TRIED_MIN = 10;
/** How long work under way may keep a migration waiting that takes something away from it. */
const LET_GO_MS = 2_000;

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
  const schema = tenantSchema(migrations);
  const behind = await tenantsBehind(access, schema.at(-1)!.name);
  await options.onBegin?.(behind.length);
  const done: TenantMigration[] = [];
  const failed = () => done.filter(({ error }) => error !== undefined).length;
  const migrate = async (tenant: TenantRecord) => {
    const migrated = await migrateTenant(access, tenant, schema);
    done.push(migrated);
    await options.onTenant?.(migrated);
  };
  for (const tenant of behind.slice(0, canaries)) if (!options.signal?.aborted) await migrate(tenant);
  const isHalted = () =>
    options.signal?.aborted ||
    (done.length <= canaries ? failed() > 0 : done.length >= TRIED_MIN && failed() / done.length > haltAtFailureShare);
  const waiting = Object.values(Object.groupBy(behind.slice(canaries), ({ address }) => serverOf(address)));
  const workers = waiting.flatMap((queue) =>
    Array.from({ length: concurrencyPerServer }, async () => {
      while (!isHalted() && queue!.length > 0) await migrate(queue!.shift()!);
    }),
  );
  await Promise.all(workers);
  const tried = new Set(done.map(({ slug }) => slug));
  return { tenants: done, skipped: behind.flatMap(({ slug }) => (tried.has(slug) ? [] : [slug])) };
}

/** With the addresses of their servers themselves: a registered address may lead through a transaction pooler, which migrations break. */
async function tenantsBehind(access: ServerAccess, newest: string): Promise<TenantRecord[]> {
  const rows = await access.control.query<{ tenant_id: string; server_id: string }>(
    `SELECT tenant_id, server_id FROM tenant_registry
     WHERE status NOT IN ('deleted', 'deleting', 'provisioning') AND (schema_version IS NULL OR right(schema_version, 13)::bigint < $1)`,
    [migratedAt(newest)], // what newer code has migrated is left as it is
  );
  if (rows.length === 0) return [];
  const serverIds = new Map(rows.map((row) => [row.tenant_id, row.server_id]));
  const servers = new Map<string, PostgresAddress>();
  for (const id of new Set(serverIds.values())) servers.set(id, await adminAddressOf(access, id));
  return (await listTenants(access.control, access.keyring)).flatMap((tenant) => {
    const server = servers.get(serverIds.get(tenant.id) ?? '');
    return server ? [{ ...tenant, address: { ...tenant.address, host: server.host, port: server.port } }] : [];
  });
}

async function migrateTenant(
  { control, brokers }: ServerAccess,
  tenant: TenantRecord,
  schema: readonly MigrationClass[],
): Promise<TenantMigration> {
  try {
    await refuseOlderCode(control, tenant.id, oldestCodeOf(schema));
    const { ran, version, fingerprint } = await withLockRetries(() =>
      migrateTenantDatabase(brokers, { address: tenant.address, tenantId: tenant.id, lane: 'operator' }, schema, {
        lockTimeoutMs: LOCK_TIMEOUT_MS,
      }),
    );
    await control.query(
      `UPDATE tenant_registry SET schema_version = $2, schema_fingerprint = $3, oldest_code = $4, migration_error = NULL, migration_failed_at = NULL
       WHERE tenant_id = $1`,
      [tenant.id, version, fingerprint, oldestCodeOf(schema)],
    );
    return { id: tenant.id, slug: tenant.slug, ran };
  } catch (error) {
    await control.query('UPDATE tenant_registry SET migration_error = $2, migration_failed_at = now() WHERE tenant_id = $1', [
      tenant.id,
      (error as Error).message.slice(0, 1_000),
    ]);
    return { id: tenant.id, slug: tenant.slug, ran: [], error };
  }
}

/**
 * Before a schema leaves older code behind, so that this code says so and does not meet what is not there any more. It stays when
 * the migration fails, for some of it may have been done.
 */
async function refuseOlderCode(control: Sql, tenantId: string, oldestCode: string | null): Promise<void> {
  if (!oldestCode) return;
  const [raised] = await control.query<{ version: string }>(
    `UPDATE tenant_registry SET oldest_code = $2
     WHERE tenant_id = $1 AND (oldest_code IS NULL OR right(oldest_code, 13)::bigint < right($2, 13)::bigint) RETURNING config_version AS version`,
    [tenantId, oldestCode],
  );
  // Newer code has nothing to let go of but what it does just now: that does not keep an account from its migration.
  if (raised) await untilAcknowledged(control, tenantId, Number(raised.version), LET_GO_MS).catch(() => undefined);
}
