import { Body, Controller, Delete, Get, Headers, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { requirePlatformAdmin, type Actor, type AdminUser } from '@salient/auth/admin';
import { graceSeconds, PageQuery, pageOf, type Page } from '@salient/contracts';
import { Account, CreateAccountRequest, DeleteAccountQuery, UpdateAccountRequest } from '@salient/contracts/admin';
import {
  ControlDatabase,
  decodeCursor,
  Describe,
  entityTag,
  idempotencyKeyOf,
  pageOfRows,
  requireMatch,
  runOnce,
  UUID_KEY,
  zodPipe,
} from '@salient/platform';
import { AccountAdministration, accounts, TenantProvisioner, type AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, CurrentActor, CurrentAdmin, ForPlatformAdmins, InAccount } from '../access/admin-access.js';
import { lifecycleActor } from './lifecycle-actor.js';

const PROBLEMS = ['token_missing', 'token_invalid', 'token_expired', 'forbidden', 'account_not_found'] as const;

/** The accounts that somebody administers. */
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly control: ControlDatabase,
    private readonly administration: AccountAdministration,
    private readonly provisioner: TenantProvisioner,
  ) {}

  @Post()
  @ForPlatformAdmins()
  @Describe({
    summary: 'Create an account',
    description: 'Provisions a PostgreSQL database of its own. For platform admins.',
    body: CreateAccountRequest,
    answers: { 201: Account },
    problems: [
      'invalid_request',
      'unknown_field',
      'token_missing',
      'token_invalid',
      'token_expired',
      'forbidden',
      'slug_taken',
      'tenant_unavailable',
      'idempotency_in_progress',
      'idempotency_mismatch',
    ],
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body(zodPipe(CreateAccountRequest)) body: CreateAccountRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account> {
    const { body: account, replayed } = await runOnce(
      this.control,
      `admin:${actor.adminId}`,
      idempotencyKeyOf(key, 'POST accounts', body),
      async () => {
        const { id } = await this.provisioner.provision(body, lifecycleActor(actor));
        return accountView(await accounts.find(this.control, id));
      },
    );
    if (replayed) reply.header('idempotency-replayed', 'true');
    return account;
  }

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
  @InAccount('account:read')
  @Describe({ summary: 'Read an account', answers: { 200: Account }, problems: PROBLEMS })
  get(@CurrentAccount() account: AccountRow, @Res({ passthrough: true }) reply: FastifyReply): Account {
    return tagged(reply, account);
  }

  @Patch(':account')
  @InAccount('account:write')
  @Describe({
    summary: 'Rename an account',
    description: 'Another name is for its admins, another slug for platform admins: every URL of the account changes with it.',
    body: UpdateAccountRequest,
    answers: { 200: Account },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field', 'slug_taken', 'precondition_failed'],
  })
  async update(
    @CurrentAdmin() admin: AdminUser,
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Body(zodPipe(UpdateAccountRequest)) body: UpdateAccountRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account> {
    if (body.slug !== undefined && body.slug !== account.slug) requirePlatformAdmin(admin);
    requireMatch(ifMatch, tagOf(account));
    return tagged(reply, await this.administration.update(account.id, body, lifecycleActor(actor)));
  }

  @Delete(':account')
  @InAccount('account:delete')
  @HttpCode(202)
  @Describe({
    summary: 'Delete an account',
    description: 'It is out of service at once. Until its grace is over it can be resumed; then its database is dropped. For its owners.',
    query: DeleteAccountQuery,
    answers: { 202: Account },
    problems: [...PROBLEMS, 'invalid_request', 'precondition_failed', 'account_status_conflict'],
  })
  async delete(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Query(zodPipe(DeleteAccountQuery)) query: DeleteAccountQuery,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<Account> {
    requireMatch(ifMatch, tagOf(account));
    return accountView(await this.administration.delete(account.id, graceSeconds(query.grace), lifecycleActor(actor)));
  }

  @Post(':account/suspend')
  @InAccount('account:operate')
  @HttpCode(200)
  @Describe({
    summary: 'Suspend an account',
    description: 'It answers 503 tenant_suspended until it is resumed. For platform admins.',
    answers: { 200: Account },
    problems: [...PROBLEMS, 'account_status_conflict'],
  })
  async suspend(@CurrentActor() actor: Actor, @CurrentAccount() account: AccountRow): Promise<Account> {
    return accountView(await this.administration.suspend(account.id, lifecycleActor(actor)));
  }

  @Post(':account/resume')
  @InAccount('account:operate')
  @HttpCode(200)
  @Describe({
    summary: 'Resume an account',
    description: 'Takes a suspension back, or a deletion whose grace is not over. For platform admins.',
    answers: { 200: Account },
    problems: [...PROBLEMS, 'account_status_conflict'],
  })
  async resume(@CurrentActor() actor: Actor, @CurrentAccount() account: AccountRow): Promise<Account> {
    return accountView(await this.administration.resume(account.id, lifecycleActor(actor)));
  }
}

function tagOf({ updated_at }: AccountRow): string {
  return entityTag(updated_at.getTime());
}

function tagged(reply: FastifyReply, account: AccountRow): Account {
  reply.header('etag', tagOf(account));
  return accountView(account);
}

function accountView({ id, slug, name, status, created_at, updated_at, delete_after }: AccountRow): Account {
  return {
    id,
    slug,
    name,
    status,
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
    delete_after: delete_after?.toISOString() ?? null,
  };
}
