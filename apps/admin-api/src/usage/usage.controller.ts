import { Controller, Get, Query, Res } from '@nestjs/common';
import type { AdminUser } from '@salient/auth/admin';
import { apiTokens } from '@salient/auth/tokens';
import { UsageQuery, UsageReport } from '@salient/contracts/admin';
import { UsageLedger, type UsageLine } from '@salient/domain/conversations';
import { ControlDatabase, Describe, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, CurrentAdmin, InAccount } from '../access/admin-access.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { PROBLEMS } from '../agents/agent.problems.js';
import { periodOf } from './usage-period.js';
import { csvLines, numbersView, rowView } from './usage.view.js';

/** What an account's turns used and cost; for API tokens with usage:read, too. */
@Controller('accounts/:account/usage')
export class UsageController {
  private readonly ledger: UsageLedger;

  constructor(
    private readonly databases: AccountDatabases,
    private readonly control: ControlDatabase,
    db: TenantDb,
  ) {
    this.ledger = new UsageLedger(db);
  }

  @Get()
  @InAccount('usage:read', 'usage:read')
  @Describe({
    summary: 'Read the usage',
    description:
      'Turns, tokens, cost and latency by the hour or day, together or by agent, token or model. By default of the last 30 days.',
    query: UsageQuery,
    answers: { 200: UsageReport },
    problems: [...PROBLEMS, 'token_revoked', 'scope_missing', 'account_mismatch', 'invalid_request'],
  })
  async read(
    @CurrentAdmin() admin: AdminUser,
    @CurrentAccount() account: AccountRow,
    @Query(zodPipe(UsageQuery)) query: UsageQuery,
  ): Promise<UsageReport> {
    return this.report(admin, account, query);
  }

  @Get('export')
  @InAccount('usage:read', 'usage:read')
  @Describe({
    summary: 'Export the usage',
    description: 'The lines of the same report as CSV.',
    query: UsageQuery,
    answers: { 200: 'csv' },
    problems: [...PROBLEMS, 'token_revoked', 'scope_missing', 'account_mismatch', 'invalid_request'],
  })
  async export(
    @CurrentAdmin() admin: AdminUser,
    @CurrentAccount() account: AccountRow,
    @Query(zodPipe(UsageQuery)) query: UsageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { data } = await this.report(admin, account, query);
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${account.slug}-usage.csv"`)
      .send(`${[...csvLines(data)].join('\r\n')}\r\n`);
  }

  private async report(admin: AdminUser, account: AccountRow, query: UsageQuery): Promise<UsageReport> {
    const { bucket, group_by: groupBy = null, agent, previews } = query;
    const { start, end } = periodOf(query);
    const filter = { start, end, bucket, groupBy, agent, agents: admin.agents ?? null, withPreviews: previews === 'true' };
    const { total, lines } = await this.databases.in(account, () => this.ledger.read(filter));
    const labels = groupBy && (groupBy === 'token' ? await this.tokenNames(account.id, lines) : new Map<string | null, string>());
    return {
      start: start.toISOString(),
      end: end.toISOString(),
      bucket,
      group_by: groupBy,
      total: numbersView(total),
      data: lines.map((line) => rowView(line, labels)),
    };
  }

  /** Tokens live in the control database: their names are put beside the numbers here. */
  private async tokenNames(accountId: string, lines: readonly UsageLine[]): Promise<Map<string | null, string>> {
    const ids = [...new Set(lines.flatMap((line) => line.group_id ?? []))];
    return apiTokens.namesOf(this.control, accountId, ids);
  }
}
