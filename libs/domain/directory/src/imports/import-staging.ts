import type { TenantDb } from '@salient/tenancy';
import { ImportTaken } from './import.errors.js';
import type { RefusedRow, StagedRow } from './row-check.js';
import type { RowFault } from './row-fault.js';
import { COPY_STAGED, copyLine } from './staged-copy.js';

interface NumberedFault extends RowFault {
  readonly row_number: number;
}

/** Rows that are written together. Of each it holds the text that is sent, and nothing of the row itself. */
class Batch {
  size = 0;
  /** The row of each key, in their order. */
  readonly rowOf = new Map<string, number>();
  /** One for each key. */
  readonly lines: string[] = [];
  /** Rows whose key comes earlier in the batch. */
  readonly later: [key: string, row: number][] = [];
  readonly faults: NumberedFault[] = [];

  add(importId: string, row: StagedRow | RefusedRow): void {
    const { external_key: key, row_number } = row;
    this.size += 1;
    if (!row.valid) this.faults.push(...numbered(row_number, row.faults));
    if (key === '') return;
    if (this.rowOf.has(key)) {
      this.later.push([key, row_number]);
      return;
    }
    this.rowOf.set(key, row_number);
    this.lines.push(copyLine(importId, row));
  }
}

const UNIQUE_VIOLATION = '23505';

/** Writes the rows of a file beside the list, in batches; nothing of the list changes. */
export class ImportStaging {
  private invalidRows = 0;
  private batch = new Batch();

  constructor(
    private readonly db: TenantDb,
    private readonly importId: string,
  ) {}

  /** Rows that cannot be imported, of those that are written. */
  get invalid(): number {
    return this.invalidRows;
  }

  /** Rows that wait to be written. */
  get waiting(): number {
    return this.batch.size;
  }

  add(row: StagedRow | RefusedRow): void {
    this.batch.add(this.importId, row);
  }

  /** Writes the rows that wait. A key that was there before is a fault of the later row. One call has to end before the next begins. */
  async write(): Promise<void> {
    const batch = this.batch;
    this.batch = new Batch();
    const faults = [...batch.faults, ...(await this.twinFaults([...(await this.insert(batch)), ...batch.later]))];
    this.invalidRows += new Set(faults.map(({ row_number }) => row_number)).size;
    await this.writeFaults(faults);
  }

  /** Faults of the file as a whole, told of its header. */
  async writeHeaderFaults(faults: readonly RowFault[]): Promise<void> {
    await this.writeFaults(numbered(1, faults));
  }

  /** Answers the rows whose keys were staged before. */
  private async insert({ lines, rowOf }: Batch): Promise<[key: string, row: number][]> {
    if (lines.length === 0 || (await this.copy(lines))) return [];
    const keys = [...rowOf.keys()];
    const staged = await this.stagedRows(keys);
    const fresh = lines.filter((_, index) => !staged.has(keys[index]!));
    if (fresh.length > 0 && !(await this.copy(fresh))) throw new ImportTaken(); // nobody else writes rows of this import
    return [...rowOf].filter(([key]) => staged.has(key));
  }

  /** Answers false, and has stored nothing, when a key of them was staged before. */
  private async copy(lines: readonly string[]): Promise<boolean> {
    try {
      await this.db.copyFrom(COPY_STAGED, Buffer.from(lines.join('')));
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false;
      throw error;
    }
  }

  private async twinFaults(rows: readonly [key: string, row: number][]): Promise<NumberedFault[]> {
    if (rows.length === 0) return [];
    const first = await this.stagedRows(rows.map(([key]) => key));
    return rows.map(([key, row]) => twin(row, first.get(key) ?? 0));
  }

  /** The row that is staged for each of the keys, where one is. */
  private async stagedRows(keys: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ external_key: string; row_number: number }>(
      'SELECT external_key, row_number FROM directory_import_rows WHERE import_id = $1 AND external_key = ANY ($2)',
      [this.importId, keys],
    );
    return new Map(rows.map(({ external_key, row_number }) => [external_key, row_number]));
  }

  private async writeFaults(faults: readonly NumberedFault[]): Promise<void> {
    if (faults.length === 0) return;
    const given = faults.map((fault, place) => ({
      ...fault,
      place,
      column: storable(fault.column),
      suggestion: storable(fault.suggestion),
    }));
    await this.db.query(FAULTS, [this.importId, JSON.stringify(given)]);
  }
}

function twin(row_number: number, first: number): NumberedFault {
  return { row_number, column: 'external_key', code: 'duplicate_key', message: `Row ${first} has the same key.`, suggestion: '' };
}

function numbered(row_number: number, faults: readonly RowFault[]): NumberedFault[] {
  return faults.map((fault) => ({ row_number, ...fault }));
}

function storable(text: string): string {
  return text.replaceAll('\u0000', ' ').toWellFormed();
}

const FAULTS = `
  INSERT INTO directory_import_faults (import_id, row_number, place, column_name, code, message, suggestion)
  SELECT $1, row_number, place, "column", code, message, suggestion
  FROM json_to_recordset($2::json) AS given (row_number integer, place integer, "column" text, code text, message text, suggestion text)`;
