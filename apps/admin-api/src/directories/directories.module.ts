import { Module } from '@nestjs/common';
import { DirectorySchemas } from '@salient/domain/directory/admin';
import { Repeats } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { DirectoryEntriesController } from './directory-entries.controller.js';
import { DirectoryListsController } from './directory-lists.controller.js';
import { EntryChangesController } from './entry-changes.controller.js';

/** Directory lists, their entries, and what becomes of them. */
@Module({
  controllers: [DirectoryListsController, DirectoryEntriesController, EntryChangesController],
  providers: [AccountDatabases, Repeats, DirectorySchemas],
})
export class DirectoriesModule {}
