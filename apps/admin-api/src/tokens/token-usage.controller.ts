import { Controller, Get, Param, Query } from '@nestjs/common';
import { TokenAdministration } from '@salient/auth/admin';
import { TokenUsageQuery, UsageReport } from '@salient/contracts/admin';
import { UsageLedger } from '@salient/domain/conversations';
import { Describe, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import { CurrentAccount, InAccount } from '../access/admin-access.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { PROBLEMS } from '../agents/agent.problems.js';
import { periodOf } from '../usage/usage-period.js';
import { numbersView, rowView } from '../usage/usage.view.js';

/** What one token's turns used and cost. */
@Controller('accounts/:account/tokens/:token/usage')
export class TokenUsageController {
  private readonly ledger: UsageLedger;

  constructor(
    private readonly databases: AccountDatabases,
    private readonly tokens: TokenAdministration,
    db: TenantDb,
  ) {
    this.ledger = new UsageLedger(db);
  }

  @Get()
  @InAccount('tokens:read')
  @Describe({
    summary: 'Read the usage of a token',
    description: 'Turns, tokens, cost and latency by the hour or day. By default of the last 30 days.',
    query: TokenUsageQuery,
    answers: { 200: UsageReport },
    problems: [...PROBLEMS, 'not_found', 'invalid_request'],
  })
  async read(
    @CurrentAccount() account: AccountRow,
    @Param('token') id: string,
    @Query(zodPipe(TokenUsageQuery)) query: TokenUsageQuery,
  ): Promise<UsageReport> {
    const { bucket, previews } = query;
    const { start, end } = periodOf(query);
    const token = await this.tokens.get(account.id, id);
    const filter = { start, end, bucket, groupBy: null, token: token.id, agents: null, withPreviews: previews === 'true' };
    const { total, lines } = await this.databases.in(account, () => this.ledger.read(filter));
    return {
      start: start.toISOString(),
      end: end.toISOString(),
      bucket,
      group_by: null,
      total: numbersView(total),
      data: lines.map((line) => rowView(line, null)),
    };
  }
}
