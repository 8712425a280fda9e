import type { LiveTurn, TurnService } from '@salient/domain/chat';
import { SalientError } from '@salient/platform';
import type { FastifyReply } from 'fastify';
import { closedSignal, SseWriter } from '../sse/sse-writer.js';
import { UiChunks, type UiContext } from './ui-chunks.js';

const PROTOCOL = { 'x-vercel-ai-ui-message-stream': 'v1' };

/**
 * Answers with a turn as a UI message stream, always from its beginning: a client that resumes builds the message anew. What goes
 * wrong is an `error` part; the page keeps what it has shown. A reader that is too slow is cut, which its client takes for a lost
 * connection and resumes.
 */
export async function streamUiMessages(reply: FastifyReply, turns: TurnService, turn: LiveTurn, context: UiContext): Promise<void> {
  const closed = closedSignal(reply);
  const writer = new SseWriter(reply, closed, PROTOCOL);
  const chunks = new UiChunks(context);
  try {
    for await (const event of turns.readToEnd(turn, closed)) {
      if (event.type === 'replace') continue; // an error follows
      if (!(await writer.data(...chunks.encode(event)))) return writer.cut();
    }
  } catch (error) {
    if (!(error instanceof SalientError)) throw error; // cut, and logged
    await writer.data(...chunks.failure(error));
  }
  if (await writer.data('[DONE]')) writer.end();
}
