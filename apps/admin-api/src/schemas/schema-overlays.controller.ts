import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { actorOf, type Actor } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { CreateOverlayRequest, OverlayVersion, SchemaDocumentQuery } from '@salient/contracts/directory-schemas';
import { AccountSchemas, readOverlay } from '@salient/domain/directory/admin';
import { decodeCursor, Describe, entityTag, pageOfRows, zodPipe } from '@salient/platform';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { FOUND, REPEATED } from '../directories/directory.problems.js';
import { documentOf, sendDocument, VERSION_KEY, versionIn } from './schema-input.js';
import { overlayView } from './schema.view.js';

/** What an account lays over a schema of the platform: fields of its own, labels, synonyms, stricter rules. */
@Controller('accounts/:account/directory-schemas/:entry_type/overlay')
export class SchemaOverlaysController {
  constructor(
    private readonly databases: AccountDatabases,
    private readonly schemas: AccountSchemas,
    private readonly repeats: Repeats,
  ) {}

  @Get()
  @InAccount('directories:read')
  @Describe({ summary: 'Read the newest overlay', answers: { 200: OverlayVersion }, problems: FOUND })
  async get(
    @CurrentAccount() account: AccountRow,
    @Param('entry_type') entryType: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OverlayVersion> {
    return this.databases.in(account, async () => {
      const row = await this.schemas.overlayVersion(entryType);
      reply.header('etag', entityTag(row.version));
      return overlayView(row);
    });
  }

  @Delete()
  @HttpCode(204)
  @InAccount('directories:write')
  @Describe({
    summary: 'Take the overlay away',
    description:
      'Lists that pin it keep it until they are moved with `overlay_version: null`. If-Match takes the tag of the account’s schema.',
    answers: { 204: null },
    problems: [...FOUND, 'precondition_failed'],
  })
  async remove(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('entry_type') entryType: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.databases.in(account, () => this.schemas.removeOverlay(entryType, ifMatch, actorOf(actor)));
  }

  @Post('versions')
  @InAccount('directories:write')
  @Describe({
    summary: 'Lay an overlay over a schema',
    description:
      '`overlay` is the document, or `document` its text as YAML or JSON. Labels replace the platform’s, lists grow, rules may only become ' +
      'stricter. New lists pin it; others when they are moved to it. If-Match takes the tag of the account’s schema.',
    body: CreateOverlayRequest,
    answers: { 201: OverlayVersion },
    problems: [...FOUND, 'invalid_request', 'unknown_field', 'precondition_failed', 'schema_invalid', ...REPEATED],
  })
  async create(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('entry_type') entryType: string,
    @Body(zodPipe(CreateOverlayRequest)) body: CreateOverlayRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Repeat() repeat: Repeatable,
  ): Promise<OverlayVersion> {
    const { document, at } = documentOf('overlay', body.overlay, body.document);
    const overlay = readOverlay(document, at);
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST overlay ${account.id} ${entryType}`, overlay, async () =>
        overlayView(await this.schemas.overlay(entryType, overlay, ifMatch, at, actorOf(actor))),
      ),
    );
  }

  @Get('versions')
  @InAccount('directories:read')
  @Describe({
    summary: 'List the versions of the overlay',
    query: PageQuery,
    answers: { 200: pageOf(OverlayVersion) },
    problems: [...FOUND, 'invalid_request', 'unknown_field'],
  })
  async page(
    @CurrentAccount() account: AccountRow,
    @Param('entry_type') entryType: string,
    @Query(zodPipe(PageQuery)) query: PageQuery,
  ): Promise<Page<OverlayVersion>> {
    const before = decodeCursor(query, VERSION_KEY);
    return this.databases.in(account, async () => {
      const rows = await this.schemas.overlayPage(entryType, { limit: query.limit + 1, before: before === null ? null : Number(before) });
      return pageOfRows(rows, query.limit, overlayView, ({ version }) => String(version));
    });
  }

  @Get('versions/:version')
  @InAccount('directories:read')
  @Describe({ summary: 'Read one version of the overlay', answers: { 200: OverlayVersion }, problems: FOUND })
  async version(
    @CurrentAccount() account: AccountRow,
    @Param('entry_type') entryType: string,
    @Param('version') version: string,
  ): Promise<OverlayVersion> {
    return this.databases.in(account, async () => overlayView(await this.schemas.overlayVersion(entryType, versionIn(version))));
  }

  @Get('versions/:version/document')
  @InAccount('directories:read')
  @Describe({
    summary: 'Export one version of the overlay',
    description: 'As a file: the same bytes each time, and importing it changes nothing.',
    query: SchemaDocumentQuery,
    answers: { 200: 'document' },
    problems: [...FOUND, 'invalid_request', 'unknown_field'],
  })
  async export(
    @CurrentAccount() account: AccountRow,
    @Param('entry_type') entryType: string,
    @Param('version') version: string,
    @Query(zodPipe(SchemaDocumentQuery)) { format }: SchemaDocumentQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const row = await this.databases.in(account, () => this.schemas.overlayVersion(entryType, versionIn(version)));
    sendDocument(reply, `${row.entry_type}.overlay.v${row.version}`, row.overlay, format);
  }
}
