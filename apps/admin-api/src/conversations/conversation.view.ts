import type {
  Conversation,
  ConversationMessage,
  ExportedConversation,
  ResolvedQuestion,
  UnansweredQuestion,
} from '@salient/contracts/admin';
import type { ConversationRow, MessageRow, ResolutionRow, UnansweredRow } from '@salient/domain/conversations';

const EXAMPLES_MAX = 3;

export function conversationView(row: ConversationRow): Conversation {
  return {
    id: row.id,
    agent: { id: row.agent_id, slug: row.agent_slug, name: row.agent_name, deleted: row.agent_deleted },
    opening: row.opening ?? '',
    turns: row.turns,
    status: row.status,
    failed_turns: row.failed_turns,
    feedback: { up: row.up, down: row.down },
    cost: { amount: row.cost_amount, currency: 'USD', unknown_turns: row.unknown_turns },
    preview: row.preview ?? false,
    created_at: row.created_at.toISOString(),
    last_active_at: row.last_active_at.toISOString(),
  };
}

export function messageView(row: MessageRow): ConversationMessage {
  const { cost_amount, cost_currency, cost_source, feedback, feedback_comment, feedback_at, created_at, completed_at, ...message } = row;
  return {
    ...message,
    cost: cost_source && {
      amount: cost_source === 'none' ? '0' : cost_amount,
      currency: cost_currency ?? 'USD',
      source: cost_source,
    },
    feedback: feedback && { rating: feedback, comment: feedback_comment, at: feedback_at?.toISOString() ?? null },
    created_at: created_at.toISOString(),
    completed_at: completed_at?.toISOString() ?? null,
  };
}

export function exportedView(row: ConversationRow & { readonly messages: readonly MessageRow[] }): ExportedConversation {
  return { ...conversationView(row), messages: row.messages.map(messageView) };
}

export function unansweredView({ key, question, turns, resolvedAt }: UnansweredRow): UnansweredQuestion {
  return {
    key,
    question,
    turns: turns.length,
    without_result: turns.filter((turn) => turn.found_nothing).length,
    agents: [...new Set(turns.map(({ agent }) => agent))].sort(),
    last_asked_at: turns[0]!.asked_at.toISOString(),
    examples: turns.slice(0, EXAMPLES_MAX).map(({ session_id, message_id, question: asked, answer, asked_at }) => ({
      session_id,
      message_id,
      question: asked,
      answer,
      asked_at: asked_at.toISOString(),
    })),
    resolved_at: resolvedAt?.toISOString() ?? null,
  };
}

export function resolvedView({ resolved_at, ...row }: ResolutionRow): ResolvedQuestion {
  return { ...row, resolved_at: resolved_at.toISOString() };
}
