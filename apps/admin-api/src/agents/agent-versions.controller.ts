import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { actorOf, type Actor } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import {
  AdminAgentDetail,
  AgentDiff,
  AgentDiffQuery,
  AgentVersion,
  AgentVersionDetail,
  RollBackRequest,
  type AgentContent,
} from '@salient/contracts/admin';
import { AgentAdministration, agentVersions, changesBetween, contentOf, VersionNotFound } from '@salient/domain/agents/admin';
import { decodeCursor, Describe, pageOfRows, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { tagged, versionView } from './agent.view.js';
import { AGENT_PROBLEMS } from './agent.problems.js';

const VERSION = /^[1-9]\d{0,8}$/;
const PUBLISHING = [...AGENT_PROBLEMS, 'precondition_failed', 'idempotency_in_progress'] as const;

/** What an agent was, is and is going to be. */
@Controller('accounts/:account/agents/:agent')
export class AgentVersionsController {
  private readonly agents: AgentAdministration;

  constructor(
    private readonly databases: AccountDatabases,
    private readonly repeats: Repeats,
    private readonly db: TenantDb,
  ) {
    this.agents = new AgentAdministration(db);
  }

  @Get('versions')
  @InAccount('agents:read')
  @Describe({
    summary: 'List what was published',
    query: PageQuery,
    answers: { 200: pageOf(AgentVersion) },
    problems: [...AGENT_PROBLEMS, 'invalid_request'],
  })
  async list(
    @CurrentAccount() account: AccountRow,
    @Param('agent') id: string,
    @Query(zodPipe(PageQuery)) query: PageQuery,
  ): Promise<Page<AgentVersion>> {
    return this.databases.in(account, async () => {
      const { agent } = await this.agents.find(id);
      const before = decodeCursor(query, VERSION);
      const rows = await agentVersions.page(this.db, agent.id, query.limit + 1, before === null ? null : Number(before));
      return pageOfRows(rows, query.limit, versionView, ({ version }) => String(version));
    });
  }

  @Get('versions/:version')
  @InAccount('agents:read')
  @Describe({ summary: 'Read a version', answers: { 200: AgentVersionDetail }, problems: [...AGENT_PROBLEMS, 'not_found'] })
  async get(
    @CurrentAccount() account: AccountRow,
    @Param('agent') id: string,
    @Param('version') version: string,
  ): Promise<AgentVersionDetail> {
    return this.databases.in(account, async () => {
      const { agent } = await this.agents.find(id);
      if (!VERSION.test(version)) throw new VersionNotFound(0);
      const row = await agentVersions.get(this.db, agent.id, Number(version));
      return { ...versionView(row), content: row.content };
    });
  }

  @Get('diff')
  @InAccount('agents:read')
  @Describe({
    summary: 'Compare two versions',
    description: 'By default what is published with the draft.',
    query: AgentDiffQuery,
    answers: { 200: AgentDiff },
    problems: [...AGENT_PROBLEMS, 'not_found', 'invalid_request'],
  })
  async diff(
    @CurrentAccount() account: AccountRow,
    @Param('agent') id: string,
    @Query(zodPipe(AgentDiffQuery)) query: AgentDiffQuery,
  ): Promise<AgentDiff> {
    return this.databases.in(account, async () => {
      const { agent } = await this.agents.find(id);
      const { from = String(agent.version), to = 'draft' } = query;
      return { from, to, changes: changesBetween(await this.contentOf(id, from), await this.contentOf(id, to)) };
    });
  }

  @Post('publish')
  @HttpCode(200)
  @InAccount('agents:write')
  @Describe({
    summary: 'Publish the draft',
    description: 'Also an agent that was never published, or was taken from visitors. One without a draft stays as it is.',
    answers: { 200: AdminAgentDetail },
    problems: PUBLISHING,
  })
  async publish(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('agent') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Repeat() repeat: Repeatable,
  ): Promise<AdminAgentDetail> {
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST publish ${account.id} ${id}`, {}, async () =>
        tagged(repeat.reply, await this.agents.publish(id, ifMatch, actorOf(actor))),
      ),
    );
  }

  @Post('unpublish')
  @HttpCode(200)
  @InAccount('agents:write')
  @Describe({
    summary: 'Take an agent from visitors',
    description: 'What it is stays, its draft included, and can be published again.',
    answers: { 200: AdminAgentDetail },
    problems: PUBLISHING,
  })
  async unpublish(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('agent') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Repeat() repeat: Repeatable,
  ): Promise<AdminAgentDetail> {
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST unpublish ${account.id} ${id}`, {}, async () =>
        tagged(repeat.reply, await this.agents.unpublish(id, ifMatch, actorOf(actor))),
      ),
    );
  }

  @Post('rollback')
  @HttpCode(200)
  @InAccount('agents:write')
  @Describe({
    summary: 'Publish an earlier version again',
    description: 'Under a new number, so that nothing that was ever published is lost. A draft stays.',
    body: RollBackRequest,
    answers: { 200: AdminAgentDetail },
    problems: [...PUBLISHING, 'invalid_request', 'unknown_field', 'not_found', 'idempotency_mismatch'],
  })
  async rollBack(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('agent') id: string,
    @Body(zodPipe(RollBackRequest)) body: RollBackRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Repeat() repeat: Repeatable,
  ): Promise<AdminAgentDetail> {
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST rollback ${account.id} ${id}`, body, async () =>
        tagged(repeat.reply, await this.agents.rollBack(id, body.version, ifMatch, actorOf(actor))),
      ),
    );
  }

  @Delete('draft')
  @InAccount('agents:write')
  @Describe({
    summary: 'Throw the draft away',
    answers: { 200: AdminAgentDetail },
    problems: [...AGENT_PROBLEMS, 'precondition_failed'],
  })
  async discardDraft(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('agent') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdminAgentDetail> {
    return this.databases.in(account, async () => tagged(reply, await this.agents.discardDraft(id, ifMatch, actorOf(actor))));
  }

  /** @param which the number of a version, or `draft` */
  private async contentOf(id: string, which: string): Promise<Partial<AgentContent>> {
    if (which !== 'draft') return (await agentVersions.get(this.db, id, Number(which))).content;
    const { agent, draft } = await this.agents.find(id);
    return draft ?? contentOf(agent);
  }
}
