import { Controller, Delete, Get, HttpCode, Param, Query, Res } from '@nestjs/common';
import { SignInSessions, type Actor, type AdminUser } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { SignInSessionView } from '@salient/contracts/admin';
import { decodeCursor, Describe, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor, CurrentAdmin } from '../access/admin-access.js';
import { clearRefreshCookie } from './refresh-cookie.js';

const PROBLEMS = ['token_missing', 'token_invalid', 'token_expired'] as const;

/** Where the caller is signed in. */
@Controller('auth/sessions')
export class SignInSessionsController {
  constructor(private readonly sessions: SignInSessions) {}

  @Get()
  @Describe({
    summary: 'Where you are signed in',
    description: 'Your own sessions that live, the newest first. Signing in with an identity provider makes none.',
    query: PageQuery,
    answers: { 200: pageOf(SignInSessionView) },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field'],
  })
  async page(@CurrentAdmin() { id, sessionId }: AdminUser, @Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<SignInSessionView>> {
    const rows = await this.sessions.page(id, query.limit + 1, decodeCursor(query, UUID_KEY));
    return pageOfRows(
      rows,
      query.limit,
      (row) => ({
        ...row,
        created_at: row.created_at.toISOString(),
        last_used_at: row.last_used_at.toISOString(),
        expires_at: row.expires_at.toISOString(),
        current: row.id === sessionId,
      }),
      (row) => row.id,
    );
  }

  @Delete(':session')
  @HttpCode(204)
  @Describe({
    summary: 'Sign out there',
    description: 'Ends one of your own sessions at once, with its access tokens. One that has ended already answers the same.',
    answers: { 204: null },
    problems: [...PROBLEMS, 'not_found'],
  })
  async end(
    @CurrentAdmin() { id, sessionId }: AdminUser,
    @CurrentActor() actor: Actor,
    @Param('session') session: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(id, session, actor);
    if (session === sessionId) clearRefreshCookie(reply);
  }
}
