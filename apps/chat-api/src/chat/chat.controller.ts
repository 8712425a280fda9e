import { Body, Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Principal } from '@salient/auth/tokens';
import { ChatRequest, ChatResponse, StreamQuery } from '@salient/contracts/chat';
import { TurnFailed, TurnService, type BegunTurn, type FoundTurn, type TurnEnd } from '@salient/domain/chat';
import { Describe, idempotencyKeyOf, IdempotencyInProgress, InvalidRequest, pathOf, zodPipe } from '@salient/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../access/account-access.js';
import { NeedsScope } from '../access/account-scope.js';
import { parseCursor } from '../sse/cursor.js';
import { streamTurn } from '../sse/stream-turn.js';
import { chatResponse } from './chat-response.view.js';

interface AgentPath {
  readonly account: string;
  readonly agent: string;
}

const TURN_PROBLEMS = [
  'invalid_request',
  'unknown_field',
  'token_missing',
  'token_invalid',
  'token_expired',
  'token_revoked',
  'forbidden',
  'scope_missing',
  'account_mismatch',
  'account_not_found',
  'agent_not_found',
  'session_not_found',
  'turn_in_progress',
  'tenant_unavailable',
  'tenant_suspended',
  'draining',
] as const;

/** Beginning and following turns. */
@Controller('accounts/:account/agents/:agent')
export class ChatController {
  constructor(private readonly turns: TurnService) {}

  @Post('chat')
  @NeedsScope('chat:write')
  @Describe({
    summary: 'Send a message and get the answer',
    description:
      'One turn: as JSON, with "stream": true as server-sent events, or with "Prefer: respond-async" as 202 and the Location of its stream.',
    body: ChatRequest,
    answers: { 200: ChatResponse },
    problems: [
      ...TURN_PROBLEMS,
      'idempotency_in_progress',
      'idempotency_mismatch',
      'body_too_large',
      'unsupported_media_type',
      'provider_error',
      'provider_unavailable',
      'provider_timeout',
    ],
  })
  async chat(
    @Param() path: AgentPath,
    @Caller() caller: Principal,
    @Body(zodPipe(ChatRequest)) body: ChatRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Headers('prefer') prefer: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (body.session_id) caller.requireSecret();
    const respondAsync = !body.stream && /(^|,)\s*respond-async\b/i.test(prefer ?? '');
    const turn = await this.turns.begin({
      agentSlug: path.agent,
      message: body.message,
      sessionId: body.session_id ?? null,
      metadata: body.metadata ?? {},
      principal: caller.id,
      clientMessageId: body.client_message_id ?? null,
      idempotency: idempotencyKeyOf(key, `POST chat ${path.agent}`, body),
      watched: body.stream,
    });
    if (turn.replayed) reply.header('idempotency-replayed', 'true');
    if (body.stream) return streamTurn(reply, turn, null, contextOf(request, caller));
    if (respondAsync) return accepted(reply, path, turn);
    const { end, ...whole } = await settled(turn);
    if (end.failureCode) throw new TurnFailed(end.failureCode);
    reply.status(200).send(chatResponse(path.account, { ...whole, end }, showsCost(caller)));
  }

  @Get('stream')
  @Describe({
    summary: 'Follow a turn as server-sent events',
    description: 'A message begins a turn; turn_id or Last-Event-ID only ever reads one, from where the reader left.',
    query: StreamQuery,
    answers: { 200: 'event-stream', 204: null },
    problems: [...TURN_PROBLEMS, 'turn_not_found'],
  })
  @NeedsScope((request) => (beginsTurn(request) ? 'chat:write' : 'chat:read'))
  async stream(
    @Param() path: AgentPath,
    @Caller() caller: Principal,
    @Query(zodPipe(StreamQuery)) query: StreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const context = contextOf(request, caller);
    if (lastEventId || query.turn_id || query.session_id) caller.requireSecret();
    if (lastEventId || query.turn_id) {
      const cursor = lastEventId ? parseCursor(lastEventId) : null;
      if (cursor?.offset === 'end') return void reply.status(204).send();
      const turn = await this.turns.find(path.agent, cursor?.turnId ?? query.turn_id!);
      return streamTurn(reply, turn, cursor?.offset ?? null, context);
    }
    const turn = await this.turns.begin({
      agentSlug: path.agent,
      message: query.message ?? refuseEmpty(),
      sessionId: query.session_id ?? null,
      metadata: {},
      principal: caller.id,
      clientMessageId: query.client_message_id ?? null,
      idempotency: null,
      watched: true,
    });
    return streamTurn(reply, turn, null, context);
  }
}

/** `Last-Event-ID` and `turn_id` only ever read: an EventSource that reconnects must not ask again. */
function beginsTurn(request: FastifyRequest): boolean {
  return !request.headers['last-event-id'] && !(request.query as StreamQuery).turn_id;
}

function refuseEmpty(): never {
  throw new InvalidRequest('Give a message to begin a turn, or a turn_id to read one.', [
    { pointer: '/message', code: 'required', detail: 'This field is needed.' },
  ]);
}

function contextOf(request: FastifyRequest, caller: Principal) {
  return { instance: pathOf(request), requestId: request.id, showCost: showsCost(caller) };
}

function showsCost(caller: Principal): boolean {
  return caller.kind === 'sk';
}

/** Waits for the end; a repeat does not wait for the first request. */
async function settled(turn: BegunTurn): Promise<FoundTurnEnd> {
  if ('stored' in turn) return turn.stored;
  if (turn.replayed && turn.live.snapshot.end === null) throw new IdempotencyInProgress();
  return turn.live.settled();
}

type FoundTurnEnd = Extract<FoundTurn, { stored: unknown }>['stored'] & { end: TurnEnd };

function accepted(reply: FastifyReply, { account, agent }: AgentPath, turn: BegunTurn): void {
  const { id, sessionId, userMessageId, createdAt } = 'live' in turn ? turn.live.head : turn.stored;
  const status = 'live' in turn ? (turn.live.snapshot.end?.status ?? 'running') : turn.stored.end.status;
  reply.status(202).header('location', `/accounts/${account}/agents/${agent}/stream?turn_id=${id}`).send({
    id,
    account,
    agent,
    session_id: sessionId,
    user_message_id: userMessageId,
    message_id: id,
    status,
    created_at: createdAt.toISOString(),
  });
}
