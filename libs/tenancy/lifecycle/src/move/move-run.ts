import type { ControlDatabase, MigrationClass, PostgresAddress } from '@salient/platform';
import { MIGRATION_LOCK } from '@salient/platform';
import { openAddress, type TenantStatus } from '@salient/tenancy';
import type pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { unacknowledgedBy } from '../acknowledgements.js';
import { adminAddressOf, type ServerAccess } from '../database-servers.js';
import { MoveConflict } from '../lifecycle.errors.js';
import { readFingerprint } from '../schema-fingerprint.js';
import { dropTenantDatabase } from '../tenant-databases.js';
import { tenantTables } from '../tenant-tables.js';
import { captureChanges, endCapture } from './change-capture.js';
import { asOwner, createTarget, endOthers, ownerTarget, restoreRules, suspendRules, validateRules } from './move-target.js';
import { closeToLogin, openToLogin } from './source-fence.js';
import { catchUp, compareCounts, copyAll, copySequences, type MoveEnds } from './tenant-copy.js';
import { tenantMoves, type ClaimedMove, type MoveStep } from './tenant-move.store.js';

export interface MoveOptions {
  readonly schema: readonly MigrationClass[];
  /** SQL that a database is told when its account begins to be served from it: leases go by the clock of its server. */
  readonly arrival: string;
  /** Lets other processes, which may have another login, go on with a database that was made. */
  readonly share?: () => Promise<void>;
  /** The longest that requests of the account are held back; half of what they are ready to wait. */
  readonly pauseMs: number;
}

/** The move is another process's, or this process stops: nothing is wrong with it. */
export class MoveHandedOver extends Error {
  override readonly name = 'MoveHandedOver';
}

/** Work that holds a connection of the account did not let go while its requests were held back. */
class PauseTooShort extends Error {
  override readonly name = 'PauseTooShort';
}

const PAUSES_MAX = 5;
const ROUNDS_MAX = 50;
/** With fewer changes in a round, what is left takes no time. */
const FEW_CHANGES = 200;
/** The part of the pause within which processes have to let go; the rest is for the last changes. */
const LETTING_GO = 0.6;
const POLL_MS = 20;
const BETWEEN_PAUSES_MS = 1_000;

/** One process's work on one move. Every step may be done again from its beginning. */
export class MoveRun {
  private readonly control: ControlDatabase;

  constructor(
    private readonly access: ServerAccess & { readonly control: ControlDatabase },
    private readonly options: MoveOptions,
    private readonly move: ClaimedMove,
    private readonly workerId: string,
    /** Aborted when the work has to end: with a {@link MoveHandedOver}, or with what makes the move fail. */
    private readonly signal: AbortSignal,
  ) {
    this.control = access.control;
  }

  /** From the step that the move is in up to the cut-over. What it throws is to be undone. */
  async toCutOver(): Promise<void> {
    await this.endPause();
    if (this.move.step === 'preparing' || this.move.step === 'copying') await this.prepare();
    const { admin, address } = await this.target();
    await endOthers(admin, address.database);
    await this.withEnds(async (ends) => {
      const tables = await tenantTables(ends.source);
      if (this.move.step === 'preparing' || this.move.step === 'copying') await this.copy(ends);
      await suspendRules(ends.target, tables);
      for (let pause = 1; ; pause++) {
        await this.converge(ends);
        if (await this.tryToCutOver(ends, pause === PAUSES_MAX)) return;
        await suspendRules(ends.target, tables);
        await wait(BETWEEN_PAUSES_MS, undefined, { signal: this.signal }).catch(() => this.signal.throwIfAborted());
      }
    });
  }

  /** After the cut-over: until every living process serves from the new database. */
  async settle(): Promise<void> {
    const [row] = await this.control.query<{ version: string }>(
      'SELECT config_version AS version FROM tenant_registry WHERE tenant_id = $1',
      [this.move.tenant_id],
    );
    while ((await unacknowledgedBy(this.control, this.move.tenant_id, Number(row!.version))).length > 0) await this.look();
    const { admin, address } = await this.target();
    const fingerprint = await this.withOwner(admin, address.database, async (client) => {
      await validateRules(client);
      return readFingerprint(client); // another release of PostgreSQL may tell the same schema in other words
    });
    await this.control.query('UPDATE tenant_registry SET schema_fingerprint = $2 WHERE tenant_id = $1', [this.move.tenant_id, fingerprint]);
  }

  /** Leaves neither a copy nor a trace in the account's database, which goes on serving. */
  async undo(): Promise<void> {
    await this.endPause();
    const { from_database: database } = this.move;
    const source = await adminAddressOf(this.access, this.move.from_server_id);
    await dropTenantDatabase((await this.target()).admin, this.move.to_database);
    if (!(await this.isServedFrom(database))) return;
    await this.withOwner(source, database, async (client) => endCapture(client, await tenantTables(client)));
  }

  private async prepare(): Promise<void> {
    await this.step('preparing');
    const { admin, address } = await this.target();
    await createTarget(this.access, admin, address, this.move.tenant_id, this.options.schema);
    await this.options.share?.();
    const source = await this.sourceAdmin();
    await this.withOwner(source, this.move.from_database, async (client) => {
      const tables = await tenantTables(client);
      const keyless = tables.find(({ key }) => key.length === 0);
      if (keyless) throw new MoveConflict(`The table ${keyless.name} has no primary key: its changes cannot be followed.`);
      await captureChanges(client, tables);
      await this.requireSameSchema(client);
    });
  }

  private async copy(ends: MoveEnds): Promise<void> {
    await this.step('copying');
    const tables = await tenantTables(ends.source);
    await suspendRules(ends.target, tables);
    let noted = 0;
    const note = (copied: number, total: number) => {
      if (copied > 0 && copied < total && performance.now() - noted < 500) return;
      noted = performance.now();
      tenantMoves.noteRows(this.control, this.move.id, this.workerId, { copied, total }).catch(() => undefined); // only shown
    };
    await copyAll(ends, tables, this.signal, note);
    await this.step('catching_up');
  }

  /** Until so little is left that it takes no time, and the copy was seen to be whole. */
  private async converge(ends: MoveEnds): Promise<void> {
    const tables = await tenantTables(ends.source);
    for (let round = 1; ; round++) {
      await this.look();
      const changed = await catchUp(ends, tables);
      await tenantMoves.noteRows(this.control, this.move.id, this.workerId, { caughtUp: changed });
      if (changed <= FEW_CHANGES || round === ROUNDS_MAX) return;
    }
  }

  /** @returns false when work did not let go in time, and its requests have gone on where they were */
  private async tryToCutOver(ends: MoveEnds, isLast: boolean): Promise<boolean> {
    await this.untilNobodyMigrates(ends.source);
    try {
      await this.requireSameSchema(ends.source);
      await this.cutOver(ends);
      return true;
    } catch (error) {
      await this.endPause();
      if (!(error instanceof PauseTooShort) || isLast) throw error;
      return false;
    } finally {
      await ends.source.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    }
  }

  private async cutOver(ends: MoveEnds): Promise<void> {
    const { id, tenant_id: tenantId, from_database: database } = this.move;
    const { pauseMs } = this.options;
    const tables = await tenantTables(ends.source);
    const startedAt = performance.now();
    const version = await this.control.transaction((sql) => tenantMoves.beginPause(sql, id, this.workerId, tenantId, pauseMs));
    for (;;) {
      const behind = await unacknowledgedBy(this.control, tenantId, version);
      if (behind.length === 0) break;
      if (performance.now() - startedAt > pauseMs * LETTING_GO)
        throw new PauseTooShort(`Work of the account in ${behind.map(({ app }) => app).join(', ')} did not pause in time.`);
      await this.look();
    }
    await closeToLogin(await this.sourceAdmin(), database, await this.login());
    await catchUp(ends, tables);
    await compareCounts(ends, tables);
    await ends.target.query('BEGIN');
    await copySequences(ends);
    await restoreRules(ends.source, ends.target, tables);
    await ends.target.query(this.options.arrival);
    await ends.target.query('COMMIT');
    this.signal.throwIfAborted();
    if (!(await this.control.transaction((sql) => tenantMoves.cutOver(sql, this.move, this.workerId, pauseMs))))
      throw new PauseTooShort('The last changes did not fit the pause.');
  }

  /** Lets the account's requests go on where they were; also for a process that was lost while they were held back. */
  private async endPause(): Promise<void> {
    const { is_paused: isPaused } = await tenantMoves.find(this.control, this.move.id);
    // Whoever has taken the move over may be in a pause of its own.
    if (!isPaused || !(await tenantMoves.renew(this.control, this.move.id, this.workerId))) return;
    await openToLogin(await this.sourceAdmin(), await this.login());
    await this.control.transaction((sql) => tenantMoves.endPause(sql, this.move.id, this.workerId));
  }

  /** A migration between the last look at the schema and the cut-over would be lost: none begins from now on. */
  private async untilNobodyMigrates(source: pg.Client): Promise<void> {
    for (;;) {
      const { rows } = await source.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [MIGRATION_LOCK]);
      if (rows[0]!.locked) return;
      await this.look();
    }
  }

  private async requireSameSchema(source: pg.Client): Promise<void> {
    const [row] = await this.control.query<{ fingerprint: string; version: string }>(
      'SELECT schema_fingerprint AS fingerprint, schema_version AS version FROM tenant_registry WHERE tenant_id = $1',
      [this.move.tenant_id],
    );
    const found = await readFingerprint(source);
    if (row!.version !== this.options.schema.at(-1)!.name || row!.fingerprint !== found)
      throw new MoveConflict('The schema of the account is not the one of this version: migrate it, look at its drift, and move it then.');
  }

  private async withEnds<Result>(work: (ends: MoveEnds) => Promise<Result>): Promise<Result> {
    const { from_database: from, tenant_id: tenantId } = this.move;
    const { admin, address } = await this.target();
    const ends = [ownerTarget(await this.sourceAdmin(), from, tenantId), ownerTarget(admin, address.database, tenantId)] as const;
    return this.access.brokers.withClients(ends, (source, target) => asOwner([source, target], () => work({ source, target })));
  }

  private withOwner<Result>(admin: PostgresAddress, database: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const owned = ownerTarget(admin, database, this.move.tenant_id);
    return this.access.brokers.withClient(owned, (client) => asOwner([client], () => work(client)));
  }

  private async look(): Promise<void> {
    this.signal.throwIfAborted();
    await wait(POLL_MS);
    this.signal.throwIfAborted();
  }

  private async step(step: MoveStep): Promise<void> {
    this.signal.throwIfAborted();
    if (!(await tenantMoves.setStep(this.control, this.move.id, this.workerId, step))) throw new MoveHandedOver();
  }

  private async target(): Promise<{ admin: PostgresAddress; address: PostgresAddress }> {
    const { tenant_id: tenantId, to_server_id: serverId, to_connection: sealed } = this.move;
    return { admin: await adminAddressOf(this.access, serverId), address: openAddress(this.access.keyring, tenantId, sealed) };
  }

  private sourceAdmin(): Promise<PostgresAddress> {
    return adminAddressOf(this.access, this.move.from_server_id);
  }

  /** Who the services are in the account's database. */
  private async login(): Promise<string> {
    const [row] = await this.control.query<{ sealed: string }>(
      'SELECT connection_string AS sealed FROM tenant_registry WHERE tenant_id = $1',
      [this.move.tenant_id],
    );
    return openAddress(this.access.keyring, this.move.tenant_id, row!.sealed).user;
  }

  private async isServedFrom(database: string): Promise<boolean> {
    const [row] = await this.control.query<{ status: TenantStatus; database: string }>(
      'SELECT status, database_name AS database FROM tenant_registry WHERE tenant_id = $1',
      [this.move.tenant_id],
    );
    return row!.status !== 'deleted' && row!.database === database;
  }
}
