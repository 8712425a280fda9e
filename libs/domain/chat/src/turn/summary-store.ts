import { Injectable } from '@nestjs/common';
import type { Cost } from '@salient/contracts';
import type { Usage } from '@salient/contracts/chat';
import { TenantDb } from '@salient/tenancy';
import type { StoredSummary } from './turn-ground.js';

export interface NewSummary {
  readonly sessionId: string;
  /** The turn after which it was written. */
  readonly turnId: string;
  readonly text: string;
  /** The summary that it takes the place of. */
  readonly before: StoredSummary | null;
  /** The `seq` of each answer that is new in it, oldest first. */
  readonly covered: readonly string[];
  readonly request: {
    readonly id: string;
    readonly provider: string;
    readonly model: string | null;
    readonly usage: Usage | null;
    readonly cost: Cost;
    readonly durationMs: number;
  };
}

@Injectable()
export class SummaryStore {
  constructor(private readonly db: TenantDb) {}

  /** Whether the conversation's summary is still this one: another turn may have had it written anew. */
  async isLatest(sessionId: string, summary: StoredSummary | null): Promise<boolean> {
    const rows = await this.db.query('SELECT 1 FROM sessions WHERE id = $1 AND summary_seq IS NOT DISTINCT FROM $2::bigint', [
      sessionId,
      summary?.seq ?? null,
    ]);
    return rows.length > 0;
  }

  /**
   * Stores a summary with the call that wrote it. It is not kept when another one came first, or when something that it covers
   * has been superseded meanwhile; what the call cost is written down all the same.
   */
  async put({ sessionId, turnId, text, before, covered, request }: NewSummary): Promise<void> {
    const { id, provider, model, usage, cost, durationMs } = request;
    await this.db.query(
      `WITH summed AS (
         UPDATE sessions SET summary = $2, summary_seq = $3 WHERE id = $1 AND summary_seq IS NOT DISTINCT FROM $4::bigint
           AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.session_id = $1 AND m.seq = ANY ($5::bigint[]) AND m.superseded_at IS NOT NULL)
       )
       INSERT INTO llm_requests (id, message_id, provider, model, calls, input_tokens, output_tokens, cost_amount, cost_currency, cost_source,
         outcome, duration_ms, purpose)
       VALUES ($6, (SELECT id FROM messages WHERE id = $7), $8, $9, 1, $10, $11, $12, $13, $14, 'completed', $15, 'summary')`,
      [
        sessionId,
        text,
        covered.at(-1),
        before?.seq ?? null,
        covered,
        id,
        turnId,
        provider,
        model,
        usage?.input_tokens ?? null,
        usage?.output_tokens ?? null,
        cost.amount,
        cost.currency,
        cost.source,
        durationMs,
      ],
    );
  }
}
