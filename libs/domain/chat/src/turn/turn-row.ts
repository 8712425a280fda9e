import type { Cost, ProblemCode } from '@salient/contracts';
import type { Citation, ToolActivity, TurnStatus, TurnTimings, Usage } from '@salient/contracts/chat';
import { LEASE_SECONDS } from './turn-creation.js';
import type { Turn, TurnEnd, TurnHead } from './turn.js';

/**
 * Whether the lease of a row `m` is over. A database that was away could not be told of any renewal: the workers of the turns
 * that it has from before get the time of a lease to come back.
 */
export const LEASE_OVER = `(m.lease_expires_at < now() AND (m.created_at > pg_postmaster_start_time()
  OR pg_postmaster_start_time() < now() - interval '${LEASE_SECONDS} seconds'))`;

/** A row of `messages` that is an answer, as it is read. */
export interface TurnRow {
  id: string;
  session_id: string;
  parent_id: string;
  agent_slug: string;
  content: string;
  status: TurnStatus;
  finish_reason: string | null;
  failure_code: ProblemCode | null;
  model: string | null;
  usage: Usage | null;
  cost_amount: string | null;
  cost_currency: string | null;
  cost_source: Cost['source'] | null;
  tools: ToolActivity[];
  citations: Citation[];
  timings_ms: TurnTimings | null;
  llm_request_id: string | null;
  created_at: Date;
  completed_at: Date | null;
  expired: boolean;
}

/** The turn that a row tells of. */
export function turnOf(row: TurnRow): Turn {
  const head: TurnHead = {
    id: row.id,
    sessionId: row.session_id,
    userMessageId: row.parent_id,
    agentSlug: row.agent_slug,
    createdAt: row.created_at,
  };
  return {
    ...head,
    text: row.content,
    tools: row.tools,
    citations: row.citations,
    end: row.status === 'running' ? null : endOf(row, row.status),
  };
}

function endOf(row: TurnRow, status: TurnEnd['status']): TurnEnd {
  const cost = row.cost_source && {
    amount: row.cost_source === 'none' ? '0' : row.cost_amount,
    currency: row.cost_currency ?? 'USD',
    source: row.cost_source,
  };
  return {
    status,
    finishReason: row.finish_reason,
    failureCode: row.failure_code,
    model: row.model,
    usage: row.usage,
    cost,
    llmRequestId: row.llm_request_id,
    timings: row.timings_ms,
    completedAt: row.completed_at ?? row.created_at,
  };
}
