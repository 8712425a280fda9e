import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Principal } from '@salient/auth/tokens';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { PublicAgent } from '@salient/contracts/chat';
import { AgentService } from '@salient/domain/agents';
import { decodeCursor, Describe, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import { Caller } from '../access/account-access.js';
import { NeedsScope } from '../access/account-scope.js';
import { ACCESS_PROBLEMS } from './turn-problems.js';
import { publicAgent } from './public-agent.view.js';

/** The agents that an account publishes, as anyone who may chat with them sees them. */
@Controller('accounts/:account/agents')
export class AgentsController {
  constructor(private readonly agents: AgentService) {}

  @Get()
  @NeedsScope('chat:read')
  @Describe({
    summary: 'List the agents of an account',
    query: PageQuery,
    answers: { 200: pageOf(PublicAgent) },
    problems: ACCESS_PROBLEMS.filter((code) => code !== 'agent_not_found'),
  })
  async list(@Caller() caller: Principal, @Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<PublicAgent>> {
    const rows = await this.agents.page({ limit: query.limit + 1, before: decodeCursor(query, UUID_KEY), slugs: caller.agents });
    return pageOfRows(rows, query.limit, publicAgent, (agent) => agent.id);
  }

  @Get(':agent')
  @NeedsScope('chat:read')
  @Describe({
    summary: 'Read an agent',
    answers: { 200: PublicAgent },
    problems: ACCESS_PROBLEMS,
  })
  async get(@Param('agent') slug: string): Promise<PublicAgent> {
    return publicAgent(await this.agents.find(slug));
  }
}
