import { AccessTokenInvalid, AccessTokenMissing, tokenCaller, type AdminUser, type AuthService } from '@salient/auth/admin';
import { bearerOf, TokenMissing, type TokenVerifier } from '@salient/auth/tokens';
import type { FastifyRequest } from 'fastify';

const API_TOKEN = /^sal_/;

/** Finds out who calls: a person with an access token or, where the route says so, an API token. */
export class Callers {
  constructor(
    private readonly auth: AuthService,
    private readonly verifier: TokenVerifier,
  ) {}

  /** @throws AccessTokenMissing, AccessTokenInvalid, AccessTokenExpired, ScopeMissing, and what an API token is refused for */
  async callerOf(request: FastifyRequest): Promise<AdminUser> {
    const token = bearerTokenOf(request);
    if (!API_TOKEN.test(token)) return this.auth.verify(token);
    const { tokenScope } = request.routeOptions.config;
    if (!tokenScope) throw new AccessTokenInvalid(); // an API token opens chats, never administration
    const principal = await this.verifier.verify(token, request.ip);
    principal.requireScope(tokenScope);
    return tokenCaller(principal, tokenScope);
  }
}

function bearerTokenOf(request: FastifyRequest): string {
  try {
    return bearerOf(request.headers.authorization);
  } catch (error) {
    throw error instanceof TokenMissing ? new AccessTokenMissing() : error;
  }
}
