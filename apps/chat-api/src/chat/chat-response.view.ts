import type { ChatResponse, TurnAccepted, TurnState } from '@salient/contracts/chat';
import type { LiveTurn, Turn } from '@salient/domain/chat';

const UNKNOWN_COST = { amount: null, currency: 'USD', source: 'unknown' } as const;

/** A turn as JSON. Publishable tokens and visitors are not shown model and cost. */
export function chatResponse(account: string, turn: Turn, showCost: boolean): ChatResponse {
  const { end } = turn;
  return {
    ...turnHead(account, turn),
    response: turn.text,
    status: end?.status ?? 'running',
    finish_reason: end?.finishReason ?? null,
    ...(showCost ? { model: end?.model ?? null, cost: end?.cost ?? UNKNOWN_COST } : {}),
    usage: end?.usage ?? null,
    citations: [...turn.citations],
    llm_request_id: end?.llmRequestId ?? null,
    created_at: turn.createdAt.toISOString(),
    completed_at: end?.completedAt.toISOString() ?? null,
    timings_ms: end?.timings ?? null,
  };
}

export function turnState(account: string, turn: Turn, showCost: boolean): TurnState {
  return { ...chatResponse(account, turn, showCost), failure_code: turn.end?.failureCode ?? null };
}

/** What a caller who did not want to wait is told. */
export function turnAccepted(account: string, turn: LiveTurn): TurnAccepted {
  const { end, createdAt } = turn.snapshot;
  return { ...turnHead(account, turn.head), status: end?.status ?? 'running', created_at: createdAt.toISOString() };
}

function turnHead(account: string, { id, agentSlug, sessionId, userMessageId }: LiveTurn['head']) {
  return { id, account, agent: agentSlug, session_id: sessionId, user_message_id: userMessageId, message_id: id };
}
