import type { Principal } from '@salient/auth/tokens';
import type { TurnCaller } from '@salient/domain/chat';
import type { FastifyReply } from 'fastify';

/** Who begins a turn, for its limits; what is left of them goes into the headers of the answer. */
export function turnCaller({ kind, lineageId, limits, budget }: Principal, reply: FastifyReply): TurnCaller {
  return { kind, lineageId, limits, budget, address: reply.request.ip, tell: (headers) => void reply.headers(headers) };
}
