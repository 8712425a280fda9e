import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { SessionTokens, type Principal } from '@salient/auth/tokens';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { FeedbackRequest, FeedbackState, HistoryMessage, OpenedSession } from '@salient/contracts/chat';
import { MessageNotFound, SessionNotFound, SessionService } from '@salient/domain/chat';
import { decodeCursor, Describe, idempotencyKeyOf, pageOfRows, runOnce, zodPipe, type IdempotencyKey, type Sql } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../access/account-access.js';
import { NeedsScope } from '../access/account-scope.js';
import { repeatsUnder } from '../access/caller.js';
import { uuidOr } from '../access/path-id.js';
import type { AgentPath } from '../chat/turn-answers.js';
import { ACCESS_PROBLEMS } from '../chat/turn-problems.js';
import { historyMessage } from './history-message.view.js';

type SessionPath = AgentPath & { readonly session: string };
const SEQ_KEY = /^\d{1,18}$/;

/** Conversations: opening, reading, rating and erasing them. */
@Controller('accounts/:account/agents/:agent')
export class SessionsController {
  constructor(
    private readonly db: TenantDb,
    private readonly sessions: SessionService,
    private readonly tokens: SessionTokens,
  ) {}

  @Post('sessions')
  @NeedsScope('chat:write')
  @Describe({
    summary: 'Open a conversation',
    description: 'The session token is for the visitor: it reaches this conversation and no other.',
    answers: { 201: OpenedSession },
    problems: [...ACCESS_PROBLEMS, 'idempotency_in_progress'],
  })
  async open(
    @Param() path: AgentPath,
    @Caller() caller: Principal,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedSession> {
    caller.requireApiToken();
    const open = async (sql: Sql) => this.tokenOf(path, caller, await this.sessions.open(path.agent, caller.id, sql));
    return this.once(request, reply, idempotencyKeyOf(key, `POST sessions ${path.agent}`, null), open, withoutToken);
  }

  @Post('sessions/:session/token')
  @NeedsScope('chat:write')
  @Describe({
    summary: 'Renew the token of a conversation',
    answers: { 201: OpenedSession },
    problems: [...ACCESS_PROBLEMS, 'session_not_found', 'idempotency_in_progress'],
  })
  async renew(
    @Param() path: SessionPath,
    @Caller() caller: Principal,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedSession> {
    const sessionId = await this.reach(path, caller);
    const renew = () => Promise.resolve(this.tokenOf(path, caller, sessionId));
    return this.once(request, reply, idempotencyKeyOf(key, `POST sessions ${sessionId} token`, null), renew, withoutToken);
  }

  @Get('sessions/:session/messages')
  @NeedsScope('sessions:read')
  @Describe({
    summary: 'Read a conversation',
    description: 'The newest message first.',
    query: PageQuery,
    answers: { 200: pageOf(HistoryMessage) },
    problems: [...ACCESS_PROBLEMS, 'session_not_found'],
  })
  async messages(
    @Param() path: SessionPath,
    @Caller() caller: Principal,
    @Query(zodPipe(PageQuery)) query: PageQuery,
  ): Promise<Page<HistoryMessage>> {
    const sessionId = await this.reach(path, caller);
    const rows = await this.sessions.messages(sessionId, query.limit + 1, decodeCursor(query, SEQ_KEY));
    return pageOfRows(rows, query.limit, historyMessage, ({ seq }) => seq);
  }

  @Delete('sessions/:session')
  @NeedsScope('chat:write')
  @HttpCode(204)
  @Describe({
    summary: 'Erase a conversation',
    answers: { 204: null },
    problems: [...ACCESS_PROBLEMS, 'session_not_found'],
  })
  async erase(@Param() path: SessionPath, @Caller() caller: Principal): Promise<void> {
    await this.sessions.erase(path.agent, await this.reach(path, caller));
  }

  @Post('messages/:message/feedback')
  @NeedsScope('feedback:write')
  @HttpCode(200)
  @Describe({
    summary: 'Rate an answer',
    description: 'The last rating counts; null takes it back.',
    body: FeedbackRequest,
    answers: { 200: FeedbackState },
    problems: [...ACCESS_PROBLEMS, 'unknown_field', 'not_found', 'idempotency_in_progress', 'idempotency_mismatch'],
  })
  async rate(
    @Param() path: AgentPath & { message: string },
    @Caller() caller: Principal,
    @Body(zodPipe(FeedbackRequest)) body: FeedbackRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedbackState> {
    caller.requireSecret();
    const messageId = uuidOr(path.message, () => new MessageNotFound());
    const { rating, comment = null } = body;
    return this.once(request, reply, idempotencyKeyOf(key, `POST feedback ${messageId}`, body), async (sql) => {
      await this.sessions.rate(path.agent, messageId, { rating, comment }, caller.sessionId, sql);
      return { message_id: messageId, rating, comment: rating === null ? null : comment };
    });
  }

  /** Does the work of a request once for each key of its caller; a repeat gets what was answered, without its secret. */
  private async once<Answer extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    idempotency: IdempotencyKey | null,
    work: (sql: Sql) => Promise<Answer>,
    withoutSecret?: (answer: Answer) => object,
  ): Promise<Answer> {
    if (!idempotency) return work(this.db);
    const { principal } = request.access!;
    const { body, replayed } = await runOnce(this.db, repeatsUnder(principal, request), idempotency, work, withoutSecret);
    if (replayed) reply.header('idempotency-replayed', 'true');
    return body;
  }

  private async reach({ agent, session }: SessionPath, caller: Principal): Promise<string> {
    caller.requireSecret();
    const sessionId = uuidOr(session, () => new SessionNotFound());
    caller.requireSession(sessionId);
    await this.sessions.require(agent, sessionId);
    return sessionId;
  }

  private tokenOf({ agent }: AgentPath, { tenantId, lineageId }: Principal, sessionId: string): OpenedSession {
    const { token, expiresAt } = this.tokens.mint({ tenantId, agentSlug: agent, sessionId, lineageId });
    return { session_id: sessionId, session_token: token, expires_at: expiresAt.toISOString() };
  }
}

function withoutToken({ session_token: _secret, ...rest }: OpenedSession): object {
  return rest;
}
