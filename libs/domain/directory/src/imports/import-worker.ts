import { SalientError, type Sql } from '@salient/platform';
import { type TenantDb } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { lists, type ListRow } from '../admin/list-store.js';
import type { SchemaDocument } from '../schema-document.js';
import { columnsOf, type ColumnMapping, type Columns } from './csv-columns.js';
import { readRows } from './csv-reader.js';
import { FileRefused, ImportConflict, ImportTaken } from './import.errors.js';
import { applyImport } from './import-apply.js';
import { fileFormat, partialColumns, planImport } from './import-plan.js';
import type { SpooledFile } from './import-spool.js';
import { ImportStaging } from './import-staging.js';
import { imports, RENEW_MS, type ImportCounts, type ImportRow } from './import-store.js';
import { RowCheck } from './row-check.js';

/** So many rows are written together, and those of one more piece of the file. */
const BATCH_ROWS = 250;

/** Does the long work of an import in this process. As long as it lives it says so; what it does not finish is not done. */
export class ImportWorker {
  readonly id = uuidv7();
  private rowsRead = 0;
  private isTaken = false;

  constructor(private readonly db: TenantDb) {}

  /** Reads and checks a file into the staging table, and counts what applying it would do. */
  async validate(row: ImportRow, list: ListRow, file: SpooledFile, mapping: ColumnMapping = {}): Promise<void> {
    await this.working(row, async () => {
      const staging = new ImportStaging(this.db, row.id);
      const columns = partialColumns(await this.stage(row, file, list, staging, mapping));
      await this.db.query('UPDATE directory_imports SET columns = $2 WHERE id = $1', [row.id, JSON.stringify(columns)]);
      const counts = await planImport(this.db, { ...row, columns }, staging.invalid);
      await this.finish(this.db, row, { status: 'ready', counts });
    });
  }

  /** Does what the import says, in one transaction. */
  async apply(row: ImportRow, audit: (sql: Sql, counts: ImportCounts) => Promise<void>): Promise<void> {
    this.rowsRead = row.rows_read;
    await this.working(row, () =>
      this.db.transaction(async (sql) => {
        const list = await lists.hold(sql, row.list_id);
        const counts = await planImport(sql, row, row.counts.invalid);
        await applyImport(sql, list, { ...row, counts }, row.created_by);
        await lists.touch(sql, list.id);
        await audit(sql, counts);
        await imports.dropRows(sql, row.id);
        await this.finish(sql, row, { status: 'applied', counts });
      }),
    );
  }

  private async stage(row: ImportRow, file: SpooledFile, list: ListRow, staging: ImportStaging, mapping: ColumnMapping): Promise<Columns> {
    const reading = new FileReading(list.schema, mapping, staging);
    let isDescribed = false;
    let writing: Promise<void> = Promise.resolve();
    for await (const _ of readRows(file, reading.take)) {
      if (!isDescribed && reading.columns) {
        isDescribed = true;
        await this.describe(row, file, reading.columns, staging);
      }
      if (staging.waiting < BATCH_ROWS) continue;
      await writing; // one batch is written while the next is read
      if (this.isTaken) throw new ImportTaken();
      writing = this.write(staging);
      writing.catch(() => undefined); // it is awaited at the next batch, or at the end
    }
    await writing;
    await this.write(staging);
    if (!reading.columns) throw new FileRefused('The file is empty.');
    return reading.columns;
  }

  private async describe(row: ImportRow, file: SpooledFile, columns: Columns, staging: ImportStaging): Promise<void> {
    await imports.describe(this.db, row.id, fileFormat(file.format, columns));
    if (!isUsable(columns)) throw new FileRefused('The file has no column "name".');
    await staging.writeHeaderFaults(columns.faults);
  }

  private async write(staging: ImportStaging): Promise<void> {
    this.rowsRead += staging.waiting;
    await staging.write();
  }

  private async finish(sql: Sql, row: ImportRow, end: { status: 'ready' | 'applied'; counts: ImportCounts }): Promise<void> {
    if (!(await imports.finish(sql, row.id, this.id, { ...end, rowsRead: this.rowsRead }))) throw new ImportTaken();
  }

  private async working(row: ImportRow, work: () => Promise<void>): Promise<void> {
    const timer = setInterval(() => this.renew(row), RENEW_MS);
    try {
      await work();
    } catch (error) {
      await this.end(row, error);
    } finally {
      clearInterval(timer);
    }
  }

  private renew(row: ImportRow): void {
    imports.renew(this.db, row.id, this.id, this.rowsRead).then(
      (own) => {
        this.isTaken = !own;
      },
      () => undefined, // the database is away: the lease tells
    );
  }

  private async end(row: ImportRow, error: unknown): Promise<void> {
    if (!(error instanceof ImportTaken)) {
      const known = error instanceof FileRefused || error instanceof SalientError;
      const message = known ? error.message : 'Something went wrong on our side; the list is as it was.';
      await imports.finish(this.db, row.id, this.id, { status: 'failed', error: message, rowsRead: this.rowsRead });
      if (!known) throw error;
    }
    await imports.dropRows(this.db, row.id);
  }
}

/** Makes staged rows of the rows of one file, whose first is its header. */
class FileReading {
  columns: Columns | undefined;
  private check: RowCheck | undefined;

  constructor(
    private readonly schema: SchemaDocument,
    private readonly mapping: ColumnMapping,
    private readonly staging: ImportStaging,
  ) {}

  readonly take = (cells: string[], row: number): void => {
    if (this.check) this.staging.add(this.check.read(cells, row));
    else if (!this.columns) {
      this.columns = columnsOf(cells, this.schema, this.mapping);
      if (isUsable(this.columns)) this.check = new RowCheck(this.schema, this.columns);
    }
  };
}

function isUsable({ columns }: Columns): boolean {
  return columns.some(({ kind }) => kind === 'name');
}

/** @throws ImportConflict when the dry run does not tell any more what would happen */
export async function refuseOutdated(sql: Sql, list: ListRow, row: ImportRow): Promise<void> {
  if (list.version !== row.list_version) throw new ImportConflict('The list itself has changed since the dry run: import the file again.');
  const counts = await planImport(sql, row, row.counts.invalid);
  const same = (['create', 'update', 'unchanged', 'archive'] as const).every((count) => counts[count] === row.counts[count]);
  if (same) return;
  await sql.query('UPDATE directory_imports SET counts = $2, updated_at = now() WHERE id = $1', [row.id, JSON.stringify(counts)]);
  throw new ImportConflict('Entries have changed since the dry run, and the counts with them: look at them, and apply again.');
}
