import { Body, Controller, Param, Post } from '@nestjs/common';
import { TokenAdministration, type Actor } from '@salient/auth/admin';
import { AgentPreview, TryAgentRequest } from '@salient/contracts/admin';
import { AgentAdministration, agentVersions, contentOf, createPreview } from '@salient/domain/agents/admin';
import { Describe, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { AGENT_PROBLEMS } from './agent.problems.js';

/** Trying an agent before visitors meet it. */
@Controller('accounts/:account/agents/:agent/try')
export class AgentPreviewsController {
  private readonly agents: AgentAdministration;

  constructor(
    private readonly databases: AccountDatabases,
    private readonly repeats: Repeats,
    private readonly tokens: TokenAdministration,
    private readonly db: TenantDb,
  ) {
    this.agents = new AgentAdministration(db);
  }

  @Post()
  @InAccount('agents:write')
  @Describe({
    summary: 'Get leave to try a draft',
    description:
      'For half an hour, chat-api answers with the draft (or the version named) as it is now when a request to this agent carries ' +
      '`Authorization: Bearer {token}` and `X-Salient-Preview: {preview}`. Its turns are left out of the usage. Both secrets are shown once.',
    body: TryAgentRequest,
    answers: { 201: AgentPreview },
    problems: [...AGENT_PROBLEMS, 'not_found', 'invalid_request', 'unknown_field', 'idempotency_in_progress', 'idempotency_mismatch'],
  })
  async try(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('agent') id: string,
    @Body(zodPipe(TryAgentRequest)) body: TryAgentRequest,
    @Repeat() repeat: Repeatable,
  ): Promise<AgentPreview> {
    repeat.reply.header('cache-control', 'no-store');
    return this.databases.in(account, () =>
      this.repeats.once(
        repeat,
        `POST try ${account.id} ${id}`,
        body,
        () => this.grant(account.id, id, body.version ?? null, actor),
        ({ preview: _preview, token: _token, ...rest }) => rest,
      ),
    );
  }

  private async grant(accountId: string, agentId: string, version: number | null, actor: Actor): Promise<AgentPreview> {
    const { agent, draft } = await this.agents.find(agentId);
    const content = version === null ? (draft ?? contentOf(agent)) : (await agentVersions.get(this.db, agentId, version)).content;
    const { preview, expiresAt } = await createPreview(this.db, agentId, version, content);
    const { body } = await this.tokens.create(accountId, tokenFor(agent.slug, expiresAt), actor, null);
    return { agent: agent.slug, version, preview, token: 'token' in body ? body.token : '', expires_at: expiresAt.toISOString() };
  }
}

/** A token that reaches one agent and nothing else, for as long as the preview. */
function tokenFor(slug: string, expiresAt: Date) {
  const scopes: ('chat:write' | 'chat:read')[] = ['chat:write', 'chat:read'];
  return { name: `Preview of ${slug}`, kind: 'sk' as const, scopes, agents: [slug], expires_at: expiresAt.toISOString() };
}
