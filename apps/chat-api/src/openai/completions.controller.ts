import { Body, Controller, Headers, Post, Req, Res } from '@nestjs/common';
import type { Principal } from '@salient/auth/tokens';
import { Id } from '@salient/contracts';
import { Completion, CompletionRequest } from '@salient/contracts/openai';
import { TurnFailed, TurnService, type BegunTurn } from '@salient/domain/chat';
import { Describe, idempotencyKeyOf, InvalidRequest, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../access/account-access.js';
import { turnCaller } from '../access/turn-caller.js';
import { NeedsScope } from '../access/account-scope.js';
import { repeatsUnder } from '../access/caller.js';
import { settled } from '../chat/read-turn.js';
import { TURN_PROBLEMS } from '../chat/turn-problems.js';
import { completion } from './completion.view.js';
import { conversationOf } from './conversation.js';
import { agentOfModel } from './model-name.js';
import { streamCompletion } from './stream-completion.js';

const SESSION_HEADER = 'x-salient-session';

/** `POST /v1/chat/completions` for clients of OpenAI: a turn like any other, in OpenAI's words. */
@Controller('v1/chat/completions')
export class CompletionsController {
  constructor(
    private readonly turns: TurnService,
    private readonly db: TenantDb,
  ) {}

  @Post()
  @NeedsScope('chat:write')
  @Describe({
    summary: 'Answer a conversation, OpenAI-compatible',
    description:
      'The messages are the conversation: the last one is the new message, those before it are the history, system and developer messages are instructions below the agent’s own. With X-Salient-Session or metadata.session_id that session is continued and only the last message is used. With "stream": true the answer is server-sent events of OpenAI’s chunks. Parameters that are not named here are ignored. Errors have the form {"error": {…}}.',
    body: CompletionRequest,
    answers: { 200: [Completion, 'event-stream'] },
    problems: TURN_PROBLEMS.filter((code) => code !== 'origin_not_allowed' && code !== 'account_not_found'),
  })
  async complete(
    @Caller() caller: Principal,
    @Body(zodPipe(CompletionRequest)) body: CompletionRequest,
    @Headers(SESSION_HEADER) sessionHeader: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const account = this.db.tenant.slug;
    const { session_id: namedSession, ...metadata } = body.metadata ?? {};
    const sessionId = sessionOf(sessionHeader, namedSession);
    const agent = agentOfModel(body.model, account);
    caller.requireAgent(agent);
    request.context.agent = agent;
    const { message, given } = conversationOf(body.messages);
    const begun = await this.turns.begin({
      agentSlug: agent,
      message,
      sessionId,
      metadata: foreignOnly(metadata),
      principal: repeatsUnder(caller, request),
      caller: turnCaller(caller, reply),
      clientMessageId: null,
      idempotency: idempotencyKeyOf(key, 'POST /v1/chat/completions', [sessionId, body]),
      watched: body.stream === true,
      given: sessionId === null ? given : undefined,
    });
    nameTurn(reply, begun);
    if (body.stream)
      return streamCompletion(reply, this.turns, begun.turn, { account, includeUsage: body.stream_options?.include_usage === true });
    const ended = await settled(this.turns, begun);
    if (ended.end.failureCode) throw new TurnFailed(ended.end.failureCode);
    reply.status(200).send(completion(account, ended));
  }
}

/** Keys that begin with `salient.` are the service's own; as anything that is not known here, they are ignored. */
function foreignOnly(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).filter(([key]) => !key.startsWith('salient.')));
}

/** The session that header or metadata name; null begins one for this request alone. */
function sessionOf(header: string | undefined, named: string | undefined): string | null {
  const [session, pointer] = header === undefined ? [named, '/metadata/session_id'] : [header, `/${SESSION_HEADER}`];
  if (session === undefined) return null;
  if (Id.safeParse(session).success) return session;
  throw new InvalidRequest('The session is not an id.', [{ pointer, code: 'invalid_format', detail: 'A session id is a UUID.' }]);
}

function nameTurn(reply: FastifyReply, { turn, replayed }: BegunTurn): void {
  reply.header(SESSION_HEADER, turn.head.sessionId);
  if (replayed) reply.header('idempotency-replayed', 'true');
}
