import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';

const HEARTBEAT_MS = 15_000;
/** How long a reader may leave a full socket before it is cut. */
export const SLOW_READER_MS = 10_000;

/** Aborted when the reader has gone, or has everything. */
export function closedSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  if (reply.raw.destroyed) gone.abort();
  else reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

/**
 * Writes server-sent events on the raw response, with heartbeats. What a reader does not take is not buffered here: `write`
 * waits for the socket, and a socket that stays full is given up.
 */
export class SseWriter {
  private readonly raw: ServerResponse;
  private readonly heartbeat: NodeJS.Timeout;

  constructor(
    reply: FastifyReply,
    private readonly closed: AbortSignal,
    headers: Readonly<Record<string, string>> = {},
    private readonly slowReaderMs = SLOW_READER_MS,
  ) {
    reply.hijack();
    this.raw = reply.raw;
    this.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      ...headers,
    });
    this.raw.flushHeaders();
    this.raw.socket?.setNoDelay(true);
    this.heartbeat = setInterval(() => this.raw.write(': hb\n\n'), HEARTBEAT_MS).unref();
    this.raw.once('close', () => clearInterval(this.heartbeat));
  }

  /** Sends events of data alone; false when the reader is too slow or gone. */
  async data(...values: readonly (object | string)[]): Promise<boolean> {
    return this.write(values.map((value) => `data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`).join(''));
  }

  async write(text: string): Promise<boolean> {
    if (this.closed.aborted) return false;
    return this.raw.write(text) || this.drained();
  }

  /** Ends the answer. Who does not take what is left of it is cut: a reader that sleeps keeps no socket. */
  end(): void {
    clearInterval(this.heartbeat);
    this.raw.end();
    if (this.raw.writableFinished) return;
    const timer = setTimeout(() => this.raw.destroy(), this.slowReaderMs).unref();
    this.raw.once('close', () => clearTimeout(timer));
  }

  /** Breaks the answer off, so that nobody takes what he has for the whole. */
  cut(): void {
    this.raw.destroy();
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
      const timer = setTimeout(() => settle(false), this.slowReaderMs);
      this.raw.once('drain', onDrain).once('close', onClose);
    });
  }
}
