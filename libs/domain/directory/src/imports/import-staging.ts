import type { TenantDb } from '@salient/tenancy';
import type { RefusedRow, StagedRow } from './row-check.js';
import type { RowFault } from './row-fault.js';
import { COPY_STAGED, copyLines } from './staged-copy.js';

interface NumberedFault extends RowFault {
  readonly row_number: number;
}

const UNIQUE_VIOLATION = '23505';

/** Writes the rows of a file beside the list, in batches; nothing of the list changes. */
export class ImportStaging {
  private invalidRows = 0;

  constructor(
    private readonly db: TenantDb,
    private readonly importId: string,
  ) {}

  /** Rows that cannot be imported, so far. */
  get invalid(): number {
    return this.invalidRows;
  }

  /** Writes a batch of rows in their order. A key that was there before is a fault of the later row. */
  async write(rows: readonly (StagedRow | RefusedRow)[]): Promise<void> {
    const faults = rows.flatMap((row) => (row.valid ? [] : numbered(row.row_number, row.faults)));
    const [first, later] = byKey(rows);
    const refused = await this.insert(first);
    faults.push(...(await this.twinFaults([...refused, ...later])));
    this.invalidRows += new Set(faults.map(({ row_number }) => row_number)).size;
    await this.writeFaults(faults);
  }

  /** Faults of the file as a whole, told of its header. */
  async writeHeaderFaults(faults: readonly RowFault[]): Promise<void> {
    await this.writeFaults(numbered(1, faults));
  }

  /** Answers the rows whose keys were staged before. */
  private async insert(rows: readonly (StagedRow | RefusedRow)[]): Promise<(StagedRow | RefusedRow)[]> {
    return rows.length === 0 || (await this.copy(rows)) ? [] : this.insertNew(rows);
  }

  /** The quickest way, which is open as long as no key was staged before. Answers false, and has stored nothing, when one was. */
  private async copy(rows: readonly (StagedRow | RefusedRow)[]): Promise<boolean> {
    try {
      await this.db.copyFrom(COPY_STAGED, copyLines(this.importId, rows));
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false;
      throw error;
    }
  }

  private async insertNew(rows: readonly (StagedRow | RefusedRow)[]): Promise<(StagedRow | RefusedRow)[]> {
    const given = rows.map((row) => (row.valid ? row : { ...row, faults: undefined }));
    const written = await this.db.query<{ row_number: number }>(STAGE, [this.importId, JSON.stringify(given)]);
    const done = new Set(written.map(({ row_number }) => row_number));
    return rows.filter(({ row_number }) => !done.has(row_number));
  }

  private async twinFaults(rows: readonly (StagedRow | RefusedRow)[]): Promise<NumberedFault[]> {
    if (rows.length === 0) return [];
    const first = await this.db.query<{ external_key: string; row_number: number }>(
      'SELECT external_key, row_number FROM directory_import_rows WHERE import_id = $1 AND external_key = ANY ($2)',
      [this.importId, rows.map(({ external_key }) => external_key)],
    );
    const rowOf = new Map(first.map(({ external_key, row_number }) => [external_key, row_number]));
    return rows.map(({ row_number, external_key }) => twin(row_number, rowOf.get(external_key) ?? 0));
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

/** The rows that have a key: the first of each, and those whose key comes earlier in the batch. */
function byKey(rows: readonly (StagedRow | RefusedRow)[]): [(StagedRow | RefusedRow)[], (StagedRow | RefusedRow)[]] {
  const keys = new Set<string>();
  const [first, later]: [(StagedRow | RefusedRow)[], (StagedRow | RefusedRow)[]] = [[], []];
  for (const row of rows) {
    if (row.external_key === '') continue;
    (keys.has(row.external_key) ? later : first).push(row);
    keys.add(row.external_key);
  }
  return [first, later];
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

const STAGE = `
  INSERT INTO directory_import_rows (import_id, external_key, row_number, valid, entry_id, name, tags, contact, data, status,
    name_words, tag_words, body_words, search_text)
  SELECT $1, external_key, row_number, valid, entry_id, coalesce(name, ''), coalesce(tags, '{}'), coalesce(contact, '{}'), coalesce(data, '{}'),
    coalesce(status, 'active'), coalesce(name_words, ''), coalesce(tag_words, ''), coalesce(body_words, ''), coalesce(search_text, '')
  FROM json_to_recordset($2::json) AS given (external_key text, row_number integer, valid boolean, entry_id uuid, name text, tags text[],
    contact jsonb, data jsonb, status text, name_words text, tag_words text, body_words text, search_text text)
  ON CONFLICT DO NOTHING RETURNING row_number`;

const FAULTS = `
  INSERT INTO directory_import_faults (import_id, row_number, place, column_name, code, message, suggestion)
  SELECT $1, row_number, place, "column", code, message, suggestion
  FROM json_to_recordset($2::json) AS given (row_number integer, place integer, "column" text, code text, message text, suggestion text)`;
