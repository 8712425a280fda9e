import { Module } from '@nestjs/common';
import { DirectorySchemas, ImportService } from '@salient/domain/directory/admin';
import { Repeats } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { DirectoryEntriesController } from './directory-entries.controller.js';
import { DirectoryExportController } from './directory-export.controller.js';
import { DirectoryImportsController } from './directory-imports.controller.js';
import { DirectoryListsController } from './directory-lists.controller.js';
import { EntryChangesController } from './entry-changes.controller.js';
import { ImportStepsController } from './import-steps.controller.js';

/** Directory lists, their entries, and what becomes of them. */
@Module({
  controllers: [
    DirectoryListsController,
    DirectoryEntriesController,
    EntryChangesController,
    DirectoryExportController,
    DirectoryImportsController,
    ImportStepsController,
  ],
  providers: [AccountDatabases, Repeats, DirectorySchemas, ImportService],
})
export class DirectoriesModule {}
