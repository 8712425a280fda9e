import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { actorOf, type Actor } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { AdminAgent, AdminAgentDetail, CreateAgentRequest, UpdateAgentRequest } from '@salient/contracts/admin';
import { AgentAdministration } from '@salient/domain/agents/admin';
import { decodeCursor, Describe, entityTag, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { agentDetail, agentView, tagged } from './agent.view.js';
import { AGENT_PROBLEMS, PROBLEMS } from './agent.problems.js';

/** The agents of an account, drafts included. */
@Controller('accounts/:account/agents')
export class AgentsController {
  private readonly agents: AgentAdministration;

  constructor(
    private readonly databases: AccountDatabases,
    private readonly repeats: Repeats,
    db: TenantDb,
  ) {
    this.agents = new AgentAdministration(db);
  }

  @Post()
  @InAccount('agents:write')
  @Describe({
    summary: 'Create an agent',
    description: 'Visitors reach it at once, unless it is a draft.',
    body: CreateAgentRequest,
    answers: { 201: AdminAgentDetail },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field', 'slug_taken', 'idempotency_in_progress', 'idempotency_mismatch'],
  })
  async create(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Body(zodPipe(CreateAgentRequest)) body: CreateAgentRequest,
    @Repeat() repeat: Repeatable,
  ): Promise<AdminAgentDetail> {
    const { slug, draft = false, ...content } = body;
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST agents ${account.id}`, body, async () => {
        const created = await this.agents.create(slug, content, draft, actorOf(actor));
        repeat.reply.header('etag', entityTag(created.agent.revision));
        return agentDetail(created);
      }),
    );
  }

  @Get()
  @InAccount('agents:read')
  @Describe({ summary: 'List agents', query: PageQuery, answers: { 200: pageOf(AdminAgent) }, problems: [...PROBLEMS, 'invalid_request'] })
  async list(@CurrentAccount() account: AccountRow, @Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<AdminAgent>> {
    return this.databases.in(account, async () => {
      const rows = await this.agents.page({ limit: query.limit + 1, before: decodeCursor(query, UUID_KEY) });
      return pageOfRows(rows, query.limit, agentView, (agent) => agent.id);
    });
  }

  @Get(':agent')
  @InAccount('agents:read')
  @Describe({ summary: 'Read an agent', answers: { 200: AdminAgentDetail }, problems: AGENT_PROBLEMS })
  async get(
    @CurrentAccount() account: AccountRow,
    @Param('agent') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdminAgentDetail> {
    return this.databases.in(account, async () => tagged(reply, await this.agents.find(id)));
  }

  @Patch(':agent')
  @InAccount('agents:write')
  @Describe({
    summary: 'Change an agent',
    description:
      'What is left out stays. A published agent is published anew at once; with "draft": true the change waits in its draft. ' +
      'Turns that run keep the agent that they began with.',
    body: UpdateAgentRequest,
    answers: { 200: AdminAgentDetail },
    problems: [...AGENT_PROBLEMS, 'invalid_request', 'unknown_field', 'precondition_failed'],
  })
  async update(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('agent') id: string,
    @Body(zodPipe(UpdateAgentRequest)) { draft, ...change }: UpdateAgentRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdminAgentDetail> {
    return this.databases.in(account, async () => tagged(reply, await this.agents.update(id, change, draft, ifMatch, actorOf(actor))));
  }

  @Delete(':agent')
  @HttpCode(204)
  @InAccount('agents:write')
  @Describe({
    summary: 'Delete an agent',
    description: 'Visitors reach it no more, and its slug is free. Its conversations stay readable; turns that run come to their end.',
    answers: { 204: null },
    problems: [...AGENT_PROBLEMS, 'precondition_failed'],
  })
  async delete(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('agent') id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.databases.in(account, () => this.agents.delete(id, ifMatch, actorOf(actor)));
  }
}
