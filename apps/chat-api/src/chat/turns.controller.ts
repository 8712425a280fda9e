import { Body, Controller, Get, Headers, Param, Post, Req, Res } from '@nestjs/common';
import type { Principal } from '@salient/auth/tokens';
import { ChatResponse, RegenerateRequest, TurnState } from '@salient/contracts/chat';
import { MessageNotFound, TurnNotFound, TurnService, type LiveTurn } from '@salient/domain/chat';
import { Describe, idempotencyKeyOf, zodPipe } from '@salient/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../access/account-access.js';
import { turnCaller } from '../access/turn-caller.js';
import { NeedsScope } from '../access/account-scope.js';
import { repeatsUnder, showsCost } from '../access/caller.js';
import { uuidOr } from '../access/path-id.js';
import { turnState } from './chat-response.view.js';
import { TurnAnswers, type AgentPath } from './turn-answers.js';
import { ACCESS_PROBLEMS, TURN_PROBLEMS } from './turn-problems.js';

/** Turns that have begun: their state, their end before time, another answer in their place. */
@Controller('accounts/:account/agents/:agent')
export class TurnsController {
  constructor(
    private readonly turns: TurnService,
    private readonly answers: TurnAnswers,
  ) {}

  @Get('turns/:turn')
  @NeedsScope('chat:read')
  @Describe({
    summary: 'Read a turn as far as it has come',
    answers: { 200: TurnState },
    problems: [...ACCESS_PROBLEMS, 'turn_not_found'],
  })
  async get(@Param() path: AgentPath & { turn: string }, @Caller() caller: Principal): Promise<TurnState> {
    return turnState(path.account, (await this.find(path, caller)).snapshot, showsCost(caller));
  }

  @Post('turns/:turn/stop')
  @NeedsScope('chat:write')
  @Describe({
    summary: 'Stop a turn',
    description: '202 when the stop is on its way, to whatever process runs the turn; 200 with the final state when it had ended.',
    answers: { 200: TurnState, 202: TurnState },
    problems: [...ACCESS_PROBLEMS, 'turn_not_found'],
  })
  async stop(
    @Param() path: AgentPath & { turn: string },
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TurnState> {
    const turn = await this.turns.stop(await this.find(path, caller));
    reply.status(turn.end ? 200 : 202);
    return turnState(path.account, turn, showsCost(caller));
  }

  @Post('messages/:message/regenerate')
  @NeedsScope('chat:write')
  @Describe({
    summary: 'Answer a message once more',
    description: 'A new turn for the same message. The answer before, and what came after it, leaves the conversation.',
    body: RegenerateRequest,
    answers: { 200: [ChatResponse, 'event-stream'] },
    problems: [...TURN_PROBLEMS, 'not_found'],
  })
  async regenerate(
    @Param() path: AgentPath & { message: string },
    @Caller() caller: Principal,
    @Body(zodPipe(RegenerateRequest.prefault({}))) body: RegenerateRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    caller.requireSecret();
    const messageId = uuidOr(path.message, () => new MessageNotFound());
    const begun = await this.turns.regenerate({
      agentSlug: path.agent,
      messageId,
      withinSession: caller.sessionId,
      principal: repeatsUnder(caller, request),
      caller: turnCaller(caller, reply),
      idempotency: idempotencyKeyOf(key, `POST regenerate ${messageId}`, body),
      watched: body.stream,
    });
    await this.answers.begun(request, reply, begun, body.stream ? 'stream' : 'json');
  }

  private async find({ agent, turn }: { agent: string; turn: string }, caller: Principal): Promise<LiveTurn> {
    caller.requireSecret();
    return this.turns.find(
      agent,
      uuidOr(turn, () => new TurnNotFound()),
      caller.sessionId,
    );
  }
}
