import type { FastifyReply } from 'fastify';
import { closedSignal, SLOW_READER_MS, SseWriter } from './sse-writer.js';
import type { ServerSentEvent } from './turn-events.js';

const RETRY_MS = 3_000;

/** How patient a stream is, in milliseconds. */
export interface StreamPace {
  /** How long a reader may leave a full socket before it is sent away. */
  readonly slowReaderMs?: number;
  /** How long a reader that was cut waits before it comes back. */
  readonly retryMs?: number;
}

export const STREAM_PACE = Symbol('StreamPace');

/** The stream of a turn's events in Salient's own words. */
export class EventStream {
  /** Aborted when the reader has gone. */
  readonly closed: AbortSignal;
  private readonly writer: SseWriter;
  private readonly retryMs: number;

  constructor(reply: FastifyReply, { slowReaderMs = SLOW_READER_MS, retryMs = RETRY_MS }: StreamPace = {}) {
    this.retryMs = retryMs;
    this.closed = closedSignal(reply);
    this.writer = new SseWriter(reply, this.closed, {}, slowReaderMs);
    void this.writer.write(`retry: ${retryMs}\n\n`);
  }

  /** Sends events; false when the reader is too slow or gone. */
  async send(events: readonly ServerSentEvent[]): Promise<boolean> {
    return this.writer.write(events.map(textOf).join(''));
  }

  /** Tells the reader to come back, and closes. */
  reconnect(reason: 'drain' | 'slow' | 'moved', lastId: string): void {
    void this.writer.write(textOf({ event: 'reconnect', id: lastId, data: { reason, retry_ms: this.retryMs } }));
    this.end();
  }

  end(): void {
    this.writer.end();
  }
}

function textOf({ event, id, data }: ServerSentEvent): string {
  return `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}
