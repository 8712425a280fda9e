import type { Sql } from '@salient/platform';
import type { SchemaOverlay } from './schema-overlay.js';
import { OverlayNotFound } from './schema.errors.js';

export interface OverlayRow {
  readonly entry_type: string;
  readonly version: number;
  /** Null when this version took the overlay away. */
  readonly overlay: SchemaOverlay | null;
  readonly created_by: string;
  readonly created_at: Date;
}

const COLUMNS = 'entry_type, version, overlay, created_by, created_at';
/** Names the lock of this purpose in an account's database. */
const LOCK = 'directory_schema_overlays';

export const overlays = {
  /** The newest version, if there ever was one. */
  async newest(sql: Sql, entryType: string): Promise<OverlayRow | undefined> {
    const [row] = await sql.query<OverlayRow>(
      `SELECT ${COLUMNS} FROM directory_schema_overlays WHERE entry_type = $1 ORDER BY version DESC LIMIT 1`,
      [entryType],
    );
    return row;
  },

  /** @throws OverlayNotFound */
  async version(sql: Sql, entryType: string, version: number): Promise<OverlayRow> {
    const [row] = await sql.query<OverlayRow>(`SELECT ${COLUMNS} FROM directory_schema_overlays WHERE entry_type = $1 AND version = $2`, [
      entryType,
      version,
    ]);
    if (!row) throw new OverlayNotFound(entryType, version);
    return row;
  },

  /** The newest first, older than `before`. */
  page(sql: Sql, entryType: string, { limit, before }: { readonly limit: number; readonly before: number | null }): Promise<OverlayRow[]> {
    return sql.query<OverlayRow>(
      `SELECT ${COLUMNS} FROM directory_schema_overlays WHERE entry_type = $1 AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`,
      [entryType, before, limit],
    );
  },

  /** One after the other in this account, until the end of the transaction. */
  async hold(sql: Sql): Promise<void> {
    await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [LOCK]);
  },

  async add(sql: Sql, entryType: string, version: number, overlay: SchemaOverlay | null, createdBy: string): Promise<OverlayRow> {
    const [row] = await sql.query<OverlayRow>(
      `INSERT INTO directory_schema_overlays (entry_type, version, overlay, created_by) VALUES ($1, $2, $3, $4) RETURNING ${COLUMNS}`,
      [entryType, version, overlay === null ? null : JSON.stringify(overlay), createdBy],
    );
    return row!;
  },
};
