import type { BudgetWarning } from '@salient/domain/limits';
import type { PromptModule } from './prompt.js';
import type { Turn, TurnEnd } from './turn.js';

/** What `llm_requests` keeps of a turn's calls to a model. */
export interface LlmRequestRecord {
  readonly provider: string;
  readonly providerRequestIds: readonly string[];
  readonly calls: number;
  readonly durationMs: number;
  /** What the prompt of the first call was made of; null when it did not come to that. */
  readonly prompt: readonly PromptModule[] | null;
}

/** A turn that has come to its end, before that is stored. */
export type EndingTurn = Omit<Turn, 'end'> & { readonly end: Omit<TurnEnd, 'completedAt'> };

export interface FinishedTurn {
  /** By the database's clock, as `created_at` is. */
  readonly completedAt: Date;
  /** Budgets that are nearly gone now. */
  readonly warnings: readonly BudgetWarning[];
}

/** Writes the end of a turn that is still this worker's, and its llm_requests row. */
export const FINISH_TURN = {
  name: 'turn_finish',
  text: `
  WITH finished AS (
    UPDATE messages SET content = $3, status = $4, finish_reason = $5, failure_code = $6, model = $7, usage = $8, cost_amount = $9,
      cost_currency = $10, cost_source = $11, tools = $12, citations = $13, timings_ms = $14, llm_request_id = $15,
      completed_at = greatest(now(), created_at), lease_expires_at = NULL
    WHERE id = $1 AND status = 'running' AND worker_id = $2 RETURNING id, completed_at
  ), recorded AS (
    INSERT INTO llm_requests (id, message_id, provider, model, provider_request_ids, calls, input_tokens, output_tokens, cost_amount,
      cost_currency, cost_source, outcome, duration_ms, prompt)
    SELECT $15::uuid, finished.id, $16, $7, $17, $18, ($8::jsonb ->> 'input_tokens')::int, ($8::jsonb ->> 'output_tokens')::int, $9, $10,
      $11, $4, $19, $20 FROM finished WHERE $15::uuid IS NOT NULL
  )
  SELECT completed_at FROM finished`,
};

/** The same for a turn that has reserved money: it is charged for what it has cost. */
export const FINISH_HOLDING_TURN = {
  name: 'turn_finish_holding',
  text: FINISH_TURN.text.replace(/SELECT completed_at FROM finished$/, 'SELECT completed_at, end_holds(id, $21) AS warnings FROM finished'),
};
