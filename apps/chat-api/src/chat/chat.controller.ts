import { Body, Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Principal } from '@salient/auth/tokens';
import { ChatRequest, ChatResponse, StreamQuery, TurnAccepted } from '@salient/contracts/chat';
import { StreamTickets, TurnNotFound, TurnService, type BegunTurn, type StreamTicket, type TurnCaller } from '@salient/domain/chat';
import { Describe, idempotencyKeyOf, InvalidRequest, zodPipe } from '@salient/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../access/account-access.js';
import { ticketOf } from '../access/authentication.js';
import { turnCaller } from '../access/turn-caller.js';
import { NeedsScope } from '../access/account-scope.js';
import { repeatsUnder, sessionOf } from '../access/caller.js';
import { parseCursor, type StreamCursor } from '../sse/cursor.js';
import { TurnAnswers, type AgentPath, type AnswerForm } from './turn-answers.js';
import { BEGIN_PROBLEMS, TURN_PROBLEMS } from './turn-problems.js';

/** Leave to try an agent's draft, as admin-api's `try` gives it. */
const PREVIEW_HEADER = 'x-salient-preview';

/** Beginning and following turns. */
@Controller('accounts/:account/agents/:agent')
export class ChatController {
  constructor(
    private readonly turns: TurnService,
    private readonly tickets: StreamTickets,
    private readonly answers: TurnAnswers,
  ) {}

  @Post('chat')
  @NeedsScope('chat:write')
  @Describe({
    summary: 'Send a message and get the answer',
    description:
      'One turn: as JSON, with "stream": true as server-sent events, or with "Prefer: respond-async" as 202 and the Location of its stream.',
    body: ChatRequest,
    answers: { 200: [ChatResponse, 'event-stream'], 202: TurnAccepted },
    headers: { 202: { Location: 'Where the turn can be followed, a path of this service' } },
    problems: TURN_PROBLEMS,
  })
  async chat(
    @Param() path: AgentPath,
    @Caller() caller: Principal,
    @Body(zodPipe(ChatRequest)) body: ChatRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const begun = await this.turns.begin({
      agentSlug: path.agent,
      message: body.message,
      sessionId: sessionOf(caller, body.session_id),
      metadata: body.metadata ?? {},
      principal: repeatsUnder(caller, request),
      caller: turnCaller(caller, reply),
      clientMessageId: body.client_message_id ?? null,
      idempotency: idempotencyKeyOf(key, `POST chat ${path.agent}`, body),
      watched: body.stream,
      preview: previewOf(request),
    });
    await this.answers.begun(request, reply, begun, formOf(body.stream, request));
  }

  @Get('stream')
  @Describe({
    summary: 'Follow a turn as server-sent events',
    description:
      'A message begins a turn; turn_id or Last-Event-ID only ever reads one, from where the reader left. A ticket begins or joins one turn, and then reads that one.',
    query: StreamQuery,
    answers: { 200: 'event-stream', 204: null },
    problems: [...BEGIN_PROBLEMS, 'turn_not_found'],
  })
  @NeedsScope((request) => (needsToWrite(request) ? 'chat:write' : 'chat:read'), { takesTicket: true })
  async stream(
    @Param() path: AgentPath,
    @Caller() caller: Principal,
    @Query(zodPipe(StreamQuery)) query: StreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const cursor = lastEventId ? parseCursor(lastEventId) : null;
    const ticket = request.access?.ticket;
    const turnId = ticket ? turnOfTicket(ticket, cursor) : (cursor?.turnId ?? query.turn_id ?? null);
    if (turnId === null) {
      const begun = ticket ? await this.redeem(ticket, query, turnCaller(caller, reply)) : await this.begin(path, caller, query, reply);
      return this.answers.begun(request, reply, begun, 'stream');
    }
    if (!ticket) caller.requireSecret();
    const turn = await this.turns.find(path.agent, turnId, caller.sessionId);
    if (cursor?.offset === 'end') return void reply.status(204).send();
    return this.answers.stream(request, reply, turn, cursor?.offset ?? null);
  }

  private begin(path: AgentPath, caller: Principal, query: StreamQuery, reply: FastifyReply): Promise<BegunTurn> {
    return this.turns.begin({
      agentSlug: path.agent,
      message: query.message ?? refuseEmpty(),
      sessionId: sessionOf(caller, query.session_id),
      metadata: {},
      principal: repeatsUnder(caller, reply.request),
      caller: turnCaller(caller, reply),
      clientMessageId: query.client_message_id ?? null,
      idempotency: null,
      watched: true,
      preview: previewOf(reply.request),
    });
  }

  /** However often a ticket is used at once, it begins one turn: its digest is the message's id. */
  private async redeem(ticket: StreamTicket, query: StreamQuery, caller: TurnCaller): Promise<BegunTurn> {
    const begun = await this.turns.begin({
      agentSlug: ticket.agentSlug,
      message: ticket.message ?? query.message ?? refuseEmpty(),
      sessionId: ticket.sessionId,
      metadata: {},
      principal: ticket.principal,
      caller,
      clientMessageId: `ticket:${ticket.digest}`,
      idempotency: null,
      watched: true,
    });
    await this.tickets.bind(ticket, begun.turn.head.id);
    return { ...begun, replayed: false };
  }
}

/**
 * `Last-Event-ID` and `turn_id` only ever read: an EventSource that reconnects must not ask again. Who may have a ticket may
 * also come back with it.
 */
function needsToWrite(request: FastifyRequest): boolean {
  if (ticketOf(request) !== null) return true;
  return !request.headers['last-event-id'] && !(request.query as StreamQuery).turn_id;
}

/** Null when the ticket has not begun its turn yet, which a reader that comes back cannot make it do. */
function turnOfTicket({ turnId }: StreamTicket, cursor: StreamCursor | null): string | null {
  if (cursor !== null && cursor.turnId !== turnId) throw new TurnNotFound();
  return turnId;
}

function previewOf({ headers }: FastifyRequest): string | undefined {
  return headers[PREVIEW_HEADER]?.toString();
}

function formOf(stream: boolean, request: FastifyRequest): AnswerForm {
  if (stream) return 'stream';
  return /(^|,)\s*respond-async\b/i.test(String(request.headers['prefer'] ?? '')) ? 'async' : 'json';
}

function refuseEmpty(): never {
  throw new InvalidRequest('Give a message to begin a turn, or a turn_id to read one.', [
    { pointer: '/message', code: 'required', detail: 'This field is needed.' },
  ]);
}
