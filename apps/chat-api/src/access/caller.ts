import type { Principal } from '@salient/auth/tokens';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

/** Under whom a caller's repeats are known: keys and client message ids are each principal's own. */
export function repeatsUnder(caller: Principal, request: FastifyRequest): string {
  return caller.repeatsUnder(() => createHash('sha256').update(request.ip).digest('hex').slice(0, 16));
}

/**
 * The session that a turn begins in; null for a new one. A visitor is always in his own.
 *
 * @throws Forbidden, SessionOutOfReach
 */
export function sessionOf(caller: Principal, named: string | null | undefined): string | null {
  if (named) caller.requireSession(named);
  return named ?? caller.sessionId;
}

/** Publishable tokens and visitors are shown neither model nor cost. */
export function showsCost(caller: Principal): boolean {
  return caller.kind === 'sk';
}
