import { Injectable } from '@nestjs/common';
import { TenantDb } from '@salient/tenancy';
import { LEASE_SECONDS } from './turn-creation.js';
import { LEASE_OVER, turnOf, type TurnRow } from './turn-row.js';
import { TurnStore } from './turn-store.js';
import type { Turn } from './turn.js';

/** What there is so far of a running turn; the id alone renews the lease of one that is stored as far as it has come. */
export type Checkpoint = Pick<Turn, 'id'> & Partial<Pick<Turn, 'text' | 'tools' | 'citations'>>;

/** What others have left in the row of a running turn. */
export interface TurnNews {
  readonly id: string;
  /** The checkpoint is in the row; else somebody else was writing there, and its time comes again. */
  readonly stored: boolean;
  readonly stopRequested: boolean;
  /** How long nobody has read it in another process, in milliseconds; null when nobody ever has. */
  readonly unreadElsewhereMs: number | null;
}

/**
 * Writes some turns and looks at all of them. A row that somebody holds is left for the next time, so that neither one row keeps the
 * leases of the others waiting, nor two processes each other. A turn that is not answered at all is not this worker's.
 */
const KEEP = {
  name: 'turns_keep',
  text: `
  WITH written AS (
    SELECT * FROM json_to_recordset($3) AS written (id uuid, text text, tools jsonb, citations jsonb)
  ), held AS MATERIALIZED (
    SELECT m.id FROM messages m WHERE m.id IN (SELECT id FROM written) AND m.status = 'running' AND m.worker_id = $1
    FOR NO KEY UPDATE SKIP LOCKED
  ), stored AS (
    UPDATE messages m SET content = coalesce(written.text, m.content), tools = coalesce(written.tools, m.tools),
      citations = coalesce(written.citations, m.citations), lease_expires_at = now() + make_interval(secs => ${LEASE_SECONDS})
    FROM written JOIN held USING (id) WHERE m.id = written.id AND m.status = 'running' AND m.worker_id = $1
    RETURNING m.id
  )
  SELECT m.id, EXISTS (SELECT FROM stored WHERE stored.id = m.id) AS stored, m.stop_requested_at IS NOT NULL AS "stopRequested",
    (extract(epoch FROM clock_timestamp() - m.reader_seen_at) * 1000)::double precision AS "unreadElsewhereMs"
  FROM messages m WHERE m.id = ANY ($2) AND m.status = 'running' AND m.worker_id = $1`,
};

/** Reads turns that run elsewhere, and says that they are read where that keeps them going. */
const FOLLOW = {
  name: 'turns_follow',
  text: `
  WITH unseen AS MATERIALIZED (
    SELECT m.id FROM messages m JOIN sessions s ON s.id = m.session_id JOIN agents a ON a.id = s.agent_id
    WHERE m.id = ANY ($1) AND m.status = 'running' AND a.disconnect_policy = 'abort' FOR NO KEY UPDATE OF m SKIP LOCKED
  ), seen AS (
    UPDATE messages m SET reader_seen_at = now() FROM unseen WHERE m.id = unseen.id AND m.status = 'running'
  )
  SELECT m.*, a.slug AS agent_slug, m.status = 'running' AND ${LEASE_OVER} AS expired
  FROM messages m JOIN sessions s ON s.id = m.session_id JOIN agents a ON a.id = s.agent_id
  WHERE m.id = ANY ($1) AND m.role = 'assistant'`,
};

/** The rows of many running turns at once. */
@Injectable()
export class RunningTurns {
  constructor(
    private readonly db: TenantDb,
    private readonly store: TurnStore,
  ) {}

  /**
   * Stores what there is so far of some turns of this worker, which renews their leases, and reads what others have left in the
   * rows of all.
   *
   * @param turnIds all that are looked at, those of the checkpoints among them
   * @returns nothing of a turn that is no longer this worker's
   */
  async keep(workerId: string, turnIds: readonly string[], checkpoints: readonly Checkpoint[]): Promise<TurnNews[]> {
    return this.db.query<TurnNews>(KEEP, [workerId, turnIds, JSON.stringify(checkpoints)]);
  }

  /**
   * What is stored of turns that this process has readers of. Those whose worker is gone are marked `failed` (`worker_lost`) first.
   *
   * @returns nothing of a turn that is not there any more
   */
  async follow(turnIds: readonly string[]): Promise<Turn[]> {
    const rows = await this.db.query<TurnRow>(FOLLOW, [turnIds]);
    const lost = rows.filter(({ expired }) => expired);
    if (lost.length === 0) return rows.map(turnOf);
    for (const { session_id: sessionId } of lost) await this.store.reapExpired(sessionId);
    return (await this.db.query<TurnRow>(FOLLOW, [turnIds])).map(turnOf);
  }
}
