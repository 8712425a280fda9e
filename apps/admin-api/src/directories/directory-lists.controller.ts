import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { actorOf, type Actor } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { CreateListRequest, DirectoryListSchema, DirectoryListView, UpdateListRequest } from '@salient/contracts/directory';
import { AccountSchemas, ListAdministration } from '@salient/domain/directory/admin';
import { decodeCursor, Describe, pageOfRows, UUID_KEY, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { listSchemaView, listView, taggedList } from './directory-list.view.js';
import { CHANGED, FOUND, PROBLEMS, REPEATED } from './directory.problems.js';

/** The directory lists of an account. `{list}` is an id or a slug. */
@Controller('accounts/:account/directory-lists')
export class DirectoryListsController {
  private readonly lists: ListAdministration;

  constructor(
    private readonly databases: AccountDatabases,
    private readonly repeats: Repeats,
    private readonly schemas: AccountSchemas,
    db: TenantDb,
  ) {
    this.lists = new ListAdministration(db);
  }

  @Post()
  @InAccount('directories:write', 'directory:write')
  @Describe({
    summary: 'Create a directory list',
    description: 'It pins a version of its schema and of the account’s overlay over it; the newest unless the request names others.',
    body: CreateListRequest,
    answers: { 201: DirectoryListView },
    problems: [...PROBLEMS, 'invalid_request', 'unknown_field', 'slug_taken', 'schema_invalid', ...REPEATED],
  })
  async create(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Body(zodPipe(CreateListRequest)) body: CreateListRequest,
    @Repeat() repeat: Repeatable,
  ): Promise<DirectoryListView> {
    const { entry_type: entryType, schema_version: version, overlay_version: overlayVersion, ...list } = body;
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST directory-lists ${account.id}`, body, async () => {
        await this.schemas.refuseDeprecated(entryType);
        const schema = await this.schemas.forList(entryType, { version, overlayVersion });
        return taggedList(repeat.reply, await this.lists.create({ ...list, entryType }, schema, actorOf(actor)));
      }),
    );
  }

  @Get()
  @InAccount('directories:read', 'directory:read')
  @Describe({
    summary: 'List directory lists',
    query: PageQuery,
    answers: { 200: pageOf(DirectoryListView) },
    problems: [...PROBLEMS, 'invalid_request'],
  })
  async page(@CurrentAccount() account: AccountRow, @Query(zodPipe(PageQuery)) query: PageQuery): Promise<Page<DirectoryListView>> {
    return this.databases.in(account, async () => {
      const rows = await this.lists.page({ limit: query.limit + 1, before: decodeCursor(query, UUID_KEY) });
      return pageOfRows(rows, query.limit, listView, ({ id }) => id);
    });
  }

  @Get(':list')
  @InAccount('directories:read', 'directory:read')
  @Describe({ summary: 'Read a directory list', answers: { 200: DirectoryListView }, problems: FOUND })
  async get(
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DirectoryListView> {
    return this.databases.in(account, async () => taggedList(reply, await this.lists.find(list)));
  }

  @Get(':list/schema')
  @InAccount('directories:read', 'directory:read')
  @Describe({
    summary: 'Read what entries have to fit',
    description: 'The version of the schema that the list pins, with the version of the account’s overlay that it pins laid over it.',
    answers: { 200: DirectoryListSchema },
    problems: FOUND,
  })
  async schema(@CurrentAccount() account: AccountRow, @Param('list') list: string): Promise<DirectoryListSchema> {
    return this.databases.in(account, async () => listSchemaView(await this.lists.find(list)));
  }

  @Patch(':list')
  @InAccount('directories:write', 'directory:write')
  @Describe({
    summary: 'Change a directory list',
    description:
      'Another schema_version or overlay_version moves it to that version: 422 names the entries that do not fit, and nothing changes.',
    body: UpdateListRequest,
    answers: { 200: DirectoryListView },
    problems: [...CHANGED, 'slug_taken'],
  })
  async update(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Body(zodPipe(UpdateListRequest)) { schema_version: version, overlay_version: overlayVersion, ...patch }: UpdateListRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DirectoryListView> {
    return this.databases.in(account, async () => {
      const pinned = await this.lists.find(list);
      const moves = version !== undefined || overlayVersion !== undefined;
      const wanted = {
        version: version ?? pinned.schema_version,
        overlayVersion: overlayVersion === undefined ? pinned.overlay_version : overlayVersion,
      };
      const schema = moves ? await this.schemas.forList(pinned.entry_type, wanted) : undefined;
      return taggedList(reply, await this.lists.update(list, { ...patch, schema }, ifMatch, actorOf(actor)));
    });
  }

  @Delete(':list')
  @HttpCode(204)
  @InAccount('directories:write', 'directory:write')
  @Describe({
    summary: 'Delete a directory list',
    description: 'With its entries, their history and its imports, for good.',
    answers: { 204: null },
    problems: [...FOUND, 'precondition_failed', 'import_conflict'],
  })
  async delete(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.databases.in(account, () => this.lists.delete(list, ifMatch, actorOf(actor)));
  }
}
