import type { ChatResponse } from '@salient/contracts/chat';
import type { Turn, TurnEnd } from '@salient/domain/chat';

/** A finished turn as JSON. Publishable tokens and visitors are not shown model and cost. */
export function chatResponse(account: string, turn: Turn & { end: TurnEnd }, showCost: boolean): ChatResponse {
  const { end } = turn;
  return {
    id: turn.id,
    account,
    agent: turn.agentSlug,
    session_id: turn.sessionId,
    user_message_id: turn.userMessageId,
    message_id: turn.id,
    response: turn.text,
    status: end.status,
    finish_reason: end.finishReason,
    ...(showCost ? { model: end.model, cost: end.cost ?? { amount: null, currency: 'USD', source: 'unknown' } } : {}),
    usage: end.usage,
    citations: [...turn.citations],
    llm_request_id: end.llmRequestId,
    created_at: turn.createdAt.toISOString(),
    completed_at: end.completedAt.toISOString(),
    timings_ms: end.timings,
  };
}
