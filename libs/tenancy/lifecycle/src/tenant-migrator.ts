import { migratedAt, oldestCodeOf, writeAuditEvent, type MigrationClass } from '@salient/platform';
import type { TenantRecord } from '@salient/tenancy';
import { setTimeout as wait } from 'node:timers/promises';
import { untilAcknowledged } from './acknowledgements.js';
import { adminAddressOf, type ServerAccess } from './database-servers.js';
import type { LifecycleActor } from './lifecycle-actor.js';
import { withLockRetries } from './lock-retries.js';
import { migrateTenantDatabase, type MigratedSchema } from './schema-fingerprint.js';
import { readTenant, type PlacedTenant } from './tenant-list.js';

/** A tenant whose schema is older than the newest. */
export interface BehindTenant {
  readonly id: string;
  readonly slug: string;
  readonly serverId: string;
}

export interface TenantMigration {
  readonly id: string;
  readonly slug: string;
  /** Names of the migrations that ran. */
  readonly ran: readonly string[];
  /** What went wrong with this tenant; the others went on. */
  readonly error?: unknown;
}

const LOCK_TIMEOUT_MS = 5_000;
/** How long work under way may keep a migration waiting that takes something away from it. */
const LET_GO_MS = 2_000;
/** A move holds a tenant back for five seconds at most. */
const MOVE_MS_MAX = 15_000;
const MOVE_POLL_MS = 100;
/** How often a tenant is followed to where it has moved, or was restored, meanwhile. */
const PLACES_MAX = 3;

/** Brings one tenant after the other to a schema, and records what became of each. */
export class TenantMigrator {
  private readonly newest: string;
  private readonly oldestCode: string | null;

  constructor(
    private readonly access: ServerAccess,
    private readonly schema: readonly MigrationClass[],
    private readonly actor: LifecycleActor,
  ) {
    this.newest = schema.at(-1)!.name;
    this.oldestCode = oldestCodeOf(schema);
  }

  /** The tenants whose schema is older, in the order of their ids; what newer code has migrated is left as it is. */
  behind(): Promise<BehindTenant[]> {
    return this.access.control.query<BehindTenant>(
      `SELECT tenant_id AS id, slug, server_id AS "serverId" FROM tenant_registry
       WHERE status NOT IN ('deleted', 'deleting', 'provisioning') AND (schema_version IS NULL OR right(schema_version, 13)::bigint < $1)
       ORDER BY tenant_id`,
      [migratedAt(this.newest)],
    );
  }

  /** Answers also when it fails; nothing is to be done with one that was deleted meanwhile. @throws Error when it cannot be recorded */
  async migrate({ id, slug }: BehindTenant): Promise<TenantMigration> {
    let error: unknown;
    for (let place = 1; place <= PLACES_MAX; place++) {
      const tenant = await this.settled(id);
      if (!tenant || tenant.status === 'deleting') return { id, slug, ran: [] };
      try {
        return { id, slug, ran: await this.migrateAt(tenant) };
      } catch (thrown) {
        error = thrown;
        const now = await this.settled(id);
        if (now?.address.database === tenant.address.database && now.address.user === tenant.address.user) break;
      }
    }
    await this.access.control.query('UPDATE tenant_registry SET migration_error = $2, migration_failed_at = now() WHERE tenant_id = $1', [
      id,
      (error as Error).message.slice(0, 1_000),
    ]);
    return { id, slug, ran: [], error };
  }

  /** As it is now, and not in the middle of a cut-over: the list is older than its turn. */
  private async settled(id: string): Promise<PlacedTenant | null> {
    for (const deadline = performance.now() + MOVE_MS_MAX; ; await wait(MOVE_POLL_MS)) {
      const tenant = await readTenant(this.access.control, this.access.keyring, id);
      if (tenant?.status !== 'moving' || performance.now() > deadline) return tenant;
    }
  }

  private async migrateAt(tenant: PlacedTenant): Promise<readonly string[]> {
    // A registered address may lead through a transaction pooler, which migrations break.
    const { host, port } = await adminAddressOf(this.access, tenant.serverId);
    const target = { address: { ...tenant.address, host, port }, tenantId: tenant.id, lane: 'operator' } as const;
    await this.refuseOlderCode(tenant);
    const migrated = await withLockRetries(() =>
      migrateTenantDatabase(this.access.brokers, target, this.schema, { lockTimeoutMs: LOCK_TIMEOUT_MS }),
    );
    await this.record(tenant, migrated);
    return migrated.ran;
  }

  /** @throws Error when the tenant has another database by now */
  private async record({ id, address }: TenantRecord, { version, fingerprint, ran }: MigratedSchema): Promise<void> {
    const { control } = this.access;
    const { requestId, ...actor } = this.actor;
    const event = { tenantId: id, actor, action: 'account.migrated', target: { kind: 'account', id }, requestId };
    if (ran.length > 0) await writeAuditEvent(control, { ...event, details: { migrations: ran } });
    const recorded = await control.query(
      `UPDATE tenant_registry SET schema_version = $2, schema_fingerprint = $3, oldest_code = $4, migration_error = NULL, migration_failed_at = NULL
       WHERE tenant_id = $1 AND database_name = $5 RETURNING tenant_id`,
      [id, version, fingerprint, this.oldestCode, address.database],
    );
    if (recorded.length === 0) throw new Error('It was moved or restored while it was migrated.');
  }

  /**
   * Before a schema leaves older code behind, so that this code says so and does not meet what is not there any more. It stays when
   * the migration fails, for some of it may have been done.
   */
  private async refuseOlderCode({ id }: TenantRecord): Promise<void> {
    if (!this.oldestCode) return;
    const [raised] = await this.access.control.query<{ version: string }>(
      `UPDATE tenant_registry SET oldest_code = $2
       WHERE tenant_id = $1 AND (oldest_code IS NULL OR right(oldest_code, 13)::bigint < right($2, 13)::bigint) RETURNING config_version AS version`,
      [id, this.oldestCode],
    );
    // Newer code has nothing to let go of but what it does just now: that does not keep an account from its migration.
    if (raised) await untilAcknowledged(this.access.control, id, Number(raised.version), LET_GO_MS).catch(() => undefined);
  }
}
