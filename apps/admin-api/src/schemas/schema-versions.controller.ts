import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import {
  CompatibilityQuery,
  DirectorySchemaVersion,
  PlatformCompatibilityReport,
  PlatformCompatibilityRequest,
  SchemaDocumentQuery,
} from '@salient/contracts/directory-schemas';
import { SchemaCatalog } from '@salient/domain/directory';
import { usableSchema } from '@salient/domain/directory/admin';
import { decodeCursor, Describe, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import type { FastifyReply } from 'fastify';
import { ForPlatformAdmins } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { documentOf, sendDocument, VERSION_KEY, versionIn } from './schema-input.js';
import { FleetCompatibility } from './fleet-compatibility.js';
import { CHANGED, FOUND, REPEATED } from './schema.problems.js';
import { schemaVersion } from './schema.view.js';

/** The versions of a schema of the platform, and what another one would do. */
@Controller('directory-schemas/:entry_type')
export class SchemaVersionsController {
  constructor(
    private readonly catalog: SchemaCatalog,
    private readonly compatibility: FleetCompatibility,
    private readonly repeats: Repeats,
  ) {}

  @Get('versions')
  @Describe({
    summary: 'List the versions of a schema',
    query: PageQuery,
    answers: { 200: pageOf(DirectorySchemaVersion) },
    problems: [...FOUND, 'invalid_request', 'unknown_field'],
  })
  async page(@Param('entry_type') entryType: string, @Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<DirectorySchemaVersion>> {
    const before = decodeCursor(query, VERSION_KEY);
    const rows = await this.catalog.versionsPage(entryType, { limit: query.limit + 1, before: before === null ? null : Number(before) });
    return pageOfRows(rows, query.limit, schemaVersion, ({ version }) => String(version));
  }

  @Get('versions/:version')
  @Describe({ summary: 'Read one version of a schema', answers: { 200: DirectorySchemaVersion }, problems: FOUND })
  async get(@Param('entry_type') entryType: string, @Param('version') version: string): Promise<DirectorySchemaVersion> {
    return schemaVersion(await this.catalog.version(entryType, versionIn(version)));
  }

  @Get('versions/:version/document')
  @Describe({
    summary: 'Export one version of a schema',
    description: 'The document as a file, in its author’s order: the same bytes each time, and importing it changes nothing.',
    query: SchemaDocumentQuery,
    answers: { 200: 'document' },
    problems: [...FOUND, 'invalid_request', 'unknown_field'],
  })
  async export(
    @Param('entry_type') entryType: string,
    @Param('version') version: string,
    @Query(zodPipe(SchemaDocumentQuery)) { format }: SchemaDocumentQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const row = await this.catalog.version(entryType, versionIn(version));
    sendDocument(reply, `${row.entry_type}.v${row.version}`, row.schema, format);
  }

  @Post('compatibility')
  @HttpCode(200)
  @ForPlatformAdmins()
  @Describe({
    summary: 'Ask what a version would do',
    description:
      'Nothing changes. A page of the accounts that have lists of the type: which of their entries would be refused, and what their agents’ ' +
      'models would read. For platform admins.',
    body: PlatformCompatibilityRequest,
    query: CompatibilityQuery,
    answers: { 200: PlatformCompatibilityReport },
    problems: [...CHANGED, 'schema_invalid', ...REPEATED],
  })
  async compare(
    @Param('entry_type') entryType: string,
    @Body(zodPipe(PlatformCompatibilityRequest)) body: PlatformCompatibilityRequest,
    @Query(zodPipe(CompatibilityQuery)) query: CompatibilityQuery,
    @Repeat() repeat: Repeatable,
  ): Promise<PlatformCompatibilityReport> {
    const newest = await this.catalog.version(entryType);
    const schema = body.version === undefined ? this.sent(body) : (await this.catalog.version(entryType, body.version)).schema;
    const page = { limit: query.limit, before: decodeCursor(query, UUID_KEY), slugs: body.accounts ?? null };
    return this.repeats.once(repeat, `POST directory-schemas ${entryType} compatibility ${page.before}`, { body, limit: page.limit }, () =>
      this.compatibility.report(newest, schema, page),
    );
  }

  private sent({ schema, document }: PlatformCompatibilityRequest) {
    const given = documentOf('schema', schema, document);
    return usableSchema(given.document, given.at);
  }
}
