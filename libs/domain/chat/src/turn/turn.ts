import type { Citation, ToolActivity, TurnStatus, TurnTimings, Usage } from '@salient/contracts/chat';
import type { Cost, ProblemCode } from '@salient/contracts';

/** What a turn is known by; fixed when it is created. */
export interface TurnHead {
  /** The turn's id is the assistant message's id. */
  readonly id: string;
  readonly sessionId: string;
  readonly userMessageId: string;
  readonly agentSlug: string;
  readonly createdAt: Date;
}

/** How a turn ended. */
export interface TurnEnd {
  readonly status: Exclude<TurnStatus, 'running'>;
  /** `stop`, `length`, `content_filter`, `stopped`, `disconnected`; null when it failed. */
  readonly finishReason: string | null;
  /** Why it failed; null when it did not. */
  readonly failureCode: ProblemCode | null;
  readonly model: string | null;
  readonly usage: Usage | null;
  readonly cost: Cost | null;
  readonly llmRequestId: string | null;
  readonly timings: TurnTimings | null;
  readonly completedAt: Date;
}

/** A whole turn as it is stored, or as far as it has come. */
export interface Turn extends TurnHead {
  readonly text: string;
  readonly tools: readonly ToolActivity[];
  readonly citations: readonly Citation[];
  readonly end: TurnEnd | null;
}

/**
 * What a reader of a turn is told, in order. `offset` counts the UTF-16 units of the answer that the reader has after it.
 */
export type TurnEvent =
  | { readonly type: 'start'; readonly offset: number; readonly turn: TurnHead; readonly resumed: boolean }
  | { readonly type: 'delta'; readonly offset: number; readonly text: string }
  | { readonly type: 'tool'; readonly offset: number; readonly tool: ToolActivity }
  | { readonly type: 'citation'; readonly offset: number; readonly citation: Citation }
  | { readonly type: 'replace'; readonly offset: number; readonly text: string; readonly reason: string }
  | { readonly type: 'reconnect'; readonly offset: number; readonly reason: 'drain' | 'moved' }
  | { readonly type: 'end'; readonly turn: Turn & { readonly end: TurnEnd } };
