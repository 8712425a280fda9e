import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import type { Actor, AdminUser } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { AdminAgent, CreateAgentRequest, UpdateAgentRequest, type Role } from '@salient/contracts/admin';
import type { Agent } from '@salient/domain/agents';
import { AgentAdministration, type AgentChange } from '@salient/domain/agents/admin';
import {
  ControlDatabase,
  decodeCursor,
  Describe,
  entityTag,
  idempotencyKeyOf,
  pageOfRows,
  runOnce,
  UUID_KEY,
  zodPipe,
} from '@salient/platform';
import { TenantDb, Tenants } from '@salient/tenancy';
import type { FastifyReply } from 'fastify';
import { CurrentActor, CurrentAdmin, InAccount } from '../access/admin-access.js';
import { AccountAccess } from '../accounts/account-access.js';

const PROBLEMS = ['token_missing', 'token_invalid', 'token_expired', 'forbidden', 'account_not_found', 'tenant_unavailable'] as const;

/** The agents of an account, drafts included. */
@Controller('accounts/:account/agents')
export class AgentsController {
  private readonly agents: AgentAdministration;

  constructor(
    private readonly control: ControlDatabase,
    private readonly access: AccountAccess,
    private readonly tenants: Tenants,
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
    answers: { 201: AdminAgent },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field', 'slug_taken', 'idempotency_in_progress', 'idempotency_mismatch'],
  })
  async create(
    @CurrentAdmin() admin: AdminUser,
    @CurrentActor() actor: Actor,
    @Param('account') idOrSlug: string,
    @Body(zodPipe(CreateAgentRequest)) body: CreateAgentRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdminAgent> {
    return this.inAccount(admin, idOrSlug, 'editor', async (accountId) => {
      const { slug, name, ...rest } = body;
      const { body: agent, replayed } = await runOnce(
        this.control,
        `admin:${actor.adminId}`,
        idempotencyKeyOf(key, `POST agents ${accountId}`, body),
        async () => agentView(await this.agents.create({ ...changeOf(rest), slug, name }, authorOf(actor))),
      );
      if (replayed) reply.header('idempotency-replayed', 'true');
      reply.header('etag', entityTag(agent.version));
      return agent;
    });
  }

  @Get()
  @InAccount('agents:read')
  @Describe({ summary: 'List agents', query: PageQuery, answers: { 200: pageOf(AdminAgent) }, problems: [...PROBLEMS, 'invalid_request'] })
  async list(
    @CurrentAdmin() admin: AdminUser,
    @Param('account') idOrSlug: string,
    @Query(zodPipe(PageQuery)) query: PageQuery,
  ): Promise<Page<AdminAgent>> {
    return this.inAccount(admin, idOrSlug, 'viewer', async () => {
      const rows = await this.agents.page({ limit: query.limit + 1, before: decodeCursor(query, UUID_KEY) });
      return pageOfRows(rows, query.limit, agentView, (agent) => agent.id);
    });
  }

  @Get(':agent')
  @InAccount('agents:read')
  @Describe({ summary: 'Read an agent', answers: { 200: AdminAgent }, problems: [...PROBLEMS, 'agent_not_found'] })
  async get(
    @CurrentAdmin() admin: AdminUser,
    @Param('account') idOrSlug: string,
    @Param('agent') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdminAgent> {
    return this.inAccount(admin, idOrSlug, 'viewer', async () => tagged(reply, await this.agents.find(id)));
  }

  @Patch(':agent')
  @InAccount('agents:write')
  @Describe({
    summary: 'Change an agent',
    description: 'What is left out stays. Turns that run keep the agent that they began with.',
    body: UpdateAgentRequest,
    answers: { 200: AdminAgent },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field', 'agent_not_found', 'precondition_failed'],
  })
  async update(
    @CurrentAdmin() admin: AdminUser,
    @CurrentActor() actor: Actor,
    @Param('account') idOrSlug: string,
    @Param('agent') id: string,
    @Body(zodPipe(UpdateAgentRequest)) body: UpdateAgentRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdminAgent> {
    return this.inAccount(admin, idOrSlug, 'editor', async () =>
      tagged(reply, await this.agents.update(id, changeOf(body), ifMatch, authorOf(actor))),
    );
  }

  @Delete(':agent')
  @InAccount('agents:write')
  @HttpCode(204)
  @Describe({
    summary: 'Delete an agent',
    description: 'One that has had conversations is unpublished instead, so that they stay readable.',
    answers: { 204: null },
    problems: [...PROBLEMS, 'agent_not_found', 'precondition_failed'],
  })
  async delete(
    @CurrentAdmin() admin: AdminUser,
    @CurrentActor() actor: Actor,
    @Param('account') idOrSlug: string,
    @Param('agent') id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.inAccount(admin, idOrSlug, 'editor', () => this.agents.delete(id, ifMatch, authorOf(actor)));
  }

  /** Runs `work` inside the account's database, if the caller may. */
  private async inAccount<Result>(
    admin: AdminUser,
    idOrSlug: string,
    role: Role,
    work: (accountId: string) => Promise<Result>,
  ): Promise<Result> {
    const { id, slug } = await this.access.find(admin, idOrSlug, role);
    return this.tenants.run(await this.tenants.find(slug), () => work(id));
  }
}

function authorOf({ adminId, requestId }: Actor) {
  return { actor: { kind: 'admin', id: adminId }, requestId } as const;
}

/** Only what the request names. */
function changeOf({ system_prompt, disconnect_policy, draft, ...rest }: UpdateAgentRequest): AgentChange {
  return {
    ...rest,
    ...(system_prompt === undefined ? {} : { systemPrompt: system_prompt }),
    ...(disconnect_policy === undefined ? {} : { disconnectPolicy: disconnect_policy }),
    ...(draft === undefined ? {} : { status: draft ? 'draft' : 'published' }),
  };
}

function tagged(reply: FastifyReply, agent: Agent): AdminAgent {
  reply.header('etag', entityTag(agent.version));
  return agentView(agent);
}

function agentView(agent: Agent): AdminAgent {
  const { id, slug, name, description, greeting, suggestions, theme, model, lists, status, version } = agent;
  return {
    id,
    slug,
    name,
    description,
    greeting,
    suggestions,
    theme,
    system_prompt: agent.systemPrompt,
    model,
    lists,
    disconnect_policy: agent.disconnectPolicy,
    status,
    version,
    created_at: agent.createdAt.toISOString(),
    updated_at: agent.updatedAt.toISOString(),
  };
}
