import { Body, Controller, Headers, Param, Post, Req, Res } from '@nestjs/common';
import type { Principal } from '@salient/auth/tokens';
import { IssuedTicket, StreamTicketRequest } from '@salient/contracts/chat';
import { AgentService } from '@salient/domain/agents';
import { SessionService, StreamTickets, TurnService } from '@salient/domain/chat';
import { Describe, idempotencyKeyOf, runOnce, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../access/account-access.js';
import { NeedsScope } from '../access/account-scope.js';
import { repeatsUnder, sessionOf } from '../access/caller.js';
import type { AgentPath } from '../chat/turn-answers.js';
import { ACCESS_PROBLEMS } from '../chat/turn-problems.js';

/** Tickets for EventSource, which can send no header: no API token ever stands in a query. */
@Controller('accounts/:account/agents/:agent')
export class StreamTicketsController {
  constructor(
    private readonly db: TenantDb,
    private readonly tickets: StreamTickets,
    private readonly turns: TurnService,
    private readonly sessions: SessionService,
    private readonly agents: AgentService,
  ) {}

  @Post('stream-tickets')
  @NeedsScope('chat:write')
  @Describe({
    summary: 'Get a ticket for one turn',
    description: 'To be used within 30 seconds in the query of the stream. It begins or joins one turn, and then reads that one.',
    body: StreamTicketRequest,
    answers: { 201: IssuedTicket },
    problems: [
      ...ACCESS_PROBLEMS,
      'unknown_field',
      'session_not_found',
      'turn_not_found',
      'idempotency_in_progress',
      'idempotency_mismatch',
    ],
  })
  async issue(
    @Param() { agent }: AgentPath,
    @Caller() caller: Principal,
    @Body(zodPipe(StreamTicketRequest)) body: StreamTicketRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuedTicket> {
    const sessionId = body.turn_id ? null : sessionOf(caller, body.session_id);
    if (body.turn_id) {
      caller.requireSecret();
      await this.turns.find(agent, body.turn_id, caller.sessionId);
    } else if (sessionId) await this.sessions.require(agent, sessionId);
    else await this.agents.find(agent);
    const principal = repeatsUnder(caller, request);
    const { body: issued, replayed } = await runOnce<IssuedTicket>(
      this.db,
      principal,
      idempotencyKeyOf(key, `POST stream-tickets ${agent}`, body),
      async (sql) => {
        const { ticket, expiresAt } = await this.tickets.issue(
          { agentSlug: agent, principal, caller: caller.fields, message: body.message ?? null, sessionId, turnId: body.turn_id ?? null },
          sql,
        );
        return { ticket, expires_at: expiresAt.toISOString() };
      },
      ({ ticket: _secret, ...rest }) => rest,
    );
    if (replayed) reply.header('idempotency-replayed', 'true');
    return issued;
  }
}
