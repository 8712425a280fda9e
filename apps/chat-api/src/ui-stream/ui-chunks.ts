import type { Citation, ToolActivity } from '@salient/contracts/chat';
import { TurnFailed, type StayingEvent, type Turn, type TurnEnd, type TurnHead } from '@salient/domain/chat';
import { problemOf } from '@salient/platform';

/** One chunk of the AI SDK's UI message stream, protocol v1: https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol */
export type UiChunk = Readonly<Record<string, unknown>> & { readonly type: string };

export interface UiContext {
  readonly instance: string;
  readonly requestId: string;
  /** Publishable tokens and visitors are not shown what a turn costs. */
  readonly showCost: boolean;
  /** For a visitor whose conversation begins with this turn. */
  readonly sessionToken: string | null;
}

/**
 * Puts what happens in a turn into UI message chunks. Text that comes after a tool begins a part of its own, so that a page
 * shows both in their order; the text parts together are the answer.
 */
export class UiChunks {
  private textParts = 0;
  private isTextOpen = false;
  private readonly shownTools = new Set<string>();

  constructor(private readonly context: UiContext) {}

  encode(event: Exclude<StayingEvent, { type: 'replace' }>): UiChunk[] {
    switch (event.type) {
      case 'start':
        return [this.start(event.turn)];
      case 'delta':
        return [...this.openText(), { type: 'text-delta', id: this.textId, delta: event.text }];
      case 'tool':
        return [...this.closeText(), ...this.tool(event.tool)];
      case 'citation':
        return [source(event.citation)];
      case 'end':
        return [...this.closeText(), ...this.end(event.turn)];
    }
  }

  private start({ id, sessionId, userMessageId, agentSlug, createdAt }: TurnHead): UiChunk {
    const { sessionToken } = this.context;
    const messageMetadata = {
      turn_id: id,
      session_id: sessionId,
      user_message_id: userMessageId,
      agent: agentSlug,
      created_at: createdAt.toISOString(),
      ...(sessionToken === null ? {} : { session_token: sessionToken }),
    };
    return { type: 'start', messageId: id, messageMetadata };
  }

  private get textId(): string {
    return `text-${this.textParts}`;
  }

  private openText(): UiChunk[] {
    if (this.isTextOpen) return [];
    this.isTextOpen = true;
    this.textParts += 1;
    return [{ type: 'text-start', id: this.textId }];
  }

  private closeText(): UiChunk[] {
    if (!this.isTextOpen) return [];
    this.isTextOpen = false;
    return [{ type: 'text-end', id: this.textId }];
  }

  /** A tool of the server's: the page runs nothing, and is not told with what it was called. */
  private tool({ tool_call_id: toolCallId, name, label, state, ...result }: ToolActivity): UiChunk[] {
    const isNew = !this.shownTools.has(toolCallId);
    this.shownTools.add(toolCallId);
    const common = { toolCallId, providerExecuted: true, dynamic: true };
    const begun: UiChunk[] = isNew ? [{ type: 'tool-input-available', ...common, toolName: name, title: label, input: {} }] : [];
    if (state === 'completed') return [...begun, { type: 'tool-output-available', ...common, output: { label, ...result } }];
    return state === 'failed' ? [...begun, { type: 'tool-output-error', ...common, errorText: `${label}: this did not work.` }] : begun;
  }

  private end({ end }: Turn & { readonly end: TurnEnd }): UiChunk[] {
    const { status, finishReason, usage, cost, failureCode } = end;
    const messageMetadata = { status, finish_reason: finishReason, usage, ...(this.context.showCost ? { cost } : {}) };
    if (!failureCode) return [{ type: 'finish', finishReason: finishReasonOf(finishReason), messageMetadata }];
    return this.error(new TurnFailed(failureCode), messageMetadata);
  }

  /** The answer breaks off, and what has become of the turn is not known here. */
  failure(error: unknown): UiChunk[] {
    return [...this.closeText(), ...this.error(error, {})];
  }

  private error(error: unknown, metadata: Readonly<Record<string, unknown>>): UiChunk[] {
    const { code, retryable, detail } = problemOf(error, this.context);
    return [
      { type: 'message-metadata', messageMetadata: { ...metadata, code, retryable } },
      { type: 'error', errorText: detail },
    ];
  }
}

function source({ entry_id: sourceId, title, ...reference }: Citation): UiChunk {
  return { type: 'source-document', sourceId, mediaType: 'application/json', title, providerMetadata: { salient: reference } };
}

/** Ends that the AI SDK has no word for, such as a stop, are `other`. */
function finishReasonOf(finishReason: string | null): string {
  if (finishReason === 'content_filter') return 'content-filter';
  return finishReason === 'stop' || finishReason === 'length' ? finishReason : 'other';
}
