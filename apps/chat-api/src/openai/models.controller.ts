import { Controller, Get, Param } from '@nestjs/common';
import type { Principal } from '@salient/auth/tokens';
import type { ProblemCode } from '@salient/contracts';
import { OpenAiModel, OpenAiModelList } from '@salient/contracts/openai';
import { AgentService, type Agent } from '@salient/domain/agents';
import { Describe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { Caller } from '../access/account-access.js';
import { NeedsScope } from '../access/account-scope.js';
import { agentOfModel, modelName } from './model-name.js';

/** Far more than an account publishes: OpenAI's list has no pages. */
const MODELS_MAX = 10_000;

const LIST_PROBLEMS = [
  'token_missing',
  'token_invalid',
  'token_expired',
  'token_revoked',
  'forbidden',
  'scope_missing',
  'account_mismatch',
  'tenant_unavailable',
  'tenant_suspended',
] as const satisfies readonly ProblemCode[];

/** The agents that a token reaches, as OpenAI's clients know models. */
@Controller('v1/models')
export class ModelsController {
  constructor(
    private readonly agents: AgentService,
    private readonly db: TenantDb,
  ) {}

  @Get()
  @NeedsScope('chat:read')
  @Describe({
    summary: 'List the agents as OpenAI models',
    description: 'OpenAI-compatible; errors have the form {"error": {…}}.',
    answers: { 200: OpenAiModelList },
    problems: LIST_PROBLEMS,
  })
  async list(@Caller() caller: Principal): Promise<OpenAiModelList> {
    const agents = await this.agents.page({ limit: MODELS_MAX, before: null, slugs: caller.agents });
    return { object: 'list', data: agents.map((agent) => this.view(agent)) };
  }

  @Get([':model', ':account/:model'])
  @NeedsScope('chat:read')
  @Describe({
    summary: 'Read an agent as an OpenAI model',
    answers: { 200: OpenAiModel },
    problems: [...LIST_PROBLEMS, 'agent_not_found'],
  })
  async get(@Caller() caller: Principal, @Param('model') model: string): Promise<OpenAiModel> {
    const slug = agentOfModel(model, this.db.tenant.slug);
    caller.requireAgent(slug);
    return this.view(await this.agents.find(slug));
  }

  private view({ slug, name, description, createdAt }: Agent): OpenAiModel {
    const account = this.db.tenant.slug;
    const created = Math.floor(createdAt.getTime() / 1_000);
    return { id: modelName(account, slug), object: 'model', created, owned_by: account, name, description };
  }
}
