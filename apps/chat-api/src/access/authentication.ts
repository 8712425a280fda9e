import { Injectable } from '@nestjs/common';
import { bearerOf, Principal, SessionTokens, TokenVerifier, type PrincipalFields } from '@salient/auth/tokens';
import { StreamTickets, type StreamTicket } from '@salient/domain/chat';
import { runAsTenant, type TenantLease } from '@salient/tenancy';
import type { FastifyRequest } from 'fastify';

/** Tells who calls. */
@Injectable()
export class Authentication {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly sessions: SessionTokens,
    private readonly tickets: StreamTickets,
  ) {}

  /** @throws TokenMissing, TokenInvalid, TokenExpired, TokenRevoked, OriginNotAllowed, Forbidden */
  async bearer(request: FastifyRequest): Promise<Principal> {
    const token = bearerOf(request.headers.authorization);
    if (SessionTokens.looksLikeOne(token)) return this.sessions.verify(token);
    const principal = await this.tokens.verify(token, request.ip);
    principal.requireOrigin(request.headers.origin);
    return principal;
  }

  /** @throws TicketInvalid, TicketExpired */
  async ticket(ticket: string, agent: string, lease: TenantLease): Promise<{ principal: Principal; ticket: StreamTicket }> {
    const opened = await runAsTenant(lease, () => this.tickets.open(ticket, agent));
    return { principal: new Principal(opened.caller as PrincipalFields), ticket: opened };
  }
}

/**
 * The ticket that takes the place of a token; only a route that says so takes one. Whatever header comes along is not ours: a browser
 * sends the password of the site around us with everything.
 */
export function ticketOf(request: FastifyRequest): string | null {
  if (!request.routeOptions.config.takesTicket) return null;
  const { ticket } = request.query as { ticket?: unknown };
  return typeof ticket === 'string' ? ticket : null;
}
