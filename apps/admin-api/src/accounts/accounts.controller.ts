import { Controller, Get, Param, Query } from '@nestjs/common';
import type { AdminUser } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { Account } from '@salient/contracts/admin';
import { ControlDatabase, decodeCursor, Describe, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import { accounts, type AccountRow } from '@salient/tenancy/lifecycle';
import { CurrentAdmin } from '../access/admin-access.js';
import { AccountAccess } from './account-access.js';

/** The accounts that somebody administers. */
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly control: ControlDatabase,
    private readonly access: AccountAccess,
  ) {}

  @Get()
  @Describe({
    summary: 'List accounts',
    query: PageQuery,
    answers: { 200: pageOf(Account) },
    problems: ['invalid_request', 'token_missing', 'token_invalid', 'token_expired'],
  })
  async list(@CurrentAdmin() admin: AdminUser, @Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<Account>> {
    const ids = admin.platform_admin ? null : admin.memberships.map((membership) => membership.account_id);
    const rows = await accounts.page(this.control, { limit: query.limit + 1, before: decodeCursor(query, UUID_KEY), ids });
    return pageOfRows(rows, query.limit, accountView, (account) => account.id);
  }

  @Get(':account')
  @Describe({
    summary: 'Read an account',
    answers: { 200: Account },
    problems: ['token_missing', 'token_invalid', 'token_expired', 'account_not_found'],
  })
  async get(@CurrentAdmin() admin: AdminUser, @Param('account') idOrSlug: string): Promise<Account> {
    return accountView(await this.access.find(admin, idOrSlug, 'viewer'));
  }
}

function accountView({ id, slug, name, status, created_at, updated_at }: AccountRow): Account {
  return { id, slug, name, status, created_at: created_at.toISOString(), updated_at: updated_at.toISOString() };
}
