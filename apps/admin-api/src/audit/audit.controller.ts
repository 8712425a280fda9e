import { Controller, Get, Query, Res } from '@nestjs/common';
import { pageOf, type Page } from '@salient/contracts';
import { AuditExportQuery, AuditQuery, AuditRecord } from '@salient/contracts/admin';
import { Describe, zodPipe } from '@salient/platform';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, InAccount } from '../access/admin-access.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { PROBLEMS } from '../agents/agent.problems.js';
import { sendLines } from '../http/send-lines.js';
import { AuditTrail } from './audit-trail.js';

/** What was done in an account, by whom. Nobody changes it, here or in the databases. */
@Controller('accounts/:account/audit')
export class AuditController {
  constructor(
    private readonly databases: AccountDatabases,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @InAccount('audit:read')
  @Describe({
    summary: 'Read the audit',
    description: 'The newest first, by who did it, what, to what, and when.',
    query: AuditQuery,
    answers: { 200: pageOf(AuditRecord) },
    problems: [...PROBLEMS, 'invalid_request'],
  })
  list(@CurrentAccount() account: AccountRow, @Query(zodPipe(AuditQuery)) query: AuditQuery): Promise<Page<AuditRecord>> {
    return this.databases.in(account, () => this.trail.page(account.id, query));
  }

  @Get('export')
  @InAccount('audit:read')
  @Describe({
    summary: 'Export the audit',
    description: 'JSON lines, filtered as the list is.',
    query: AuditExportQuery,
    answers: { 200: 'json-lines' },
    problems: [...PROBLEMS, 'invalid_request'],
  })
  export(
    @CurrentAccount() account: AccountRow,
    @Query(zodPipe(AuditExportQuery)) query: AuditExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.databases.in(account, () =>
      sendLines(reply, 'application/x-ndjson; charset=utf-8', `${account.slug}-audit.jsonl`, this.trail.lines(account.id, query)),
    );
  }
}
