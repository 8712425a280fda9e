import { Controller, Get, Headers, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { actorOf, type Actor } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { ImportQuery, ImportView, mappingOf } from '@salient/contracts/directory-imports';
import { exportFaults, IMPORT_BYTES_MAX, ImportService, spool } from '@salient/domain/directory/admin';
import { decodeCursor, Describe, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { sendText } from '../http/send-lines.js';
import { uploadOf } from '../http/uploads.js';
import { FOUND, REPEATED } from './directory.problems.js';
import { isUnderWay, sendImportEvents } from './import-events.js';
import { importView } from './import.view.js';

const UPLOAD_BODY = {
  schema: { type: 'object' as const, required: ['file'], properties: { file: { type: 'string' as const, format: 'binary' } } },
};

/** Imports of CSV files into a list: upload, look at the dry run, apply, undo. */
@Controller('accounts/:account/directory-lists/:list/imports')
export class DirectoryImportsController {
  constructor(
    private readonly databases: AccountDatabases,
    private readonly imports: ImportService,
    private readonly repeats: Repeats,
    private readonly db: TenantDb,
  ) {}

  @Post()
  @HttpCode(202)
  @InAccount('directories:write', 'directory:write', { upload: true })
  @ApiConsumes('multipart/form-data', 'text/csv')
  @ApiBody(UPLOAD_BODY)
  @Describe({
    summary: 'Upload a CSV file',
    description:
      'The file is checked and compared with the list; nothing changes until the import is applied. Columns are found by their headers; ' +
      'map[Header]=target, which may be repeated, says what one is: external_key, name, tags, status, contact.…, data.…, or empty to leave it out.',
    query: ImportQuery,
    answers: { 202: ImportView },
    problems: [...FOUND, 'invalid_request', 'unknown_field', 'body_too_large', 'unsupported_media_type', ...REPEATED],
  })
  async start(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Query(zodPipe(ImportQuery)) query: ImportQuery,
    @Req() request: FastifyRequest,
    @Repeat() repeat: Repeatable,
  ): Promise<ImportView> {
    const upload = await uploadOf(request, IMPORT_BYTES_MAX);
    await using file = await spool(upload.stream);
    const { sha256 } = file;
    const { on_missing: onMissing } = query;
    const mapping = mappingOf(query);
    return await this.databases.in(account, () =>
      this.repeats.once(repeat, `POST imports ${account.id} ${list}`, { sha256, onMissing, mapping }, async () =>
        importView(await this.imports.start(list, { file: file.take(), fileName: upload.fileName, onMissing, mapping }, actorOf(actor))),
      ),
    );
  }

  @Get()
  @InAccount('directories:read', 'directory:read')
  @Describe({ summary: 'List imports', query: PageQuery, answers: { 200: pageOf(ImportView) }, problems: [...FOUND, 'invalid_request'] })
  async page(
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Query(zodPipe(PageQuery)) query: PageQuery,
  ): Promise<Page<ImportView>> {
    return this.databases.in(account, async () => {
      const rows = await this.imports.page(list, { limit: query.limit + 1, before: decodeCursor(query, UUID_KEY) });
      return pageOfRows(rows, query.limit, importView, ({ id }) => id);
    });
  }

  @Get(':import')
  @InAccount('directories:read', 'directory:read')
  @Describe({ summary: 'Read an import', answers: { 200: ImportView }, problems: FOUND })
  async get(@CurrentAccount() account: AccountRow, @Param('list') list: string, @Param('import') id: string): Promise<ImportView> {
    return this.databases.in(account, async () => importView(await this.imports.find(list, id)));
  }

  @Get(':import/errors.csv')
  @InAccount('directories:read', 'directory:read')
  @Describe({
    summary: 'What is wrong in the file',
    description: 'row, column, code, message, suggestion.',
    answers: { 200: 'csv' },
    problems: FOUND,
  })
  async faults(
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Param('import') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.databases.in(account, async () => {
      await this.imports.find(list, id);
      await sendText(reply, 'text/csv; charset=utf-8', `${id}-errors.csv`, exportFaults(this.db, id));
    });
  }

  @Get(':import/events')
  @InAccount('directories:read', 'directory:read')
  @Describe({
    summary: 'Follow an import',
    description:
      'progress whenever something changes; end when nothing will by itself any more. A reader that comes back after end gets 204.',
    answers: { 200: 'event-stream', 204: null },
    problems: FOUND,
  })
  async events(
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Param('import') id: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.databases.in(account, async () => {
      const row = await this.imports.find(list, id);
      if (lastEventId === `${id}:end` && !isUnderWay(row)) await reply.status(204).send();
      else await sendImportEvents(reply, () => this.imports.find(list, id));
    });
  }
}
