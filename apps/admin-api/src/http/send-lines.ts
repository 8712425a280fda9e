import type { FastifyReply } from 'fastify';
import { once } from 'node:events';

/**
 * Answers with lines as they are made, none buffered that the reader does not take. It works inside the caller's tenant, which
 * stays borrowed until the last line is out. What fails after the first line cuts the answer: a cut tells the truth.
 */
export async function sendLines(reply: FastifyReply, type: string, fileName: string, lines: AsyncIterable<string>): Promise<void> {
  await sendText(reply, type, fileName, ended(lines));
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** The same for pieces of a text that bring their own line ends. */
export async function sendText(reply: FastifyReply, type: string, fileName: string, pieces: AsyncIterable<string>): Promise<void> {
  const { raw } = reply;
  let begun = false;
  try {
    for await (const piece of pieces) {
      if (raw.destroyed) return;
      if (!begun) begun = begin(reply, type, fileName);
      if (!raw.write(piece)) await Promise.race([once(raw, 'drain'), once(raw, 'close')]);
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
