import type { HistoryMessage } from '@salient/contracts/chat';
import type { StoredMessage } from '@salient/domain/chat';

/** A message as its conversation shows it: without model and cost, which are not a visitor's. */
export function historyMessage({ feedback, feedback_comment: comment, seq: _seq, ...message }: StoredMessage): HistoryMessage {
  return {
    ...message,
    feedback: feedback && { rating: feedback, comment },
    created_at: message.created_at.toISOString(),
    completed_at: message.completed_at?.toISOString() ?? null,
  };
}
