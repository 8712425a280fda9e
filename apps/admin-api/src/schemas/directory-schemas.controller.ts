import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { actorOf, type Actor } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import {
  CreatedSchemaVersion,
  CreateSchemaRequest,
  CreateSchemaVersionRequest,
  DirectorySchemaDetail,
  DirectorySchemaSummary,
  UpdateSchemaRequest,
} from '@salient/contracts/directory-schemas';
import { SchemaCatalog } from '@salient/domain/directory';
import { schemaAdministration, usableSchema, type AddedVersion } from '@salient/domain/directory/admin';
import { ControlDatabase, Describe, zodPipe, type Sql } from '@salient/platform';
import type { FastifyReply } from 'fastify';
import { CurrentActor, ForPlatformAdmins } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { documentOf, type GivenDocument } from './schema-input.js';
import { CHANGED, FOUND, PROBLEMS, REPEATED } from './schema.problems.js';
import { schemaSummary, schemaVersion, taggedSchema } from './schema.view.js';

/** The platform's directory schemas: for everybody who is signed in to read, for platform admins to change. */
@Controller('directory-schemas')
export class DirectorySchemasController {
  constructor(
    private readonly catalog: SchemaCatalog,
    private readonly control: ControlDatabase,
    private readonly repeats: Repeats,
  ) {}

  @Get()
  @Describe({
    summary: 'List directory schemas',
    query: PageQuery,
    answers: { 200: pageOf(DirectorySchemaSummary) },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field'],
  })
  async list(@Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<DirectorySchemaSummary>> {
    const page = await this.catalog.page(query);
    return { ...page, data: page.data.map(schemaSummary) };
  }

  @Post()
  @ForPlatformAdmins()
  @Describe({
    summary: 'Create a directory schema',
    description: 'Version 1 of an entry type. `schema` is the document, or `document` its text as YAML or JSON. For platform admins.',
    body: CreateSchemaRequest,
    answers: { 201: CreatedSchemaVersion },
    problems: [...PROBLEMS, 'forbidden', 'invalid_request', 'unknown_field', 'schema_exists', 'schema_invalid', ...REPEATED],
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body(zodPipe(CreateSchemaRequest)) body: CreateSchemaRequest,
    @Repeat() repeat: Repeatable,
  ): Promise<CreatedSchemaVersion> {
    const given = documentOf('schema', body.schema, body.document);
    return this.adding(repeat, 'POST directory-schemas', { ...given, entryType: body.entry_type }, given, (sql, schema) =>
      schemaAdministration.create(sql, body.entry_type, schema, actorOf(actor)),
    );
  }

  @Get(':entry_type')
  @Describe({
    summary: 'Read the newest version of a schema',
    answers: { 200: DirectorySchemaDetail },
    problems: FOUND,
  })
  async get(@Param('entry_type') entryType: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<DirectorySchemaDetail> {
    const [catalog, versions] = await Promise.all([this.catalog.find(entryType), this.catalog.versions(entryType)]);
    return taggedSchema(reply, catalog, versions);
  }

  @Patch(':entry_type')
  @ForPlatformAdmins()
  @Describe({
    summary: 'Deprecate a schema, or take that back',
    description: 'No new list can be made of a deprecated schema; lists that there are go on. For platform admins.',
    body: UpdateSchemaRequest,
    answers: { 200: DirectorySchemaDetail },
    problems: [...CHANGED, 'precondition_failed'],
  })
  async update(
    @CurrentActor() actor: Actor,
    @Param('entry_type') entryType: string,
    @Body(zodPipe(UpdateSchemaRequest)) { deprecated, reason, replaced_by: replacedBy }: UpdateSchemaRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DirectorySchemaDetail> {
    const change = { deprecated, reason, replacedBy };
    const catalog = await this.control.transaction((sql) =>
      schemaAdministration.deprecate(sql, entryType, change, ifMatch, actorOf(actor)),
    );
    return taggedSchema(reply, catalog, await this.catalog.versions(entryType));
  }

  @Post(':entry_type/versions')
  @ForPlatformAdmins()
  @Describe({
    summary: 'Add a version to a schema',
    description:
      'Lists keep the version that they pin until they are moved; ask `compatibility` first what that would do. ' +
      'A document that says what the newest version says adds none: 200 with that version. For platform admins.',
    body: CreateSchemaVersionRequest,
    answers: { 201: CreatedSchemaVersion, 200: CreatedSchemaVersion },
    problems: [...CHANGED, 'precondition_failed', 'schema_invalid', ...REPEATED],
  })
  async addVersion(
    @CurrentActor() actor: Actor,
    @Param('entry_type') entryType: string,
    @Body(zodPipe(CreateSchemaVersionRequest)) body: CreateSchemaVersionRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Repeat() repeat: Repeatable,
  ): Promise<CreatedSchemaVersion> {
    await this.catalog.find(entryType);
    const given = documentOf('schema', body.schema, body.document);
    const added = await this.adding(repeat, `POST directory-schemas ${entryType} versions`, given, given, (sql, schema) =>
      schemaAdministration.addVersion(sql, entryType, schema, ifMatch, actorOf(actor)),
    );
    if (added.changes.length === 0) repeat.reply.status(200);
    return added;
  }

  private adding(
    repeat: Repeatable,
    route: string,
    request: object,
    { document, at }: GivenDocument,
    add: (sql: Sql, schema: ReturnType<typeof usableSchema>) => Promise<AddedVersion>,
  ): Promise<CreatedSchemaVersion> {
    const schema = usableSchema(document, at);
    return this.repeats.onceInControl(repeat, route, request, async (sql) => {
      const { row, changes } = await add(sql, schema);
      return { ...schemaVersion(row), changes: [...changes] };
    });
  }
}
