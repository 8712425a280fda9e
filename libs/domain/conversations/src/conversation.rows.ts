import type { Cost } from '@salient/contracts';
import type { Conversation, ConversationMessage } from '@salient/contracts/admin';

export interface ConversationRow {
  readonly id: string;
  readonly agent_id: string;
  readonly agent_slug: string;
  readonly agent_name: string;
  readonly agent_deleted: boolean;
  readonly opening: string | null;
  readonly preview: boolean | null;
  readonly turns: number;
  readonly status: Conversation['status'];
  readonly failed_turns: number;
  readonly up: number;
  readonly down: number;
  readonly cost_amount: string | null;
  readonly unknown_turns: number;
  readonly created_at: Date;
  readonly last_active_at: Date;
}

type Stored = 'id' | 'seq' | 'parent_id' | 'role' | 'content' | 'status' | 'finish_reason' | 'failure_code' | 'superseded' | 'model';
type StoredJson = 'usage' | 'tools' | 'citations' | 'timings_ms' | 'metadata';

export interface MessageRow extends Pick<ConversationMessage, Stored | StoredJson> {
  readonly cost_amount: string | null;
  readonly cost_currency: string | null;
  readonly cost_source: Cost['source'] | null;
  readonly feedback: 'up' | 'down' | null;
  readonly feedback_comment: string | null;
  readonly feedback_at: Date | null;
  readonly created_at: Date;
  readonly completed_at: Date | null;
}
