import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Principal } from '@salient/auth/tokens';
import { UiChatRequest } from '@salient/contracts/ui-stream';
import { AgentService } from '@salient/domain/agents';
import { TurnService, UiChats, type BegunTurn } from '@salient/domain/chat';
import { Describe, idempotencyKeyOf, pathOf, zodPipe } from '@salient/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../access/account-access.js';
import { turnCaller } from '../access/turn-caller.js';
import { NeedsScope } from '../access/account-scope.js';
import { repeatsUnder, showsCost } from '../access/caller.js';
import { TurnAnswers } from '../chat/turn-answers.js';
import { ACCESS_PROBLEMS, BEGIN_PROBLEMS } from '../chat/turn-problems.js';
import { streamUiMessages } from './stream-ui-messages.js';
import type { UiContext } from './ui-chunks.js';
import { textToAnswer } from './ui-message.js';

interface ChatPath {
  readonly agent: string;
  readonly id: string;
}

/** Chats of the AI SDK's `useChat`: a turn like any other, as a UI message stream. */
@Controller('accounts/:account/agents/:agent/ui/chat')
export class UiChatController {
  constructor(
    private readonly turns: TurnService,
    private readonly chats: UiChats,
    private readonly answers: TurnAnswers,
    private readonly agents: AgentService,
  ) {}

  @Post()
  @NeedsScope('chat:write')
  @Describe({
    summary: 'Answer a chat of the AI SDK as a UI message stream',
    description:
      'Takes what DefaultChatTransport of useChat sends. Only the last message is read: what was said before is in the session of the chat’s id. The same message id begins one turn, however often it is sent. The answer’s metadata has turn_id and session_id, and for a publishable token the session_token that continues.',
    body: UiChatRequest,
    answers: { 200: 'event-stream' },
    problems: BEGIN_PROBLEMS,
  })
  async chat(
    @Param('agent') agent: string,
    @Caller() caller: Principal,
    @Body(zodPipe(UiChatRequest)) body: UiChatRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (body.messages.some(({ role }) => role === 'assistant')) caller.requireSecret();
    const { turn, replayed } = await this.begin(agent, caller, body, reply);
    const sessionToken = replayed ? null : (this.answers.tokenFor(caller, agent, turn).session_token ?? null);
    return streamUiMessages(reply, this.turns, turn, { ...contextOf(request, caller), sessionToken });
  }

  @Get(':id/stream')
  @NeedsScope('chat:read')
  @Describe({
    summary: 'Resume a chat of the AI SDK',
    description: 'The running turn as a UI message stream from its beginning, or 204 when nothing runs.',
    answers: { 200: 'event-stream', 204: null },
    problems: ACCESS_PROBLEMS,
  })
  async resume(
    @Param() { agent, id }: ChatPath,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    caller.requireSecret();
    const chat = { agentSlug: agent, principal: caller.id, chatId: id };
    const turnId = id.includes('\u0000') ? null : await this.chats.runningTurn(chat, caller.sessionId);
    if (turnId === null) {
      await this.agents.find(agent);
      return void reply.status(204).send();
    }
    return streamUiMessages(reply, this.turns, await this.turns.find(agent, turnId, caller.sessionId), contextOf(request, caller));
  }

  private async begin(agentSlug: string, caller: Principal, body: UiChatRequest, reply: FastifyReply): Promise<BegunTurn> {
    const { id: chatId, messages, trigger } = body;
    const message = textToAnswer(messages);
    const chat = { agentSlug, principal: caller.id, chatId };
    // Many visitors share a publishable token, and may choose the same id.
    const isNamed = caller.kind === 'sk';
    const sessionId = isNamed ? await this.chats.sessionOf(chat) : caller.sessionId;
    const { id } = messages.at(-1)!;
    const principal = repeatsUnder(caller, reply.request);
    const idempotency = idempotencyKeyOf(reply.request.headers['idempotency-key']?.toString(), `POST ui/chat ${agentSlug}`, body);
    const common = { agentSlug, principal, caller: turnCaller(caller, reply), idempotency, watched: true };
    const clientMessageId = `${chatId}/${id}`;
    if (trigger === 'regenerate-message' && sessionId !== null) {
      const messageId = await this.chats.messageSentAs(sessionId, id, clientMessageId);
      if (messageId !== null) return this.turns.regenerate({ ...common, messageId, withinSession: sessionId });
    }
    const begun = await this.turns.begin({ ...common, message, sessionId, metadata: {}, clientMessageId });
    if (isNamed && sessionId === null) await this.chats.bind(chat, begun.turn.head.sessionId);
    return begun;
  }
}

function contextOf(request: FastifyRequest, caller: Principal): UiContext {
  return { instance: pathOf(request), requestId: request.id, showCost: showsCost(caller), sessionToken: null };
}
