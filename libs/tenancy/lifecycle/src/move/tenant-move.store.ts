import type { Sql } from '@salient/platform';
import type { TenantStatus } from '@salient/tenancy';
import { MoveConflict, MoveNotFound } from '../lifecycle.errors.js';

/**
 * What a move does now. `settling` is after the cut-over: the account serves from its new database, and every process says so.
 * Whatever fails before that is undone.
 */
export type MoveStep = 'preparing' | 'copying' | 'catching_up' | 'pausing' | 'settling' | 'undoing' | 'ended';

export interface TenantMoveRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly account: string;
  readonly status: 'running' | 'completed' | 'failed' | 'cancelled';
  readonly step: MoveStep;
  readonly from_server: string;
  readonly to_server: string;
  /** Rows when the copy began; null until they were counted. */
  readonly rows_total: number | null;
  readonly rows_copied: number;
  /** Rows that changed meanwhile and were copied again. */
  readonly rows_caught_up: number;
  /** How often the account's requests had to wait: more than once when work did not let go in time. */
  readonly pauses: number;
  /** How long they waited at the cut-over, in milliseconds; null before it. */
  readonly paused_ms: number | null;
  /** Until when the former database is kept; null before the end. */
  readonly keep_until: Date | null;
  readonly former_dropped_at: Date | null;
  readonly cancel_requested_at: Date | null;
  readonly started_by: string;
  readonly error: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
}

/** What the process that works on a move has to know besides. */
export interface ClaimedMove extends TenantMoveRow {
  readonly from_server_id: string;
  readonly from_database: string;
  readonly to_server_id: string;
  readonly to_database: string;
  /** Sealed with the tenant's id. */
  readonly to_connection: string;
  /** Whether the account's requests are held back. */
  readonly is_paused: boolean;
}

/** What an account was served from before a move. */
export interface FormerDatabase {
  readonly id: string;
  readonly tenant_id: string;
  readonly server_id: string;
  readonly database: string;
}

const UNIQUE_VIOLATION = '23505';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/**
 * How long a move belongs to its process without a sign of life, by the database's clock. Short: should the process be lost
 * during the pause, another one has to end the pause before the requests give up waiting.
 */
const LEASE_SECONDS = 4;

const SELECT = `
  SELECT m.id, m.tenant_id, t.slug AS account, m.status, m.step, f.name AS from_server, s.name AS to_server, m.rows_total::float8, m.rows_copied::float8,
    m.rows_caught_up::float8, m.pauses, m.paused_ms, m.keep_until, m.former_dropped_at, m.cancel_requested_at, m.started_by, m.error, m.created_at,
    m.finished_at, m.from_server_id, m.from_database, m.to_server_id, m.to_database, m.to_connection, m.pause_expires_at IS NOT NULL AS is_paused
  FROM tenant_moves m JOIN tenant_registry t USING (tenant_id) JOIN database_servers f ON f.id = m.from_server_id JOIN database_servers s ON s.id = m.to_server_id`;

type NewMove = Pick<
  ClaimedMove,
  'id' | 'tenant_id' | 'from_server_id' | 'from_database' | 'to_server_id' | 'to_database' | 'to_connection'
>;

/** Moves of accounts in the control database. */
export const tenantMoves = {
  /** @throws MoveConflict while another one of the account runs */
  async start(sql: Sql, move: NewMove, keepSeconds: number, by: string): Promise<void> {
    await sql
      .query(
        `INSERT INTO tenant_moves (id, tenant_id, status, step, from_server_id, from_database, to_server_id, to_database, to_connection, keep_seconds, started_by)
         VALUES ($1, $2, 'running', 'preparing', $3, $4, $5, $6, $7, $8, $9)`,
        [
          move.id,
          move.tenant_id,
          move.from_server_id,
          move.from_database,
          move.to_server_id,
          move.to_database,
          move.to_connection,
          keepSeconds,
          by,
        ],
      )
      .catch((error: unknown) => {
        throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new MoveConflict('The account is being moved already.') : error;
      });
  },

  /** The newest first, older than the one with the id `before`; of one account, or of all. */
  page(sql: Sql, limit: number, before: string | null, tenantId: string | null = null): Promise<TenantMoveRow[]> {
    return sql.query<TenantMoveRow>(
      `${SELECT} WHERE ($1::uuid IS NULL OR m.id < $1) AND ($3::uuid IS NULL OR m.tenant_id = $3) ORDER BY m.id DESC LIMIT $2`,
      [before, limit, tenantId],
    );
  },

  /** @throws MoveNotFound */
  async find(sql: Sql, id: string): Promise<ClaimedMove> {
    const [row] = UUID.test(id) ? await sql.query<ClaimedMove>(`${SELECT} WHERE m.id = $1`, [id]) : [];
    if (!row) throw new MoveNotFound();
    return row;
  },

  /** Asks for the end of a move that has not cut over. False when it is too late for that. */
  async requestCancel(sql: Sql, id: string): Promise<boolean> {
    const rows = await sql.query(
      `UPDATE tenant_moves SET cancel_requested_at = coalesce(cancel_requested_at, now())
       WHERE id = $1 AND status = 'running' AND step <> 'settling' RETURNING id`,
      [id],
    );
    return rows.length > 0;
  },

  /** Takes a running one whose process is gone, or that has none yet; first one that holds requests back. */
  async claim(sql: Sql, workerId: string): Promise<ClaimedMove | null> {
    const [claimed] = await sql.query<{ id: string }>(
      `UPDATE tenant_moves SET worker_id = $1, lease_expires_at = now() + make_interval(secs => $2)
       WHERE id = (SELECT id FROM tenant_moves WHERE status = 'running' AND (lease_expires_at IS NULL OR lease_expires_at < now())
         ORDER BY step <> 'pausing', id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id`,
      [workerId, LEASE_SECONDS],
    );
    return claimed ? tenantMoves.find(sql, claimed.id) : null;
  },

  /** Renews the lease; null when the move is no longer this process's. */
  async renew(sql: Sql, id: string, workerId: string): Promise<{ readonly cancelled: boolean } | null> {
    const [row] = await sql.query<{ cancelled: boolean }>(
      `UPDATE tenant_moves SET lease_expires_at = now() + make_interval(secs => $3)
       WHERE id = $1 AND worker_id = $2 AND status = 'running' RETURNING cancel_requested_at IS NOT NULL AS cancelled`,
      [id, workerId, LEASE_SECONDS],
    );
    return row ?? null;
  },

  /** False when the move is no longer this process's. */
  async setStep(sql: Sql, id: string, workerId: string, step: MoveStep, error: string | null = null): Promise<boolean> {
    const rows = await sql.query(
      `UPDATE tenant_moves SET step = $3, error = coalesce($4, error) WHERE id = $1 AND worker_id = $2 AND status = 'running' RETURNING id`,
      [id, workerId, step, error],
    );
    return rows.length > 0;
  },

  async noteRows(
    sql: Sql,
    id: string,
    workerId: string,
    {
      total = null,
      copied = null,
      caughtUp = 0,
    }: { readonly total?: number | null; readonly copied?: number | null; readonly caughtUp?: number },
  ): Promise<void> {
    await sql.query(
      `UPDATE tenant_moves SET rows_total = coalesce($3, rows_total), rows_copied = coalesce($4, rows_copied), rows_caught_up = rows_caught_up + $5
       WHERE id = $1 AND worker_id = $2`,
      [id, workerId, total, copied, caughtUp],
    );
  },

  /**
   * Holds the account's requests back.
   *
   * @returns the version that every process has to acknowledge
   * @throws MoveConflict when the account is not in a state to be moved
   */
  async beginPause(sql: Sql, id: string, workerId: string, tenantId: string, forMs: number): Promise<number> {
    const [mine] = await sql.query<{ status: TenantStatus }>(
      `UPDATE tenant_moves SET step = 'pausing', pauses = pauses + 1, pause_expires_at = clock_timestamp() + make_interval(secs => $3),
         status_before_pause = (SELECT status FROM tenant_registry WHERE tenant_id = $4)
       WHERE id = $1 AND worker_id = $2 AND status = 'running' AND step = 'catching_up' RETURNING status_before_pause AS status`,
      [id, workerId, forMs / 1_000, tenantId],
    );
    const [held] = await sql.query<{ version: string }>(
      `UPDATE tenant_registry SET status = 'moving' WHERE tenant_id = $1 AND status = $2 AND status IN ('active', 'suspended')
       RETURNING config_version AS version`,
      [tenantId, mine?.status ?? null],
    );
    if (!held) throw new MoveConflict('The account is doing something else: it was not moved.');
    return Number(held.version);
  },

  /** Lets the account's requests go on where they were. */
  async endPause(sql: Sql, id: string, workerId: string): Promise<void> {
    const [mine] = await sql.query<{ tenant_id: string; status: string }>(
      `UPDATE tenant_moves SET step = CASE step WHEN 'pausing' THEN 'catching_up' ELSE step END, pause_expires_at = NULL
       WHERE id = $1 AND worker_id = $2 AND pause_expires_at IS NOT NULL RETURNING tenant_id, status_before_pause AS status`,
      [id, workerId],
    );
    if (mine)
      await sql.query(`UPDATE tenant_registry SET status = $2 WHERE tenant_id = $1 AND status = 'moving'`, [mine.tenant_id, mine.status]);
  },

  /**
   * From now on the account is served from its new database.
   *
   * @returns false when the pause has lasted too long, or the move is no longer this process's: then nothing has changed
   */
  async cutOver(
    sql: Sql,
    { id, tenant_id: tenantId, to_server_id, to_database, to_connection }: ClaimedMove,
    workerId: string,
    forMs: number,
  ) {
    const [mine] = await sql.query<{ status: string }>(
      `UPDATE tenant_moves SET step = 'settling', pause_expires_at = NULL, paused_ms = ceil(1000 * ($3::float8 - extract(epoch FROM pause_expires_at - clock_timestamp())))
       WHERE id = $1 AND worker_id = $2 AND step = 'pausing' AND pause_expires_at > clock_timestamp() RETURNING status_before_pause AS status`,
      [id, workerId, forMs / 1_000],
    );
    if (!mine) return false;
    const rows = await sql.query(
      `UPDATE tenant_registry SET server_id = $2, database_name = $3, connection_string = $4, status = $5
       WHERE tenant_id = $1 AND status = 'moving' RETURNING tenant_id`,
      [tenantId, to_server_id, to_database, to_connection, mine.status],
    );
    if (rows.length === 0) throw new Error('The account is not held back: nothing was cut over.');
    return true;
  },

  /** Lets another process go on. */
  async leave(sql: Sql, id: string, workerId: string, error: string | null): Promise<void> {
    await sql.query(
      `UPDATE tenant_moves SET worker_id = NULL, lease_expires_at = NULL, error = coalesce($3, error) WHERE id = $1 AND worker_id = $2`,
      [id, workerId, error],
    );
  },

  /** False when the move is no longer this process's. */
  async end(sql: Sql, id: string, workerId: string, status: 'completed' | 'failed' | 'cancelled'): Promise<boolean> {
    const rows = await sql.query(
      `UPDATE tenant_moves SET status = $3, step = 'ended', worker_id = NULL, lease_expires_at = NULL, finished_at = now(), to_connection = '',
         error = CASE WHEN $3 = 'completed' THEN NULL ELSE error END,
         keep_until = CASE WHEN $3 = 'completed' THEN now() + make_interval(secs => keep_seconds) END
       WHERE id = $1 AND worker_id = $2 AND status = 'running' RETURNING id`,
      [id, workerId, status],
    );
    return rows.length > 0;
  },

  /** Former databases that need not be kept any longer: their time is over, or their account was deleted. */
  dueFormer(sql: Sql): Promise<FormerDatabase[]> {
    return sql.query<FormerDatabase>(
      `SELECT m.id, m.tenant_id, m.from_server_id AS server_id, m.from_database AS database FROM tenant_moves m JOIN tenant_registry t USING (tenant_id)
       WHERE m.status = 'completed' AND m.former_dropped_at IS NULL AND (m.keep_until <= now() OR t.status = 'deleted') AND t.database_name <> m.from_database
       ORDER BY m.keep_until`,
    );
  },

  /** How large a former database is, before it is dropped. */
  async noteFormerSize(sql: Sql, id: string, bytes: number): Promise<void> {
    await sql.query('UPDATE tenant_moves SET former_bytes = $2 WHERE id = $1 AND former_dropped_at IS NULL', [id, bytes]);
  },

  /** Notes that a former database is dropped; until the transaction ends nobody else does. Null when somebody else has done so. */
  async noteFormerDropped(sql: Sql, id: string): Promise<{ readonly bytes: number } | null> {
    const [row] = await sql.query<{ bytes: number }>(
      `UPDATE tenant_moves SET former_dropped_at = now() WHERE id = $1 AND former_dropped_at IS NULL
       RETURNING coalesce(former_bytes, 0)::float8 AS bytes`,
      [id],
    );
    return row ?? null;
  },
};
