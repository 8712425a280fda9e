import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ExportQuery } from '@salient/contracts/directory-imports';
import { exportEntries, lists } from '@salient/domain/directory/admin';
import { Describe, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, InAccount } from '../access/admin-access.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { sendText } from '../http/send-lines.js';
import { FOUND } from './directory.problems.js';

/** A list as a CSV file. */
@Controller('accounts/:account/directory-lists/:list')
export class DirectoryExportController {
  constructor(
    private readonly databases: AccountDatabases,
    private readonly db: TenantDb,
  ) {}

  @Get('entries.csv')
  @InAccount('directories:read', 'directory:read')
  @Describe({
    summary: 'Export a list as CSV',
    description:
      'Importing it again changes nothing. What a spreadsheet would run as a formula begins with an apostrophe, which the import takes off.',
    query: ExportQuery,
    answers: { 200: 'csv' },
    problems: [...FOUND, 'invalid_request', 'unknown_field'],
  })
  async export(
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Query(zodPipe(ExportQuery)) { status }: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.databases.in(account, async () => {
      const row = await lists.find(this.db, list);
      await sendText(reply, 'text/csv; charset=utf-8', `${row.slug}.csv`, exportEntries(this.db, row, status));
    });
  }
}
