import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { actorOf, type Actor } from '@salient/auth/admin';
import { ImportView } from '@salient/contracts/directory-imports';
import { ImportService } from '@salient/domain/directory/admin';
import { Describe } from '@salient/platform';
import type { AccountRow } from '@salient/tenancy/lifecycle';
import { CurrentAccount, CurrentActor, InAccount } from '../access/admin-access.js';
import { Repeat, Repeats, type Repeatable } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { FOUND } from './directory.problems.js';
import { importView } from './import.view.js';

const PROBLEMS = [...FOUND, 'import_conflict', 'idempotency_in_progress'] as const;

/** What can be done with an import that has been checked. */
@Controller('accounts/:account/directory-lists/:list/imports/:import')
export class ImportStepsController {
  constructor(
    private readonly databases: AccountDatabases,
    private readonly imports: ImportService,
    private readonly repeats: Repeats,
  ) {}

  @Post('apply')
  @HttpCode(202)
  @InAccount('directories:write', 'directory:write')
  @Describe({
    summary: 'Apply an import',
    description: 'In one transaction. 409 when the list is not any more what the dry run has seen: its counts are renewed then.',
    answers: { 202: ImportView },
    problems: PROBLEMS,
  })
  apply(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Param('import') id: string,
    @Repeat() repeat: Repeatable,
  ): Promise<ImportView> {
    return this.step('apply', account, list, id, actor, repeat);
  }

  @Post('undo')
  @HttpCode(200)
  @InAccount('directories:write', 'directory:write')
  @Describe({
    summary: 'Undo an import',
    description: 'Entries become again what they were; those that were changed after the import stay, and `kept` counts them.',
    answers: { 200: ImportView },
    problems: PROBLEMS,
  })
  undo(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Param('import') id: string,
    @Repeat() repeat: Repeatable,
  ): Promise<ImportView> {
    return this.step('undo', account, list, id, actor, repeat);
  }

  @Post('cancel')
  @HttpCode(200)
  @InAccount('directories:write', 'directory:write')
  @Describe({
    summary: 'Cancel an import',
    description: 'While it is being checked, ready, or even being applied: then nothing of it stays.',
    answers: { 200: ImportView },
    problems: PROBLEMS,
  })
  cancel(
    @CurrentActor() actor: Actor,
    @CurrentAccount() account: AccountRow,
    @Param('list') list: string,
    @Param('import') id: string,
    @Repeat() repeat: Repeatable,
  ): Promise<ImportView> {
    return this.step('cancel', account, list, id, actor, repeat);
  }

  private step(
    name: 'apply' | 'undo' | 'cancel',
    account: AccountRow,
    list: string,
    id: string,
    actor: Actor,
    repeat: Repeatable,
  ): Promise<ImportView> {
    return this.databases.in(account, () =>
      this.repeats.once(repeat, `POST ${name} ${account.id} ${list} ${id}`, {}, async () =>
        importView(await this.imports[name](list, id, actorOf(actor))),
      ),
    );
  }
}
