import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuthService, requirePlatformAdmin, type Actor, type AdminUser, type RequestOrigin } from '@salient/auth/admin';
import { TokenVerifier } from '@salient/auth/tokens';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AccountAccess } from '../accounts/account-access.js';
import { Callers } from './caller.js';
import './route-access.js';

export { ForPlatformAdmins, ForTokenItself, InAccount, Open, OpenByLink } from './route-access.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route but the open ones. */
    admin?: AdminUser;
    /** The account of the path, in which the caller may do what the route does. */
    account?: AccountRow;
  }
}

export const ADMIN_PREFIX = 'api/admin';
const USER_AGENT_CHARACTERS_MAX = 500;

/**
 * Asks for an access token on every admin route, before the body is read, and below `/accounts/{account}` for the right to
 * do there what the route does. A route has to say when it needs no token, and what it does in an account.
 */
export function guardAdminRoutes(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const callers = new Callers(app.get(AuthService), app.get(TokenVerifier));
  const access = app.get(AccountAccess);
  fastify.addHook('onRoute', ({ method, url, config }) => {
    if (url.includes('/:account') && !config?.action)
      throw new Error(`${String(method)} ${url} does not say what it does: add @InAccount.`);
  });
  fastify.addHook('onRequest', async (request) => {
    const { url = '', config } = request.routeOptions;
    if (!url.startsWith(`/${ADMIN_PREFIX}/`) || config.open) return;
    const admin = (request.admin = await callers.callerOf(request));
    request.context.principal = `${admin.isApiToken ? 'token' : 'admin'}:${admin.id}`;
    if (config.platformOnly) requirePlatformAdmin(admin);
    if (!config.action) return;
    const { account } = request.params as { account: string };
    request.account = await access.enter(admin, account, config.action, request.headers['x-tenant-slug']);
    request.context.account = request.account.slug;
  });
}

/** Who calls, in a controller. */
export const CurrentAdmin = createParamDecorator((_data: unknown, context: ExecutionContext): AdminUser => callerOf(context).admin);

/** Who calls and in which request, for the audit. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { admin, requestId } = callerOf(context);
  return { adminId: admin.id, requestId, kind: admin.isApiToken ? 'api_token' : 'admin' };
});

/** Where a request comes from: what guesses at passwords are counted by. */
export const Origin = createParamDecorator((_data: unknown, context: ExecutionContext): RequestOrigin => {
  const { ip, id, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return { address: ip, userAgent: headers['user-agent']?.slice(0, USER_AGENT_CHARACTERS_MAX) ?? null, requestId: id };
});

/** The account of the path, in a controller whose route is declared by {@link InAccount}. */
export const CurrentAccount = createParamDecorator((_data: unknown, context: ExecutionContext): AccountRow => {
  const { account } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!account) throw new Error('This route is not in an account.');
  return account;
});

function callerOf(context: ExecutionContext): { readonly admin: AdminUser; readonly requestId: string } {
  const { admin, id } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!admin) throw new Error('This route is open: nobody is signed in.');
  return { admin, requestId: id };
}
