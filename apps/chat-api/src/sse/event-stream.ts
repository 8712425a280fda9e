import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { ServerSentEvent } from './turn-events.js';

const HEARTBEAT_MS = 15_000;
/** How long a reader may leave a full socket before it is cut: it comes back where it was. */
const SLOW_READER_MS = 10_000;
const RETRY_MS = 3_000;

/**
 * Writes an event stream on the raw response. What a reader does not take is not buffered here: `send` waits for the
 * socket, and a socket that stays full is given up.
 */
export class EventStream {
  private readonly raw: ServerResponse;
  private readonly heartbeat: NodeJS.Timeout;
  private readonly gone = new AbortController();

  constructor(reply: FastifyReply) {
    reply.hijack();
    this.raw = reply.raw;
    this.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    this.raw.flushHeaders();
    this.raw.socket?.setNoDelay(true);
    this.raw.write(`retry: ${RETRY_MS}\n\n`);
    this.heartbeat = setInterval(() => this.raw.write(': hb\n\n'), HEARTBEAT_MS).unref();
    this.raw.once('close', () => {
      clearInterval(this.heartbeat);
      this.gone.abort();
    });
  }

  /** Aborted when the reader has gone. */
  get closed(): AbortSignal {
    return this.gone.signal;
  }

  /** Sends events; false when the reader is too slow or gone. */
  async send(events: readonly ServerSentEvent[]): Promise<boolean> {
    if (this.closed.aborted) return false;
    const text = events.map(({ event, id, data }) => `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`).join('');
    return this.raw.write(text) || this.drained();
  }

  /** Tells the reader to come back, and closes. */
  reconnect(reason: 'drain' | 'slow' | 'moved', lastId: string): void {
    this.raw.write(`event: reconnect\nid: ${lastId}\ndata: ${JSON.stringify({ reason, retry_ms: RETRY_MS })}\n\n`);
    this.end();
  }

  end(): void {
    clearInterval(this.heartbeat);
    this.raw.end();
  }

  private drained(): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (taken: boolean) => {
        clearTimeout(timer);
        this.raw.off('drain', onDrain).off('close', onClose);
        resolve(taken);
      };
      const onDrain = () => settle(true);
      const onClose = () => settle(false);
      const timer = setTimeout(() => settle(false), SLOW_READER_MS);
      this.raw.once('drain', onDrain).once('close', onClose);
    });
  }
}
