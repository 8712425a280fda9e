import { Inject, Injectable } from '@nestjs/common';
import { SessionTokens, type Principal } from '@salient/auth/tokens';
import { TurnFailed, TurnService, type BegunTurn, type LiveTurn } from '@salient/domain/chat';
import { pathOf } from '@salient/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { showsCost } from '../access/caller.js';
import { STREAM_PACE, type StreamPace } from '../sse/event-stream.js';
import { streamTurn } from '../sse/stream-turn.js';
import { settled } from './read-turn.js';
import { chatResponse, turnAccepted } from './chat-response.view.js';

export interface AgentPath {
  readonly account: string;
  readonly agent: string;
}

/** How the caller wants to hear of a turn: whole, as it comes, or later. */
export type AnswerForm = 'json' | 'stream' | 'async';

/** Answers with a turn, in the form that was asked for. */
@Injectable()
export class TurnAnswers {
  constructor(
    private readonly turns: TurnService,
    private readonly sessions: SessionTokens,
    @Inject(STREAM_PACE) private readonly pace: StreamPace,
  ) {}

  /** A repeat is answered without the session's token: a secret is told once. */
  async begun(request: FastifyRequest, reply: FastifyReply, { turn, replayed }: BegunTurn, form: AnswerForm): Promise<void> {
    const { principal } = accessOf(request);
    const path = request.params as AgentPath;
    if (replayed) reply.header('idempotency-replayed', 'true');
    const secret = replayed ? {} : this.tokenFor(principal, path.agent, turn);
    if (form === 'stream') return this.write(request, reply, turn, { offset: null, opening: secret });
    if (form === 'async')
      return void reply
        .status(202)
        .header('location', streamLocation(path, turn))
        .send({ ...turnAccepted(path.account, turn), ...secret });
    const whole = await settled(this.turns, { turn, replayed });
    if (whole.end.failureCode) throw new TurnFailed(whole.end.failureCode);
    reply.status(200).send({ ...chatResponse(path.account, whole, showsCost(principal)), ...secret });
  }

  /** @param offset UTF-16 units that the reader has; null for one that comes first */
  async stream(request: FastifyRequest, reply: FastifyReply, turn: LiveTurn, offset: number | null): Promise<void> {
    const { principal } = accessOf(request);
    const opening = offset === null ? this.tokenFor(principal, (request.params as AgentPath).agent, turn) : {};
    await this.write(request, reply, turn, { offset, opening });
  }

  private async write(
    request: FastifyRequest,
    reply: FastifyReply,
    turn: LiveTurn,
    { offset, opening }: { readonly offset: number | null; readonly opening: { readonly session_token?: string } },
  ): Promise<void> {
    const showCost = showsCost(accessOf(request).principal);
    await streamTurn(reply, turn, offset, { instance: pathOf(request), requestId: request.id, showCost, opening }, this.pace);
  }

  /** Who began a conversation with a publishable token goes on with a token of the conversation's own. */
  tokenFor({ kind, tenantId, lineageId }: Principal, agent: string, { head }: LiveTurn): { session_token?: string } {
    if (kind !== 'pk') return {};
    return { session_token: this.sessions.mint({ tenantId, agentSlug: agent, sessionId: head.sessionId, lineageId }).token };
  }
}

function accessOf(request: FastifyRequest): { readonly principal: Principal } {
  if (!request.access) throw new Error('This route declares no scope.');
  return request.access;
}

function streamLocation({ account, agent }: AgentPath, { head }: LiveTurn): string {
  return `/accounts/${account}/agents/${agent}/stream?turn_id=${head.id}`;
}
