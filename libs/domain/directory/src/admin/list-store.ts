import { Slug } from '@salient/contracts';
import type { Sql } from '@salient/platform';
import type { SchemaDocument } from '../schema-document.js';
import { ListBusy, ListNotFound } from './directory-admin.errors.js';

/** A list as its admins see it. */
export interface ListRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly entry_type: string;
  readonly schema_version: number;
  readonly overlay_version: number | null;
  readonly schema: SchemaDocument;
  readonly language: string;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export interface CountedList extends ListRow {
  /** Active entries. */
  readonly entries: number;
}

const COLUMNS =
  'id, slug, name, description, entry_type, schema_version, overlay_version, schema, language::text AS language, version, created_at, updated_at';
const COUNTED = `${COLUMNS}, (SELECT count(*)::int FROM directory_entries entry WHERE entry.list_id = list.id AND entry.status = 'active') AS entries`;
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LOCK_MS_MAX = 5_000;
const LOCK_NOT_AVAILABLE = '55P03';

export const lists = {
  /** The newest first. */
  page(sql: Sql, { limit, before }: { readonly limit: number; readonly before: string | null }): Promise<CountedList[]> {
    return sql.query<CountedList>(
      `SELECT ${COUNTED} FROM directory_lists list WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [before, limit],
    );
  },

  /** By id or slug. @throws ListNotFound */
  async find(sql: Sql, idOrSlug: string): Promise<ListRow> {
    return only<ListRow>(sql, `SELECT ${COLUMNS} FROM directory_lists list`, idOrSlug, '');
  },

  /** By id or slug, with the number of its entries. @throws ListNotFound */
  async findCounted(sql: Sql, idOrSlug: string): Promise<CountedList> {
    return only<CountedList>(sql, `SELECT ${COUNTED} FROM directory_lists list`, idOrSlug, '');
  },

  /**
   * The list, held until the end of the transaction: its entries and its schema change one after the other.
   *
   * @throws ListNotFound, ListBusy
   */
  async hold(sql: Sql, idOrSlug: string): Promise<ListRow> {
    await sql.query(`SELECT set_config('lock_timeout', $1, true)`, [`${LOCK_MS_MAX}`]);
    try {
      return await only<ListRow>(sql, `SELECT ${COLUMNS} FROM directory_lists list`, idOrSlug, 'FOR NO KEY UPDATE');
    } catch (error) {
      throw (error as { code?: string }).code === LOCK_NOT_AVAILABLE ? new ListBusy() : error;
    }
  },

  /** Tells whoever keeps a picture of the list that its entries have changed. */
  async touch(sql: Sql, id: string): Promise<void> {
    await sql.query('UPDATE directory_lists SET updated_at = clock_timestamp() WHERE id = $1', [id]);
  },
};

async function only<Row extends ListRow>(sql: Sql, select: string, idOrSlug: string, lock: string): Promise<Row> {
  const column = UUID.test(idOrSlug) ? 'id' : 'slug';
  if (column === 'slug' && !Slug.safeParse(idOrSlug).success) throw new ListNotFound(idOrSlug);
  const [row] = await sql.query<Row>(`${select} WHERE ${column} = $1 ${lock}`, [idOrSlug]);
  if (!row) throw new ListNotFound(idOrSlug);
  return row;
}
