import { readStored, type FoundTurn } from '@salient/domain/chat';
import type { FastifyReply } from 'fastify';
import { EventStream } from './event-stream.js';
import { TurnEvents, type StreamContext } from './turn-events.js';

/**
 * Answers with the event stream of a turn, from an offset on, until its last event.
 *
 * @param offset UTF-16 units that the reader has; null for one that comes first
 */
export async function streamTurn(reply: FastifyReply, turn: FoundTurn, offset: number | null, context: StreamContext): Promise<void> {
  const stream = new EventStream(reply);
  const words = new TurnEvents(context);
  const turnId = 'live' in turn ? turn.live.head.id : turn.stored.id;
  for await (const event of 'live' in turn ? turn.live.read(offset, stream.closed) : readStored(turn.stored, offset)) {
    if (await stream.send(words.encode(turnId, event))) continue;
    return stream.closed.aborted ? undefined : stream.reconnect('slow', words.lastId);
  }
  stream.end();
}
