import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessTokenInvalid, AccessTokenMissing, AuthService, type Actor, type AdminUser } from '@salient/auth/admin';
import { bearerOf, TokenMissing } from '@salient/auth/tokens';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route works without an access token. */
    open?: boolean;
  }
  interface FastifyRequest {
    /** Set on every route but the open ones. */
    admin?: AdminUser;
  }
}

export const ADMIN_PREFIX = 'api/admin';
const API_TOKEN = /^sal_/;

/** Declares a route that works without an access token: only signing in and out. */
export const Open = (): MethodDecorator => RouteConfig({ open: true });

/** Asks for an access token on every admin route, before the body is read. A route has to say so when it needs none. */
export function guardAdminRoutes(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const auth = app.get(AuthService);
  fastify.addHook('onRequest', async (request) => {
    const { url = '', config } = request.routeOptions;
    if (!url.startsWith(`/${ADMIN_PREFIX}/`) || config.open) return;
    request.admin = await auth.verify(accessTokenOf(request));
    request.context.principal = `admin:${request.admin.id}`;
  });
}

/** An API token is refused as such: it opens chats, never administration. */
function accessTokenOf(request: FastifyRequest): string {
  try {
    const token = bearerOf(request.headers.authorization);
    if (API_TOKEN.test(token)) throw new AccessTokenInvalid();
    return token;
  } catch (error) {
    throw error instanceof TokenMissing ? new AccessTokenMissing() : error;
  }
}

/** Who calls, in a controller. */
export const CurrentAdmin = createParamDecorator((_data: unknown, context: ExecutionContext): AdminUser => {
  const { admin } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!admin) throw new Error('This route is open: nobody is signed in.');
  return admin;
});

/** Who calls and in which request, for the audit. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { admin, id } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!admin) throw new Error('This route is open: nobody is signed in.');
  return { adminId: admin.id, requestId: id };
});
