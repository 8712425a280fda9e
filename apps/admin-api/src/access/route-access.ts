import { RouteConfig } from '@nestjs/platform-fastify';
import type { AccountAction } from '@salient/auth/admin';
import type { TokenScope } from '@salient/contracts/admin';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route works without an access token. */
    open?: boolean;
    /** What the route does in the account of its path. */
    action?: AccountAction;
    /** The route is for platform admins. */
    platformOnly?: boolean;
    /** The scope with which an API token may call the route too; without one it takes access tokens only. `any`: whatever it has. */
    tokenScope?: TokenScope | 'any';
    /** The body is a file and not JSON. */
    upload?: boolean;
  }
}

/** Declares a route that works without an access token: only signing in and out. */
export const Open = (): MethodDecorator => RouteConfig({ open: true });

/** Declares a route that works by the secret in its path, which therefore stays out of the log. */
export const OpenByLink = (): MethodDecorator => RouteConfig({ open: true, hasSecretPath: true });

/**
 * Declares what a route below `/accounts/{account}` does there; a route that does not say so stops the start. Whoever may
 * not do it is refused before the body is read.
 */
export const InAccount = (action: AccountAction, tokenScope?: TokenScope, { upload = false } = {}): MethodDecorator =>
  RouteConfig({ action, tokenScope, upload });

/** Declares a route of the platform and no account's; whoever is no platform admin is refused before the body is read. */
export const ForPlatformAdmins = (): MethodDecorator => RouteConfig({ platformOnly: true });

/** Declares a route that an API token may call about itself. */
export const ForTokenItself = (): MethodDecorator => RouteConfig({ tokenScope: 'any' });
