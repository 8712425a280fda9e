import type { ProblemCode } from '@salient/contracts';
import type { Citation, ToolActivity, TurnStatus } from '@salient/contracts/chat';

/** A row of `messages`, as a conversation's history shows it. */
export interface StoredMessage {
  readonly id: string;
  /** The order inside its session. */
  readonly seq: string;
  readonly parent_id: string | null;
  readonly role: 'user' | 'assistant';
  readonly content: string;
  readonly status: TurnStatus;
  readonly finish_reason: string | null;
  readonly failure_code: ProblemCode | null;
  readonly tools: ToolActivity[];
  readonly citations: Citation[];
  readonly feedback: 'up' | 'down' | null;
  readonly feedback_comment: string | null;
  readonly created_at: Date;
  readonly completed_at: Date | null;
}

export interface Feedback {
  /** Null takes the rating back. */
  readonly rating: 'up' | 'down' | null;
  readonly comment: string | null;
}
