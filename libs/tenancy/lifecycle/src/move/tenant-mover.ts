import { writeAuditEvent, type ControlDatabase, type MigrationClass, type Sql } from '@salient/platform';
import { AccountNotFound, sealAddress } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { adminAddressOf, type ServerAccess } from '../database-servers.js';
import type { LifecycleActor } from '../lifecycle-actor.js';
import { AccountStatusConflict, MoveConflict } from '../lifecycle.errors.js';
import { oneByOne } from '../one-by-one.js';
import { dropTenantDatabase, newTenantAddress, sizeOfDatabase } from '../tenant-databases.js';
import { tenantSchema } from '../tenant-identity.migration.js';
import { MoveHandedOver, MoveRun } from './move-run.js';
import { tenantMoves, type ClaimedMove, type FormerDatabase, type TenantMoveRow } from './tenant-move.store.js';

export interface TenantMoverOptions {
  readonly migrations: readonly MigrationClass[];
  /** SQL that a database is told when its account begins to be served from it. */
  readonly arrival: string;
  /** Lets other processes, which may have another login, go on with a database that was made. */
  readonly share?: () => Promise<void>;
  /** The longest that requests of an account are held back, in milliseconds. */
  readonly pauseMs?: number;
}

export interface NewMove {
  /** Name of the server to move to. */
  readonly server: string;
  /** How long the former database is kept after the move. */
  readonly keepSeconds: number;
}

/** Requests wait for ten seconds; the rest is for processes that hear of the end late. */
export const MOVE_PAUSE_MS = 5_000;

const RENEW_MS = 1_000;
/** Moves that one process works on at the same time. */
const AT_ONCE = 4;
const MOVER: LifecycleActor = { kind: 'system', id: 'mover' };

class MoveCancelled extends Error {
  override readonly name = 'MoveCancelled';
}

/**
 * Moves accounts to other database servers while they are served. A move is a row that a process takes with a lease, so it
 * goes on in another process after a crash, from the step that it was in; what fails before the cut-over is undone.
 */
export class TenantMover {
  private readonly stopping = new AbortController();
  private readonly working = new Set<Promise<void>>();
  private readonly schema: readonly MigrationClass[];

  constructor(
    private readonly access: ServerAccess & { readonly control: ControlDatabase },
    private readonly options: TenantMoverOptions,
  ) {
    this.schema = tenantSchema(options.migrations);
  }

  /**
   * Begins to move an account; a process that {@link work}s does it.
   *
   * @throws AccountNotFound, AccountStatusConflict, MoveConflict
   */
  start(tenantId: string, { server, keepSeconds }: NewMove, { requestId, ...actor }: LifecycleActor): Promise<TenantMoveRow> {
    return this.access.control.transaction(async (sql) => {
      const [tenant] = await sql.query<TenantRow>(TENANT, [tenantId]);
      if (!tenant) throw new AccountNotFound(tenantId);
      if (tenant.status !== 'active' && tenant.status !== 'suspended') throw new AccountStatusConflict(tenant.status);
      const [target] = await sql.query<{ id: string }>('SELECT id FROM database_servers WHERE name = $1', [server]);
      if (!target) throw new MoveConflict(`There is no database server "${server}".`);
      if (target.id === tenant.server_id) throw new MoveConflict(`The account is on "${server}" already.`);
      if (tenant.schema_version !== this.schema.at(-1)!.name)
        throw new MoveConflict('The schema of the account is not the one of this version: migrate it first.');
      const address = newTenantAddress(await adminAddressOf({ ...this.access, control: sql }, target.id));
      const id = uuidv7();
      const move = {
        id,
        tenant_id: tenantId,
        from_server_id: tenant.server_id,
        from_database: tenant.database,
        to_server_id: target.id,
        to_database: address.database,
        to_connection: sealAddress(this.access.keyring, tenantId, address),
      };
      await tenantMoves.start(sql, move, keepSeconds, `${actor.kind}:${actor.id}`);
      const details = { from: tenant.server, to: server };
      await writeAuditEvent(sql, { tenantId, actor, action: 'account.move_started', target: { kind: 'move', id }, details, requestId });
      return tenantMoves.find(sql, id);
    });
  }

  /**
   * Gives a move up that has not cut over; the account stays where it is.
   *
   * @throws MoveNotFound; MoveConflict when it is too late
   */
  async cancel(id: string, { requestId, ...actor }: LifecycleActor): Promise<TenantMoveRow> {
    return this.access.control.transaction(async (sql) => {
      const move = await tenantMoves.find(sql, id);
      if (move.status === 'cancelled' || move.cancel_requested_at) return move;
      if (!(await tenantMoves.requestCancel(sql, id))) throw new MoveConflict('The account has moved: this cannot be taken back.');
      await this.audit(sql, 'account.move_cancel_requested', move, { ...actor, requestId });
      return tenantMoves.find(sql, id);
    });
  }

  /** Works on what there is to do, as far as there is room; resolves when what it took has come to an end. Call it now and then. */
  async work(): Promise<void> {
    if (this.stopping.signal.aborted || this.working.size >= AT_ONCE) return;
    const working = this.workOnNext().finally(() => this.working.delete(working));
    this.working.add(working);
    await working;
  }

  /** Lets go of what is under way: other processes go on with it. */
  async stop(): Promise<void> {
    this.stopping.abort(new MoveHandedOver());
    await Promise.allSettled(this.working);
  }

  get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  /** Drops former databases that need not be kept any longer. */
  async dropFormer(): Promise<void> {
    await oneByOne(await tenantMoves.dueFormer(this.access.control), (former) => this.drop(former));
  }

  private async workOnNext(): Promise<void> {
    const { control } = this.access;
    const workerId = uuidv7(); // of this work alone: should its lease run out, this process may be the one that takes it again
    const move = await tenantMoves.claim(control, workerId);
    if (!move) return;
    const ended = new AbortController();
    const timer = setInterval(() => {
      tenantMoves.renew(control, move.id, workerId).then(
        (kept) => {
          if (!kept) ended.abort(new MoveHandedOver());
          else if (kept.cancelled) ended.abort(new MoveCancelled('It was cancelled.'));
        },
        () => undefined, // it is tried again before the lease ends
      );
    }, RENEW_MS);
    const signal = AbortSignal.any([ended.signal, this.stopping.signal]);
    try {
      await this.advance(move, workerId, signal);
    } catch (error) {
      await tenantMoves.leave(control, move.id, workerId, error instanceof MoveHandedOver ? null : messageOf(error));
      if (!(error instanceof MoveHandedOver)) throw error;
    } finally {
      clearInterval(timer);
    }
  }

  private async drop({ id, tenant_id: tenantId, server_id: serverId, database }: FormerDatabase): Promise<void> {
    const { control } = this.access;
    const admin = await adminAddressOf(this.access, serverId);
    const bytes = await sizeOfDatabase(admin, database);
    if (bytes !== null) await tenantMoves.noteFormerSize(control, id, bytes); // committed: who takes over after the drop finds it
    await control.transaction(async (sql) => {
      const noted = await tenantMoves.noteFormerDropped(sql, id);
      if (!noted) return;
      await dropTenantDatabase(admin, database);
      const event = { tenantId, actor: MOVER, action: 'account.former_database_dropped', target: { kind: 'move', id } };
      await writeAuditEvent(sql, { ...event, details: { database, bytes: noted.bytes } });
    });
  }

  private async advance(move: ClaimedMove, workerId: string, signal: AbortSignal): Promise<void> {
    const options = { pauseMs: MOVE_PAUSE_MS, ...this.options, schema: this.schema };
    const run = new MoveRun(this.access, options, move, workerId, signal);
    if (move.step === 'undoing') return this.undo(run, move, workerId);
    if (move.step !== 'settling') {
      try {
        if (move.cancel_requested_at) throw new MoveCancelled('It was cancelled.');
        await run.toCutOver();
      } catch (error) {
        if (error instanceof MoveHandedOver || this.stopping.signal.aborted) throw new MoveHandedOver();
        if (!(await tenantMoves.setStep(this.access.control, move.id, workerId, 'undoing', messageOf(error)))) throw new MoveHandedOver();
        return this.undo(run, { ...move, cancel_requested_at: error instanceof MoveCancelled ? new Date() : null }, workerId);
      }
    }
    await run.settle();
    await this.end(move, workerId, 'completed', 'account.moved');
  }

  private async undo(run: MoveRun, move: ClaimedMove, workerId: string): Promise<void> {
    await run.undo();
    if (move.cancel_requested_at) await this.end(move, workerId, 'cancelled', 'account.move_cancelled');
    else await this.end(move, workerId, 'failed', 'account.move_failed');
  }

  private async end(move: ClaimedMove, workerId: string, status: 'completed' | 'failed' | 'cancelled', action: string): Promise<void> {
    await this.access.control.transaction(async (sql) => {
      if (await tenantMoves.end(sql, move.id, workerId, status)) await this.audit(sql, action, await tenantMoves.find(sql, move.id), MOVER);
    });
  }

  private audit(sql: Sql, action: string, move: TenantMoveRow, { requestId, ...actor }: LifecycleActor): Promise<void> {
    const { id, tenant_id: tenantId, from_server: from, to_server: to, rows_copied, rows_caught_up, paused_ms, error } = move;
    const details = { from, to, rows_copied, rows_caught_up, paused_ms, error };
    return writeAuditEvent(sql, { tenantId, actor, action, target: { kind: 'move', id }, details, requestId });
  }
}

interface TenantRow {
  readonly status: string;
  readonly server_id: string;
  readonly server: string;
  readonly database: string;
  readonly schema_version: string | null;
}

const TENANT = `
  SELECT status, server_id, server.name AS server, database_name AS database, schema_version
  FROM tenant_registry registry JOIN database_servers server ON server.id = server_id
  WHERE tenant_id = $1 AND status <> 'deleted' FOR UPDATE OF registry`;

function messageOf(error: unknown): string {
  return String((error as Error).message ?? error).slice(0, 1_000);
}
