import { writeAuditEvent, type ControlDatabase, type MigrationClass } from '@salient/platform';
import { isConnectionFailure } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import type { ServerAccess } from './database-servers.js';
import { fleetMigrations, type FleetMigrationEnd, type FleetMigrationRow } from './fleet-migration.store.js';
import type { LifecycleActor } from './lifecycle-actor.js';
import { migrateTenants } from './tenant-migrations.js';
import { tenantSchema } from './tenant-identity.migration.js';

export interface FleetMigrationOptions {
  /** Accounts that go first, one after the other. */
  readonly canaries: number;
  /** Accounts of one server at once. */
  readonly concurrency: number;
}

const RENEW_MS = 1_000;
const MIGRATOR: LifecycleActor = { kind: 'system', id: 'migrator' };

/**
 * Migrates the fleet in the background. What is done is stored account by account, so a migration goes on after a pause, and
 * in another process after a crash; one of them works on it at a time.
 */
export class FleetMigrator {
  private readonly workerId = uuidv7();
  private readonly stopping = new AbortController();
  private working: Promise<void> | null = null;

  constructor(
    private readonly access: ServerAccess & { readonly control: ControlDatabase },
    private readonly migrations: readonly MigrationClass[],
  ) {}

  /** @throws FleetMigrationInProgress */
  async start(options: FleetMigrationOptions, actor: LifecycleActor): Promise<FleetMigrationRow> {
    const target = tenantSchema(this.migrations).at(-1)!.name;
    return this.access.control.transaction(async (sql) => {
      const id = await fleetMigrations.start(sql, { ...options, target }, `${actor.kind}:${actor.id}`);
      await this.audit(sql, 'fleet_migration.started', id, actor, { target, ...options });
      return fleetMigrations.find(sql, id);
    });
  }

  /** Begins no other account, or goes on. @throws FleetMigrationNotFound */
  async setStatus(id: string, status: 'running' | 'paused', actor: LifecycleActor): Promise<FleetMigrationRow> {
    return this.access.control.transaction(async (sql) => {
      const before = await fleetMigrations.find(sql, id);
      await fleetMigrations.setStatus(sql, id, status);
      const after = await fleetMigrations.find(sql, id);
      const action = status === 'paused' ? 'fleet_migration.paused' : 'fleet_migration.resumed';
      if (after.status !== before.status) await this.audit(sql, action, id, actor, {});
      return after;
    });
  }

  /** Works on what there is to do, unless it does so already. Call it now and then. */
  async work(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    this.working ??= this.workOnNext().finally(() => (this.working = null));
    await this.working;
  }

  /** Finishes the accounts under way; another process goes on with the others. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.working?.catch(() => undefined);
  }

  private async workOnNext(): Promise<void> {
    const { control } = this.access;
    const migration = await fleetMigrations.claim(control, this.workerId);
    if (!migration) return;
    const { id, canaries, concurrency } = migration;
    const lost = new AbortController();
    const timer = setInterval(() => {
      fleetMigrations.renew(control, id, this.workerId).then(
        (kept) => kept || lost.abort(),
        () => undefined, // it is tried again before the lease ends
      );
    }, RENEW_MS);
    try {
      const signal = AbortSignal.any([lost.signal, this.stopping.signal]);
      const { tenants, skipped } = await migrateTenants(this.access, this.migrations, {
        canaries,
        concurrencyPerServer: concurrency,
        signal,
        onBegin: (behind) => fleetMigrations.noteTotal(control, id, behind),
        onTenant: async (tenant) => {
          await fleetMigrations.noteTenant(control, id, tenant);
          if (!(await fleetMigrations.renew(control, id, this.workerId))) lost.abort(); // a pause holds before the next account
        },
      });
      const failed = tenants.filter(({ error }) => error !== undefined).length;
      if (signal.aborted && skipped.length > 0) await fleetMigrations.leave(control, id, this.workerId, null);
      else await this.end(id, endOf(failed, skipped.length), { done: tenants.length - failed, failed, left_alone: skipped.length });
    } catch (error) {
      // Without the control database nothing has failed but to record it: it goes on when that is back.
      if (isConnectionFailure(error)) await fleetMigrations.leave(control, id, this.workerId, null);
      else await this.end(id, { status: 'failed', error: (error as Error).message.slice(0, 1_000) }, {});
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  private async end(id: string, end: FleetMigrationEnd, counts: object): Promise<void> {
    await this.access.control.transaction(async (sql) => {
      if (await fleetMigrations.leave(sql, id, this.workerId, end))
        await this.audit(sql, `fleet_migration.${end.status}`, id, MIGRATOR, { ...counts, error: end.error });
    });
  }

  private audit(
    sql: Parameters<typeof writeAuditEvent>[0],
    action: string,
    id: string,
    { requestId, ...actor }: LifecycleActor,
    details: object,
  ) {
    const target = { kind: 'fleet_migration', id };
    return writeAuditEvent(sql, { tenantId: null, actor, action, target, details: { ...details }, requestId });
  }
}

function endOf(failed: number, skipped: number): FleetMigrationEnd {
  if (failed === 0) return { status: 'completed', error: null };
  const rest = skipped === 0 ? '' : `; ${skipped} were left alone because of that`;
  return { status: 'failed', error: `${failed} accounts failed${rest}.` };
}
