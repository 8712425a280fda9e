import type { FastifyReply } from 'fastify';
import { once } from 'node:events';

export interface AdminEvent {
  readonly event: string;
  readonly id: string;
  readonly data: object;
}

const HEARTBEAT_MS = 15_000;

/** Answers with server-sent events as they come, until there are no more or the reader leaves. */
export async function sendEvents(reply: FastifyReply, eventsUntil: (closed: AbortSignal) => AsyncIterable<AdminEvent>): Promise<void> {
  const { raw } = reply;
  const closed = new AbortController();
  raw.once('close', () => closed.abort());
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 3000\n\n');
  const heartbeat = setInterval(() => raw.write(': hb\n\n'), HEARTBEAT_MS).unref();
  try {
    for await (const { event, id, data } of eventsUntil(closed.signal)) {
      if (closed.signal.aborted) return;
      if (!raw.write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`))
        await Promise.race([once(raw, 'drain'), once(raw, 'close')]);
    }
    raw.end();
  } catch {
    raw.destroy(); // the answer has begun: a cut tells the truth
  } finally {
    clearInterval(heartbeat);
  }
}
