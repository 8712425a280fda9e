import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import {
  AccountCompatibilityReport,
  AccountCompatibilityRequest,
  AccountSchemaSummary,
  AccountSchemaView,
} from '@salient/contracts/directory-schemas';
import { SchemaCatalog } from '@salient/domain/directory';
import { accountCompatibility, AccountSchemas, overlaid, readOverlay, schemaChanges } from '@salient/domain/directory/admin';
import { Describe, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { FOUND, PROBLEMS, REPEATED } from '../directories/directory.problems.js';
import { documentOf } from './schema-input.js';
import { schemaSummary, taggedAccountSchema } from './schema.view.js';

/** The platform's schemas as an account has them. */
@Controller('accounts/:account/directory-schemas')
export class AccountSchemasController {
  constructor(
    private readonly databases: AccountDatabases,
    private readonly catalog: SchemaCatalog,
    private readonly schemas: AccountSchemas,
    private readonly repeats: Repeats,
    private readonly db: TenantDb,
  ) {}

  @Get()
  @InAccount('directories:read')
  @Describe({
    summary: 'List the schemas that lists can have',
    query: PageQuery,
    answers: { 200: pageOf(AccountSchemaSummary) },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field'],
  })
  async page(@CurrentAccount() account: AccountRow, @Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<AccountSchemaSummary>> {
    const page = await this.catalog.page(query);
    return this.databases.in(account, async () => {
      const counts = await this.schemas.counts(page.data.map(({ entry_type }) => entry_type));
      const data = page.data.map((row) => ({ ...schemaSummary(row), overlay_version: null, lists: 0, ...counts.get(row.entry_type) }));
      return { ...page, data };
    });
  }

  @Get(':entry_type')
  @InAccount('directories:read')
  @Describe({
    summary: 'Read what a new list would pin',
    description: 'The newest version of the platform’s schema with the account’s newest overlay, and what the lists of this type pin.',
    answers: { 200: AccountSchemaView },
    problems: FOUND,
  })
  async get(
    @CurrentAccount() account: AccountRow,
    @Param('entry_type') entryType: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountSchemaView> {
    return this.databases.in(account, async () => taggedAccountSchema(reply, await this.schemas.find(entryType)));
  }

  @Post(':entry_type/compatibility')
  @HttpCode(200)
  @InAccount('directories:read')
  @Describe({
    summary: 'Ask what a move of the lists would do',
    description:
      'Nothing changes. What is left out is the newest: a version of the schema, an overlay that is stored (`overlay_version`, null for none) or sent ' +
      '(`overlay`, or `document` as YAML or JSON). Which entries would be refused, and what the agents’ models would read.',
    body: AccountCompatibilityRequest,
    answers: { 200: AccountCompatibilityReport },
    problems: [...FOUND, 'invalid_request', 'unknown_field', 'schema_invalid', ...REPEATED],
  })
  async compare(
    @CurrentAccount() account: AccountRow,
    @Param('entry_type') entryType: string,
    @Body(zodPipe(AccountCompatibilityRequest)) body: AccountCompatibilityRequest,
    @Repeat() repeat: Repeatable,
  ): Promise<AccountCompatibilityReport> {
    const newest = await this.catalog.version(entryType);
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST compatibility ${account.id} ${entryType}`, body, async () => {
        const schema = await this.wanted(entryType, body);
        const report = await accountCompatibility(this.db, entryType, () => schema);
        return { ...report, changes: schemaChanges(newest.schema, schema) };
      }),
    );
  }

  private async wanted(entryType: string, body: AccountCompatibilityRequest) {
    const { schema_version: version, overlay_version: overlayVersion, overlay, document } = body;
    if (overlay === undefined && document === undefined) return (await this.schemas.forList(entryType, { version, overlayVersion })).schema;
    const given = documentOf('overlay', overlay, document);
    const base = await this.schemas.forList(entryType, { version, overlayVersion: null });
    return overlaid(base.schema, readOverlay(given.document, given.at), given.at);
  }
}
