import type { TokenScope } from '@salient/contracts/admin';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

type ScopeOf = (request: FastifyRequest) => TokenScope;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The scope that the route needs of a token. */
    scope?: TokenScope | ScopeOf;
    /** Whether `?ticket=` may take the place of the `Authorization` header. */
    takesTicket?: boolean;
  }
}

/** Declares the scope that a route below `/accounts/{account}` needs; a route without one stops the start. */
export function NeedsScope(scope: TokenScope | ScopeOf, { takesTicket = false } = {}): MethodDecorator {
  return RouteConfig({ scope, takesTicket });
}

export function scopeOf(request: FastifyRequest): TokenScope | undefined {
  const { scope } = request.routeOptions.config;
  return typeof scope === 'function' ? scope(request) : scope;
}
