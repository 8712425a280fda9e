import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { actorOf, type Actor } from '@salient/auth/admin';
import { PageQuery, pageOf, type Page } from '@salient/contracts';
import { BulkEditRequest, BulkEditResult, DirectoryEntryView, EntryVersionView, UndoEntryRequest } from '@salient/contracts/directory';
import { BulkEditor, EntryAdministration } from '@salient/domain/directory/admin';
import { decodeCursor, Describe, pageOfRows, zodPipe } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { entryVersionView, taggedEntry } from './directory-entry.view.js';
import { CHANGED, FILLED, FOUND, REPEATED } from './directory.problems.js';

const VERSION_KEY = /^[1-9]\d{0,8}$/;

/** What has happened to entries, how it is undone, and the same change of many. */
@Controller('accounts/:account/directory-lists/:list/entries')
export class EntryChangesController {
  private readonly entries: EntryAdministration;
  private readonly bulk: BulkEditor;

  constructor(
    private readonly databases: AccountDatabases,
    private readonly repeats: Repeats,
    db: TenantDb,
  ) {
    this.entries = new EntryAdministration(db);
    this.bulk = new BulkEditor(db);
  }

  @Post('bulk')
  @HttpCode(200)
  @InAccount('directories:write', 'directory:write')
  @Describe({
    summary: 'Change many entries',
    description: 'Those that are named or that a filter finds: all of them, or none when one would not fit the schema.',
    body: BulkEditRequest,
    answers: { 200: BulkEditResult },
    problems: [...FILLED, ...REPEATED],
  })
  async edit(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Body(zodPipe(BulkEditRequest)) body: BulkEditRequest,
    @Repeat() repeat: Repeatable,
  ): Promise<BulkEditResult> {
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST bulk ${account.id} ${list}`, body, async () => ({
        ...(await this.bulk.edit(list, body, actorOf(actor))),
        dry_run: body.dry_run ?? false,
      })),
    );
  }

  @Get(':entry/history')
  @InAccount('directories:read', 'directory:read')
  @Describe({
    summary: 'What an entry is and was',
    description: 'The newest version first; also of an entry that is deleted.',
    query: PageQuery,
    answers: { 200: pageOf(EntryVersionView) },
    problems: [...FOUND, 'invalid_request'],
  })
  async history(
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Param('entry') id: string,
    @Query(zodPipe(PageQuery)) query: PageQuery,
  ): Promise<Page<EntryVersionView>> {
    const before = decodeCursor(query, VERSION_KEY);
    return this.databases.in(account, async () => {
      const rows = await this.entries.history(list, id, { limit: query.limit + 1, before: before === null ? null : Number(before) });
      return pageOfRows(rows, query.limit, entryVersionView, ({ version }) => String(version));
    });
  }

  @Post(':entry/undo')
  @HttpCode(200)
  @InAccount('directories:write', 'directory:write')
  @Describe({
    summary: 'Undo the last change of an entry',
    description: 'Or bring back the version that is named; a deleted entry comes back too. What is undone stays in the history.',
    body: UndoEntryRequest,
    answers: { 200: DirectoryEntryView },
    problems: [...CHANGED, 'entry_exists', ...REPEATED],
  })
  async undo(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Param('entry') id: string,
    @Body(zodPipe(UndoEntryRequest.default({}))) body: UndoEntryRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Repeat() repeat: Repeatable,
  ): Promise<DirectoryEntryView> {
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST undo ${account.id} ${list} ${id}`, body, async () =>
        taggedEntry(repeat.reply, await this.entries.undo(list, id, body.version, ifMatch, actorOf(actor))),
      ),
    );
  }
}
