import type { LiveTurn } from '@salient/domain/chat';
import type { FastifyReply } from 'fastify';
import { closedSignal, SseWriter } from '../sse/sse-writer.js';
import { UiChunks, type UiContext } from './ui-chunks.js';

const PROTOCOL = { 'x-vercel-ai-ui-message-stream': 'v1' };

/**
 * Answers with a turn as a UI message stream, always from its beginning: a client that resumes builds the message anew. A
 * reader that is too slow is cut, which its client takes for a lost connection and resumes.
 */
export async function streamUiMessages(reply: FastifyReply, turn: LiveTurn, context: UiContext): Promise<void> {
  const closed = closedSignal(reply);
  const writer = new SseWriter(reply, closed, PROTOCOL);
  const chunks = new UiChunks(context);
  for await (const event of turn.read(null, closed)) {
    if (event.type === 'replace') continue; // an error follows, and the page keeps what it has shown
    if (event.type === 'reconnect') return writer.cut(); // taken for a lost connection, and resumed where the turn goes on
    if (!(await writer.data(...chunks.encode(event)))) return writer.cut();
  }
  if (await writer.data('[DONE]')) writer.end();
}
