import '@fastify/cookie';
import { REFRESH_TOKEN_DAYS } from '@salient/auth/admin';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ADMIN_PREFIX } from '../access/admin-access.js';

const NAME = 'salient_refresh';

/** The refresh token lives in a cookie that scripts cannot read and that is sent to the sign-in routes alone. */
export function setRefreshCookie(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(NAME, token, {
    httpOnly: true,
    secure,
    sameSite: 'strict',
    path: `/${ADMIN_PREFIX}/auth`,
    maxAge: REFRESH_TOKEN_DAYS * 86_400,
  });
}

export function clearRefreshCookie(reply: FastifyReply): void {
  reply.clearCookie(NAME, { path: `/${ADMIN_PREFIX}/auth` });
}

export function refreshCookieOf(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}
