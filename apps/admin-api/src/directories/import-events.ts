import type { ImportRow } from '@salient/domain/directory/admin';
import type { FastifyReply } from 'fastify';
import { setTimeout as wait } from 'node:timers/promises';
import { importView } from './import.view.js';

const POLL_MS = 250;
const HEARTBEAT_POLLS = 60;

/** Whether a process works on the import, so that it will change by itself. */
export function isUnderWay({ status }: ImportRow): boolean {
  return status === 'validating' || status === 'applying';
}

/**
 * Tells how an import goes on: `progress` whenever something has changed, and `end` when nothing will by itself any more. Each
 * event carries the import as it is.
 */
export async function sendImportEvents(reply: FastifyReply, read: () => Promise<ImportRow>): Promise<void> {
  let row = await read();
  const { raw } = reply;
  reply.hijack();
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 3000\n\n');
  let told = '';
  try {
    for (let polls = 1; !raw.destroyed; polls++) {
      const data = JSON.stringify(importView(row));
      const event = isUnderWay(row) ? 'progress' : 'end';
      if (data !== told) raw.write(`id: ${row.id}:${event === 'end' ? event : polls}\nevent: ${event}\ndata: ${data}\n\n`);
      else if (polls % HEARTBEAT_POLLS === 0) raw.write(': hb\n\n');
      if (event === 'end') break;
      told = data;
      await wait(POLL_MS);
      row = await read();
    }
    raw.end();
  } catch {
    raw.destroy(); // the answer has begun: a cut tells the truth
  }
}
