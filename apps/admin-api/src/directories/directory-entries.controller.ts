import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { actorOf, type Actor } from '@salient/auth/admin';
import { pageOf, type Page } from '@salient/contracts';
import { CreateEntryRequest, DirectoryEntryView, EntriesQuery, filtersOf, UpdateEntryRequest } from '@salient/contracts/directory';
import { EntryAdministration, entryKeyForm } from '@salient/domain/directory/admin';
import { decodeCursor, Describe, pageOfRows, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import type { FastifyReply } from 'fastify';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { entryView, taggedEntry } from './directory-entry.view.js';
import { CHANGED, FILLED, FOUND, REPEATED } from './directory.problems.js';

/** The entries of a directory list. */
@Controller('accounts/:account/directory-lists/:list/entries')
export class DirectoryEntriesController {
  private readonly entries: EntryAdministration;

  constructor(
    private readonly databases: AccountDatabases,
    private readonly repeats: Repeats,
    db: TenantDb,
  ) {
    this.entries = new EntryAdministration(db);
  }

  @Post()
  @InAccount('directories:write', 'directory:write')
  @Describe({
    summary: 'Create an entry',
    body: CreateEntryRequest,
    answers: { 201: DirectoryEntryView },
    problems: [...FILLED, 'entry_exists', ...REPEATED],
  })
  async create(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Body(zodPipe(CreateEntryRequest)) body: CreateEntryRequest,
    @Repeat() repeat: Repeatable,
  ): Promise<DirectoryEntryView> {
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST entries ${account.id} ${list}`, body, async () =>
        taggedEntry(repeat.reply, await this.entries.create(list, body, actorOf(actor))),
      ),
    );
  }

  @Get()
  @InAccount('directories:read', 'directory:read')
  @Describe({
    summary: 'Search the entries of a list',
    description:
      'Without sort the best match of q comes first, or the newest where nothing is asked. A name sorts by its letters, whatever their ' +
      'case and accents. filter[field]=value, which may be repeated, filters by a field.',
    query: EntriesQuery,
    answers: { 200: pageOf(DirectoryEntryView) },
    problems: [...FOUND, 'invalid_request', 'unknown_field'],
  })
  async page(
    @CurrentAccount() account: AccountRow,
    @Param('list') slug: string,
    @Query(zodPipe(EntriesQuery)) query: EntriesQuery,
  ): Promise<Page<DirectoryEntryView>> {
    const { limit, q, match, status, sort, tag = [] } = query;
    const search = {
      q,
      match,
      status,
      sort,
      tags: [tag].flat(),
      filters: filtersOf(query),
      limit: limit + 1,
      after: decodeCursor(query, entryKeyForm(query)),
    };
    return this.databases.in(account, async () => {
      const { list, entries, keyOf } = await this.entries.page(slug, search);
      return pageOfRows(entries, limit, (entry) => entryView({ list, entry }), keyOf);
    });
  }

  @Get(':entry')
  @InAccount('directories:read', 'directory:read')
  @Describe({ summary: 'Read an entry', answers: { 200: DirectoryEntryView }, problems: FOUND })
  async get(
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Param('entry') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DirectoryEntryView> {
    return this.databases.in(account, async () => taggedEntry(reply, await this.entries.find(list, id)));
  }

  @Patch(':entry')
  @InAccount('directories:write', 'directory:write')
  @Describe({
    summary: 'Change an entry',
    description: 'What is left out stays; tags, contact and data are replaced whole. What the entry was is kept in its history.',
    body: UpdateEntryRequest,
    answers: { 200: DirectoryEntryView },
    problems: [...CHANGED, 'entry_exists'],
  })
  async update(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Param('entry') id: string,
    @Body(zodPipe(UpdateEntryRequest)) body: UpdateEntryRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DirectoryEntryView> {
    return this.databases.in(account, async () => taggedEntry(reply, await this.entries.update(list, id, body, ifMatch, actorOf(actor))));
  }

  @Delete(':entry')
  @HttpCode(204)
  @InAccount('directories:write', 'directory:write')
  @Describe({
    summary: 'Delete an entry',
    description: 'Its history stays, and undo brings it back.',
    answers: { 204: null },
    problems: [...FOUND, 'precondition_failed', 'import_conflict'],
  })
  async delete(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Param('entry') id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.databases.in(account, () => this.entries.delete(list, id, ifMatch, actorOf(actor)));
  }
}
