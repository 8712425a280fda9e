import type { Sql } from '@salient/platform';
import { ImportConflict, ImportNotFound } from './import.errors.js';
import type { FileFormat, PartialColumns } from './import-plan.js';

export type ImportStatus = 'validating' | 'ready' | 'applying' | 'applied' | 'failed' | 'undone' | 'cancelled';

export interface ImportCounts {
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly archive: number;
  readonly invalid: number;
}

export interface ImportRow {
  readonly id: string;
  readonly list_id: string;
  readonly status: ImportStatus;
  readonly on_missing: 'keep' | 'archive';
  readonly file_name: string | null;
  /** A bigint, so text. */
  readonly bytes: string;
  readonly list_version: number;
  readonly columns: PartialColumns;
  /** Null until the header has been read. */
  readonly format: FileFormat | null;
  readonly rows_read: number;
  readonly counts: ImportCounts;
  /** Entries that an undo has left alone, because they were changed after the import. */
  readonly kept: number;
  readonly error: string | null;
  readonly created_by: string;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const COLUMNS =
  'id, list_id, status, on_missing, file_name, bytes, list_version, columns, format, rows_read, counts, kept, error, created_by, created_at, updated_at';
/** For so long a process may be silent before its import is given up; it speaks every {@link RENEW_MS}. */
const LEASE_SECONDS = 15;
export const RENEW_MS = 2_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const imports = {
  /** The newest first. */
  page(sql: Sql, listId: string, { limit, before }: { readonly limit: number; readonly before: string | null }): Promise<ImportRow[]> {
    return sql.query<ImportRow>(
      `SELECT ${COLUMNS} FROM directory_imports WHERE list_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [listId, before, limit],
    );
  },

  /** An import whose process has died is found as failed. @throws ImportNotFound */
  async find(sql: Sql, listId: string, id: string): Promise<ImportRow> {
    if (!UUID.test(id)) throw new ImportNotFound();
    await failLost(sql, id);
    const [row] = await sql.query<ImportRow>(`SELECT ${COLUMNS} FROM directory_imports WHERE id = $1 AND list_id = $2`, [id, listId]);
    if (!row) throw new ImportNotFound();
    return row;
  },

  async insert(
    sql: Sql,
    row: Pick<ImportRow, 'id' | 'list_id' | 'on_missing' | 'file_name' | 'list_version' | 'created_by'> & {
      readonly bytes: number;
      readonly sha256: string;
      readonly workerId: string;
    },
  ): Promise<ImportRow> {
    const [inserted] = await sql.query<ImportRow>(
      `INSERT INTO directory_imports (id, list_id, status, on_missing, file_name, bytes, sha256, list_version, created_by, worker_id, lease_until)
       VALUES ($1, $2, 'validating', $3, $4, $5, $6, $7, $8, $9, now() + interval '${LEASE_SECONDS} s') RETURNING ${COLUMNS}`,
      [row.id, row.list_id, row.on_missing, row.file_name, row.bytes, row.sha256, row.list_version, row.created_by, row.workerId],
    );
    return inserted!;
  },

  /** Says how the file is written. */
  async describe(sql: Sql, id: string, format: FileFormat): Promise<void> {
    await sql.query('UPDATE directory_imports SET format = $2 WHERE id = $1', [id, JSON.stringify(format)]);
  },

  /** Takes a ready import to apply it. @throws ImportConflict */
  async take(sql: Sql, id: string, workerId: string): Promise<ImportRow> {
    const [row] = await sql.query<ImportRow>(
      `UPDATE directory_imports SET status = 'applying', worker_id = $2, lease_until = now() + interval '${LEASE_SECONDS} s', updated_at = now()
       WHERE id = $1 AND status = 'ready' RETURNING ${COLUMNS}`,
      [id, workerId],
    );
    if (!row) throw new ImportConflict('Only an import that is ready can be applied.');
    return row;
  },

  /** Says that the process lives, and how far it is. Answers false when the import is not its own any more. */
  async renew(sql: Sql, id: string, workerId: string, rowsRead: number): Promise<boolean> {
    const rows = await sql.query(
      `UPDATE directory_imports SET lease_until = now() + interval '${LEASE_SECONDS} s', rows_read = greatest(rows_read, $3), updated_at = now()
       WHERE id = $1 AND worker_id = $2 AND status IN ('validating', 'applying') RETURNING id`,
      [id, workerId, rowsRead],
    );
    return rows.length > 0;
  },

  /** Ends what a process does with an import. Answers false when it is not its own any more: then nothing may be kept of it. */
  async finish(
    sql: Sql,
    id: string,
    workerId: string,
    end: { readonly status: ImportStatus; readonly counts?: ImportCounts; readonly rowsRead?: number; readonly error?: string },
  ): Promise<boolean> {
    const rows = await sql.query(
      `UPDATE directory_imports SET status = $3, counts = coalesce($4, counts), rows_read = coalesce($5, rows_read), error = $6,
         worker_id = NULL, lease_until = NULL, updated_at = now()
       WHERE id = $1 AND worker_id = $2 AND status IN ('validating', 'applying') RETURNING id`,
      [id, workerId, end.status, end.counts ? JSON.stringify(end.counts) : null, end.rowsRead ?? null, end.error ?? null],
    );
    return rows.length > 0;
  },

  /** @throws ImportConflict when there is nothing to cancel any more */
  async cancel(sql: Sql, id: string): Promise<void> {
    const rows = await sql.query(
      `UPDATE directory_imports SET status = 'cancelled', worker_id = NULL, lease_until = NULL, updated_at = now()
       WHERE id = $1 AND status IN ('validating', 'ready', 'applying') RETURNING id`,
      [id],
    );
    if (rows.length === 0) throw new ImportConflict('The import is over: it cannot be cancelled any more.');
    await imports.dropRows(sql, id);
  },

  /** Forgets what the file said; its faults stay. */
  async dropRows(sql: Sql, id: string): Promise<void> {
    await sql.query('DELETE FROM directory_import_rows WHERE import_id = $1', [id]);
  },
};

async function failLost(sql: Sql, id: string): Promise<void> {
  const rows = await sql.query(
    `UPDATE directory_imports SET status = 'failed', worker_id = NULL, lease_until = NULL, updated_at = now(),
       error = 'The process that worked on the import was lost; the list is as it was.'
     WHERE id = $1 AND status IN ('validating', 'applying') AND lease_until < now() RETURNING id`,
    [id],
  );
  if (rows.length > 0) await imports.dropRows(sql, id);
}
