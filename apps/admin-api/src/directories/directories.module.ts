import { Module } from '@nestjs/common';
import { SchemaCatalog } from '@salient/domain/directory';
import { AccountSchemas, ImportService } from '@salient/domain/directory/admin';
import { Repeats } from '../access/repeats.js';
import { AccountDatabases } from '../accounts/account-databases.js';
import { DirectoryEntriesController } from './directory-entries.controller.js';
import { DirectoryExportController } from './directory-export.controller.js';
import { DirectoryImportsController } from './directory-imports.controller.js';
import { DirectoryListsController } from './directory-lists.controller.js';
import { EntryChangesController } from './entry-changes.controller.js';
import { ImportStepsController } from './import-steps.controller.js';
import { AccountSchemasController } from '../schemas/account-schemas.controller.js';
import { DirectorySchemasController } from '../schemas/directory-schemas.controller.js';
import { FleetCompatibility } from '../schemas/fleet-compatibility.js';
import { SchemaOverlaysController } from '../schemas/schema-overlays.controller.js';
import { SchemaVersionsController } from '../schemas/schema-versions.controller.js';

/** Directory schemas, lists, their entries, and what becomes of them. */
@Module({
  controllers: [
    DirectoryListsController,
    DirectoryEntriesController,
    EntryChangesController,
    DirectoryExportController,
    DirectoryImportsController,
    ImportStepsController,
    DirectorySchemasController,
    SchemaVersionsController,
    AccountSchemasController,
    SchemaOverlaysController,
  ],
  providers: [AccountDatabases, Repeats, SchemaCatalog, AccountSchemas, FleetCompatibility, ImportService],
})
export class DirectoriesModule {}
