import type { FastifyReply } from 'fastify';
import { once } from 'node:events';

/**
 * Answers with lines as they are made, none buffered that the reader does not take. It works inside the caller's tenant, which
 * stays borrowed until the last line is out. What fails after the first line cuts the answer: a cut tells the truth.
 */
export async function sendLines(reply: FastifyReply, type: string, fileName: string, lines: AsyncIterable<string>): Promise<void> {
  const { raw } = reply;
  let begun = false;
  try {
    for await (const line of lines) {
      if (raw.destroyed) return;
      if (!begun) begun = begin(reply, type, fileName);
      if (!raw.write(`${line}\n`)) await Promise.race([once(raw, 'drain'), once(raw, 'close')]);
    }
    if (!begun) begin(reply, type, fileName);
    raw.end();
  } catch (error) {
    if (!begun) throw error;
    raw.destroy();
  }
}

/** The first line is there, so the answer is not an error. */
function begin(reply: FastifyReply, type: string, fileName: string): true {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': type,
    'content-disposition': `attachment; filename="${fileName}"`,
    'cache-control': 'no-store',
  });
  return true;
}
