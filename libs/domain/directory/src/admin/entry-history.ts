import type { Sql } from '@salient/platform';
import { VERSION_COLUMNS, VERSION_OF_ENTRY } from '../entry-versions.js';
import type { EntryChange, EntryContent } from './entry-store.js';

export interface EntryVersionRow extends EntryContent {
  readonly entry_id: string;
  readonly list_id: string;
  readonly version: number;
  readonly status: 'active' | 'archived' | 'deleted';
  readonly change: EntryChange | 'created' | 'deleted' | 'imported';
  readonly changed_by: string;
  readonly import_id: string | null;
  readonly changed_at: Date;
  /** The number of the newest version of all. */
  readonly newest: number;
}

export const entryHistory = {
  /** What an entry is and was, the newest first; also of one that is deleted. Empty when there was never such an entry. */
  page(
    sql: Sql,
    listId: string,
    id: string,
    { limit, before }: { readonly limit: number; readonly before: number | null },
  ): Promise<EntryVersionRow[]> {
    return sql.query<EntryVersionRow>(`${ALL} WHERE $3::int IS NULL OR version < $3 ORDER BY version DESC LIMIT $4`, [
      listId,
      id,
      before,
      limit,
    ]);
  },

  /** One version; the newest that is no deletion and lies before the newest of all when none is named. */
  async find(sql: Sql, listId: string, id: string, version: number | undefined): Promise<EntryVersionRow | undefined> {
    const [row] = await sql.query<EntryVersionRow>(
      `${ALL} WHERE status <> 'deleted' AND CASE WHEN $3::int IS NULL THEN version < newest ELSE version = $3 END ORDER BY version DESC LIMIT 1`,
      [listId, id, version ?? null],
    );
    return row;
  },
};

const ALL = `
  SELECT * FROM (
    SELECT *, max(version) OVER () AS newest FROM (
      SELECT ${VERSION_COLUMNS} FROM directory_entry_versions WHERE list_id = $1 AND entry_id = $2
      UNION ALL
      SELECT ${VERSION_OF_ENTRY} FROM directory_entries entry WHERE list_id = $1 AND id = $2
    ) kept
  ) versions`;
