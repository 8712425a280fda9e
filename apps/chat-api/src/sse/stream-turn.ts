import type { LiveTurn } from '@salient/domain/chat';
import type { FastifyReply } from 'fastify';
import { EventStream, type StreamPace } from './event-stream.js';
import { TurnEvents, type StreamContext } from './turn-events.js';

/**
 * Answers with the event stream of a turn, from an offset on, until its last event.
 *
 * @param offset UTF-16 units that the reader has; null for one that comes first
 */
export async function streamTurn(
  reply: FastifyReply,
  turn: LiveTurn,
  offset: number | null,
  context: StreamContext,
  pace?: StreamPace,
): Promise<void> {
  const stream = new EventStream(reply, pace);
  const words = new TurnEvents(context);
  for await (const event of turn.read(offset, stream.closed)) {
    if (event.type === 'reconnect') return stream.reconnect(event.reason, words.lastId);
    if (await stream.send(words.encode(turn.head.id, event))) continue;
    return stream.closed.aborted ? undefined : stream.reconnect('slow', words.lastId);
  }
  stream.end();
}
