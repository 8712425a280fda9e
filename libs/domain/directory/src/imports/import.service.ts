import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Sql } from '@salient/platform';
import { TenantDb, Tenants, type TenantRecord } from '@salient/tenancy';
import { PinoLogger } from 'nestjs-pino';
import { v7 as uuidv7 } from 'uuid';
import { nameOf, type Author } from '../admin/author.js';
import { lists } from '../admin/list-store.js';
import { ImportConflict } from './import.errors.js';
import { writeImportEvent, type ImportEvent } from './import-events.js';
import type { ColumnMapping } from './csv-columns.js';
import type { SpooledFile } from './import-spool.js';
import { imports, type ImportRow } from './import-store.js';
import { undoImport } from './import-undo.js';
import { ImportWorker, refuseOutdated } from './import-worker.js';

/** An upload for a list, spooled. */
export interface ImportRequest {
  readonly file: SpooledFile;
  readonly fileName: string | null;
  readonly onMissing: 'keep' | 'archive';
  /** What columns are, where their names do not say it. */
  readonly mapping?: ColumnMapping;
}

/** Imports of files into the current account's lists: each is a change set that is checked, looked at, applied and undone. */
@Injectable()
export class ImportService implements OnApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly db: TenantDb,
    private readonly tenants: Tenants,
    private readonly logger: PinoLogger,
  ) {}

  /** Begins to check a file; it goes on when the request is over. @throws ListNotFound */
  async start(list: string, { file, fileName, onMissing, mapping }: ImportRequest, author: Author): Promise<ImportRow> {
    const { bytes, sha256 } = file;
    try {
      const row = await lists.find(this.db, list);
      const worker = new ImportWorker(this.db);
      const base = { id: uuidv7(), list_id: row.id, on_missing: onMissing, file_name: fileName, list_version: row.version };
      const started = await this.db.transaction(async (sql) => {
        await this.audit(sql, 'started', base.id, author, { list: row.slug, bytes, on_missing: onMissing });
        return imports.insert(sql, { ...base, bytes, sha256, created_by: nameOf(author), workerId: worker.id });
      });
      this.inBackground(this.db.tenant, () => worker.validate(started, row, file, mapping).finally(() => file.handle.close()));
      return started;
    } catch (error) {
      await file.handle.close();
      throw error;
    }
  }

  /** The newest first. @throws ListNotFound */
  async page(list: string, query: { readonly limit: number; readonly before: string | null }): Promise<ImportRow[]> {
    const { id } = await lists.find(this.db, list);
    return imports.page(this.db, id, query);
  }

  /** @throws ListNotFound, ImportNotFound */
  async find(list: string, id: string): Promise<ImportRow> {
    return imports.find(this.db, (await lists.find(this.db, list)).id, id);
  }

  /**
   * Begins to apply an import that is ready; it goes on when the request is over.
   *
   * @throws ListNotFound, ImportNotFound, ImportConflict when it is not ready, or its dry run is out of date
   */
  async apply(list: string, id: string, author: Author): Promise<ImportRow> {
    const ready = await this.find(list, id);
    if (ready.status !== 'ready') throw new ImportConflict(`Only an import that is ready can be applied; this one is ${ready.status}.`);
    await refuseOutdated(this.db, await lists.find(this.db, list), ready);
    const worker = new ImportWorker(this.db);
    const row = await imports.take(this.db, id, worker.id);
    this.inBackground(this.db.tenant, () => worker.apply(row, (sql, counts) => this.audit(sql, 'applied', id, author, { list, counts })));
    return row;
  }

  /** Takes back what an import has done; what was changed after it stays. @throws ListNotFound, ImportNotFound, ImportConflict */
  async undo(list: string, id: string, author: Author): Promise<ImportRow> {
    await this.find(list, id);
    await this.db.transaction(async (sql) => {
      const row = await lists.hold(sql, list);
      const applied = await imports.find(sql, row.id, id);
      if (applied.status !== 'applied')
        throw new ImportConflict(`Only an import that is applied can be undone; this one is ${applied.status}.`);
      const kept = await undoImport(sql, row, applied, nameOf(author));
      await sql.query(`UPDATE directory_imports SET status = 'undone', kept = $2, updated_at = now() WHERE id = $1`, [id, kept]);
      await lists.touch(sql, row.id);
      await this.audit(sql, 'undone', id, author, { list, kept });
    });
    return this.find(list, id);
  }

  /** Gives an import up that is not applied yet. @throws ListNotFound, ImportNotFound, ImportConflict */
  async cancel(list: string, id: string, author: Author): Promise<ImportRow> {
    await this.find(list, id);
    await this.db.transaction(async (sql) => {
      await imports.cancel(sql, id);
      await this.audit(sql, 'cancelled', id, author, { list });
    });
    return this.find(list, id);
  }

  /** Waits for what is under way. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }

  /** With a lease of its own: the request's is given back when it is answered. */
  private inBackground(tenant: TenantRecord, work: () => Promise<void>): void {
    const running = this.tenants
      .run(tenant, work, 'import')
      .catch((error: unknown) => this.logger.error({ err: error }, 'An import failed'))
      .finally(() => this.running.delete(running));
    this.running.add(running);
  }

  private audit(sql: Sql, event: ImportEvent, id: string, author: Author, details: object): Promise<void> {
    return writeImportEvent(sql, this.db.tenant.id, event, id, author, details);
  }
}
