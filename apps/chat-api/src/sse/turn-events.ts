import type { Turn, TurnEnd, TurnEvent } from '@salient/domain/chat';
import { TurnFailed } from '@salient/domain/chat';
import { problemOf } from '@salient/platform';
import { createHash } from 'node:crypto';

/** One event of an event stream: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export interface ServerSentEvent {
  readonly event: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface StreamContext {
  readonly instance: string;
  readonly requestId: string;
  /** Publishable tokens and visitors are not shown what a turn costs. */
  readonly showCost: boolean;
  /** What `start` carries besides. */
  readonly opening: Readonly<Record<string, unknown>>;
}

/** Puts what happens in a turn into the words of the wire. */
export class TurnEvents {
  private cursor = '';

  constructor(private readonly context: StreamContext) {}

  /** The id of the last event: where a reader that is cut now comes back to. */
  get lastId(): string {
    return this.cursor;
  }

  encode(turnId: string, event: Exclude<TurnEvent, { type: 'reconnect' }>): ServerSentEvent[] {
    if (event.type === 'end') return this.encodeEnd(event.turn);
    this.cursor = `${turnId}:${event.offset}`;
    const more = event.type === 'start' ? this.context.opening : {};
    return [{ event: event.type, id: this.cursor, data: { ...dataOf(event), ...more } }];
  }

  private encodeEnd(turn: Turn & { end: TurnEnd }): ServerSentEvent[] {
    const { end } = turn;
    const last = { id: `${turn.id}:end`, ...(end.status === 'failed' ? this.failed(turn, end) : done(turn, end)) };
    if (!end.usage && !end.cost) return [last];
    const usage = { usage: end.usage, ...(this.context.showCost ? { cost: end.cost } : {}) };
    return [{ event: 'usage', id: `${turn.id}:${turn.text.length}`, data: usage }, last];
  }

  private failed(turn: Turn, end: TurnEnd) {
    const problem = problemOf(new TurnFailed(end.failureCode ?? 'internal_error'), this.context);
    return { event: 'failed', data: { ...problem, turn_id: turn.id, message_id: turn.id, partial: turn.text.length > 0 } };
  }
}

function dataOf(event: Exclude<TurnEvent, { type: 'end' | 'reconnect' }>): Record<string, unknown> {
  switch (event.type) {
    case 'start':
      return {
        turn_id: event.turn.id,
        session_id: event.turn.sessionId,
        user_message_id: event.turn.userMessageId,
        message_id: event.turn.id,
        agent: event.turn.agentSlug,
        created_at: event.turn.createdAt.toISOString(),
        resumed: event.resumed,
      };
    case 'delta':
      return { text: event.text, offset: event.offset - event.text.length };
    case 'tool':
      return { ...event.tool };
    case 'citation':
      return { ...event.citation };
    case 'replace':
      return { text: event.text, reason: event.reason };
  }
}

function done(turn: Turn, end: TurnEnd) {
  return {
    event: 'done',
    data: {
      turn_id: turn.id,
      message_id: turn.id,
      status: end.status,
      finish_reason: end.finishReason,
      chars: turn.text.length,
      sha256: createHash('sha256').update(turn.text).digest('hex'),
    },
  };
}
