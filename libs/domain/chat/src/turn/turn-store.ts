import { findPreview } from '@salient/domain/agents';
import { Injectable } from '@nestjs/common';
import type { IdempotencyKey } from '@salient/platform';
import type { BudgetWarning, Hold } from '@salient/domain/limits';
import { TenantDb } from '@salient/tenancy';
import {
  ANSWER_AGAIN,
  ANSWER_AGAIN_HOLDING,
  BEGIN_KEYED_TURN,
  BEGIN_TURN,
  CREATE_HOLDING_TURN,
  CREATE_TURN,
  READ_GROUND,
  READ_GROUND_BEFORE,
  READ_PREVIEWED_GROUND,
  type ShapedStatement,
} from './turn-creation.js';
import { FINISH_HOLDING_TURN, FINISH_TURN, type EndingTurn, type FinishedTurn, type LlmRequestRecord } from './turn-ending.js';
import { groundOf, type GroundRow, type TurnGround } from './turn-ground.js';
import { LEASE_OVER, turnOf, type TurnRow } from './turn-row.js';
import type { Turn } from './turn.js';

export interface CreatedTurn {
  readonly createdAt: Date;
  /** The largest part of a budget that was gone before; 0 without a budget. */
  readonly goneShare: number;
}

/** The ground of a turn that may have begun with it. */
export interface BegunGround extends TurnGround {
  readonly created: CreatedTurn | null;
}

export interface NewTurn {
  readonly turnId: string;
  readonly userMessageId: string;
  readonly sessionId: string;
  /** The session begins with this turn. */
  readonly opensSession: boolean;
  readonly agentId: string;
  readonly message: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly principal: string;
  readonly clientMessageId: string | null;
  readonly idempotency: IdempotencyKey | null;
  readonly workerId: string;
  /** The `seq` of a message that is there already and is answered once more; null for a new message. */
  readonly answersAgain: string | null;
  /** What it reserves. */
  readonly holds: readonly Hold[];
}

/** A new message's turn, before its agent has been read. */
export type BeginningTurn = Omit<NewTurn, 'agentId' | 'answersAgain' | 'holds'>;

/** A message that was asked, to be answered once more. */
export interface AskedMessage {
  readonly id: string;
  readonly sessionId: string;
  readonly seq: string;
  readonly message: string;
}

export interface EarlierRequest {
  readonly turnId: string;
  /** Whether it asked for the same. */
  readonly same: boolean;
}

/** The statements of a turn. Each is whole by itself, so a turn needs no connection between them. */
@Injectable()
export class TurnStore {
  constructor(private readonly db: TenantDb) {}

  /**
   * Agent, session and history in one statement; null when there is no such agent.
   *
   * @param withRecent whether the session's turns of the last minute are counted
   */
  async readGround(agentSlug: string, sessionId: string | null, withRecent: boolean): Promise<TurnGround | null> {
    return this.groundIn(READ_GROUND, agentSlug, sessionId, withRecent);
  }

  /** The same with the agent as a preview shows it; null when there is no such preview now. */
  async readPreviewedGround(agentSlug: string, preview: string, sessionId: string | null, withRecent: boolean): Promise<TurnGround | null> {
    const previewed = await findPreview(this.db, agentSlug, preview);
    if (!previewed) return null;
    const temperature = previewed.temperature === null ? null : Number(previewed.temperature);
    const ground = await this.groundIn(READ_PREVIEWED_GROUND, agentSlug, sessionId, withRecent);
    return ground && { ...ground, agent: { ...previewed, temperature } };
  }

  /** The same as it was before a message of the session was asked. */
  async readGroundBefore(agentSlug: string, { sessionId, seq }: AskedMessage, withRecent: boolean): Promise<TurnGround | null> {
    const [row] = await this.db.query<GroundRow>(READ_GROUND_BEFORE({ inSession: true, withRecent }), [agentSlug, sessionId, seq]);
    return row ? groundOf(row) : null;
  }

  private async groundIn(statement: ShapedStatement, agentSlug: string, sessionId: string | null, withRecent: boolean) {
    const inSession = sessionId !== null;
    const [row] = await this.db.query<GroundRow>(statement({ inSession, withRecent }), inSession ? [agentSlug, sessionId] : [agentSlug]);
    return row ? groundOf(row) : null;
  }

  /**
   * The same, and in the same statement the turn itself, written as `create` does, where its agent and its session's last minute
   * limit nothing.
   *
   * @returns with `created` null when the turn is not written yet
   * @throws a unique violation when the session is answering, or the request is a repeat
   */
  async begin(agentSlug: string, turn: BeginningTurn, withRecent: boolean): Promise<BegunGround | null> {
    const { idempotency } = turn;
    const statement = idempotency ? BEGIN_KEYED_TURN : BEGIN_TURN;
    const [row] = await this.db.query<GroundRow & { created_at: Date | null }>(statement({ inSession: !turn.opensSession, withRecent }), [
      agentSlug,
      turn.sessionId,
      turn.userMessageId,
      turn.turnId,
      turn.message,
      turn.principal,
      turn.clientMessageId,
      JSON.stringify(turn.metadata),
      turn.workerId,
      ...(idempotency ? [idempotency.route, idempotency.key, idempotency.requestHash] : []),
    ]);
    if (!row) return null;
    const { created_at: createdAt } = row;
    return { ...groundOf(row), created: createdAt && { createdAt, goneShare: 0 } };
  }

  /**
   * Writes session, user message and running assistant message, all or nothing.
   *
   * @throws a unique violation when the session is answering, or the request is a repeat
   */
  async create(turn: NewTurn): Promise<CreatedTurn> {
    const { idempotency, holds } = turn;
    if (turn.answersAgain !== null) return this.createAgain(turn, turn.answersAgain);
    const [row] = await this.db.query<CreatedRow>(holds.length > 0 ? CREATE_HOLDING_TURN : CREATE_TURN, [
      turn.sessionId,
      turn.agentId,
      turn.opensSession,
      turn.userMessageId,
      turn.turnId,
      turn.message,
      turn.principal,
      turn.clientMessageId,
      JSON.stringify(turn.metadata),
      turn.workerId,
      idempotency?.route ?? null,
      idempotency?.key ?? null,
      idempotency?.requestHash ?? null,
      ...holdsParameter(holds),
    ]);
    return createdOf(row);
  }

  /** The message of an agent that is, or is answered by, the one of that id. */
  async findAsked(agentSlug: string, messageId: string): Promise<AskedMessage | null> {
    const [row] = await this.db.query<AskedMessage>(
      `SELECT asked.id, asked.session_id AS "sessionId", asked.seq, asked.content AS message
       FROM messages named JOIN messages asked ON asked.id = CASE named.role WHEN 'user' THEN named.id ELSE named.parent_id END
       JOIN sessions s ON s.id = asked.session_id JOIN agents a ON a.id = s.agent_id
       WHERE named.id = $1 AND a.slug = $2 AND asked.superseded_at IS NULL`,
      [messageId, agentSlug],
    );
    return row ?? null;
  }

  private async createAgain({ idempotency, holds, ...turn }: NewTurn, askedSeq: string): Promise<CreatedTurn> {
    const [row] = await this.db.query<CreatedRow>(holds.length > 0 ? ANSWER_AGAIN_HOLDING : ANSWER_AGAIN, [
      turn.sessionId,
      turn.userMessageId,
      turn.turnId,
      askedSeq,
      turn.principal,
      turn.workerId,
      idempotency?.route ?? null,
      idempotency?.key ?? null,
      idempotency?.requestHash ?? null,
      ...holdsParameter(holds),
    ]);
    return createdOf(row);
  }

  /** The turn that an earlier request with the same `Idempotency-Key` began. */
  async findByKey(principal: string, { route, key, requestHash }: IdempotencyKey): Promise<EarlierRequest | null> {
    const [row] = await this.db.query<{ turn_id: string; same: boolean }>(
      `SELECT turn_id, request_hash = $4 AS same FROM idempotency_keys WHERE principal = $1 AND route = $2 AND key = $3 AND expires_at > now()`,
      [principal, route, key, requestHash],
    );
    return row ? { turnId: row.turn_id, same: row.same } : null;
  }

  /** The turn that answers an earlier message with the same `client_message_id`. */
  async findByClientMessage(
    principal: string,
    clientMessageId: string,
    message: string,
    sessionId: string | null,
  ): Promise<EarlierRequest | null> {
    const [row] = await this.db.query<{ turn_id: string; same: boolean }>(
      `SELECT answer.id AS turn_id, asked.content = $3 AND ($4::uuid IS NULL OR asked.session_id = $4) AS same
       FROM messages asked JOIN messages answer ON answer.parent_id = asked.id
       WHERE asked.principal = $1 AND asked.client_message_id = $2 ORDER BY answer.seq LIMIT 1`,
      [principal, clientMessageId, message, sessionId],
    );
    return row ? { turnId: row.turn_id, same: row.same } : null;
  }

  /** Forgets a key that is past its time, so that it can be used anew. */
  async dropExpiredKeys(principal: string): Promise<void> {
    await this.db.query('DELETE FROM idempotency_keys WHERE principal = $1 AND expires_at <= now()', [principal]);
  }

  /** Asks for the end of a running turn, wherever it runs. False when none of that id runs. */
  async requestStop(turnId: string): Promise<boolean> {
    const rows = await this.db.query(
      `UPDATE messages SET stop_requested_at = now() WHERE id = $1 AND role = 'assistant' AND status = 'running' RETURNING id`,
      [turnId],
    );
    return rows.length > 0;
  }

  /**
   * Stores the end of a turn with its llm_requests row.
   *
   * @param charge what its budgets are charged; null when it holds nothing
   * @returns null when the turn is no longer this worker's
   */
  async finish(
    turn: EndingTurn,
    workerId: string,
    request: LlmRequestRecord | null,
    charge: { readonly cost: string | null } | null,
  ): Promise<FinishedTurn | null> {
    const { end } = turn;
    const [row] = await this.db.query<{ completed_at: Date; warnings?: BudgetWarning[] }>(charge ? FINISH_HOLDING_TURN : FINISH_TURN, [
      turn.id,
      workerId,
      turn.text,
      end.status,
      end.finishReason,
      end.failureCode,
      end.model,
      end.usage,
      end.cost?.amount ?? null,
      end.cost?.currency ?? null,
      end.cost?.source ?? null,
      JSON.stringify(turn.tools),
      JSON.stringify(turn.citations),
      end.timings,
      end.llmRequestId,
      request?.provider ?? null,
      JSON.stringify(request?.providerRequestIds ?? []),
      request?.calls ?? 0,
      request?.durationMs ?? 0,
      request?.prompt ? JSON.stringify(request.prompt) : null,
      ...(charge ? [charge.cost] : []),
    ]);
    return row ? { completedAt: row.completed_at, warnings: row.warnings ?? [] } : null;
  }

  /** A turn of an agent; a running one whose worker is gone is marked `failed` (`worker_lost`) first. */
  async find(agentSlug: string, turnId: string): Promise<Turn | null> {
    const row = await this.readTurn(agentSlug, turnId);
    if (!row?.expired) return row ? turnOf(row) : null;
    await this.reapExpired(row.session_id);
    const reaped = await this.readTurn(agentSlug, turnId);
    return reaped ? turnOf(reaped) : null;
  }

  /** Ends the session's running turn as `worker_lost` when its lease has run out. Answers whether there was one. */
  async reapExpired(sessionId: string): Promise<boolean> {
    const rows = await this.db.query(
      `UPDATE messages m SET status = 'failed', failure_code = 'worker_lost', completed_at = now()
       WHERE m.session_id = $1 AND m.role = 'assistant' AND m.status = 'running' AND ${LEASE_OVER} RETURNING m.id`,
      [sessionId],
    );
    return rows.length > 0;
  }

  private async readTurn(agentSlug: string, turnId: string): Promise<TurnRow | undefined> {
    const [row] = await this.db.query<TurnRow>(
      `SELECT m.*, a.slug AS agent_slug, m.status = 'running' AND ${LEASE_OVER} AS expired
       FROM messages m JOIN sessions s ON s.id = m.session_id JOIN agents a ON a.id = s.agent_id
       WHERE m.id = $1 AND m.role = 'assistant' AND a.slug = $2`,
      [turnId, agentSlug],
    );
    return row;
  }
}

interface CreatedRow {
  created_at: Date;
  gone_share?: number;
}

function createdOf(row: CreatedRow | undefined): CreatedTurn {
  if (!row) throw new Error('The turn was not written.');
  return { createdAt: row.created_at, goneShare: row.gone_share ?? 0 };
}

function holdsParameter(holds: readonly Hold[]): string[] {
  return holds.length > 0 ? [JSON.stringify(holds)] : [];
}
