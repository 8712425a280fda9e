import { RouteConfig } from '@nestjs/platform-fastify';
import type { AccountAction } from '@salient/auth/admin';
import type { TokenScope } from '@salient/contracts/admin';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route works without an access token. */
    open?: boolean;
    /** What the route does in the account of its path. */
    action?: AccountAction;
    /** The scope with which an API token may call the route too; without one it takes access tokens only. */
    tokenScope?: TokenScope;
  }
}

/** Declares a route that works without an access token: only signing in and out. */
export const Open = (): MethodDecorator => RouteConfig({ open: true });

/**
 * Declares what a route below `/accounts/{account}` does there; a route that does not say so stops the start. Whoever may
 * not do it is refused before the body is read.
 */
export const InAccount = (action: AccountAction, tokenScope?: TokenScope): MethodDecorator => RouteConfig({ action, tokenScope });
