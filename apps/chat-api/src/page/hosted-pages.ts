import { Injectable } from '@nestjs/common';
import { Slug } from '@salient/contracts';
import { AgentNotFound, AgentService, type Agent } from '@salient/domain/agents';
import { AccountNotFound, Tenants, type TenantRecord } from '@salient/tenancy';

export interface PagePath {
  readonly account: string;
  readonly agent: string;
}

/** The agents that a page of their own may be opened for, without a token. */
@Injectable()
export class HostedPages {
  constructor(
    private readonly tenants: Tenants,
    private readonly agents: AgentService,
  ) {}

  /**
   * Runs `work` with `TenantDb` reaching the account.
   *
   * @throws AccountNotFound, or AgentNotFound also when the agent has no page: nobody learns that it exists
   */
  async visit<Result>({ account, agent: slug }: PagePath, work: (agent: Agent, tenant: TenantRecord) => Promise<Result>): Promise<Result> {
    if (!Slug.safeParse(account).success) throw new AccountNotFound(account);
    if (!Slug.safeParse(slug).success) throw new AgentNotFound(slug);
    const tenant = await this.tenants.find(account);
    return this.tenants.run(tenant, async () => {
      const agent = await this.agents.find(slug);
      if (!agent.hostedPage) throw new AgentNotFound(slug);
      return work(agent, tenant);
    });
  }
}
