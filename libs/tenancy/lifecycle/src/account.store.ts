import { Slug } from '@salient/contracts';
import type { Sql } from '@salient/platform';
import { AccountNotFound, type TenantStatus } from '@salient/tenancy';

/** An account as admins see it: nothing of where its database is. */
export interface AccountRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: TenantStatus;
  readonly created_at: Date;
  readonly updated_at: Date;
  /** When a deleted account's database is dropped; until then it can be had back. */
  readonly delete_after: Date | null;
}

export interface AccountQuery {
  readonly limit: number;
  /** Only older accounts than the one with this id. */
  readonly before: string | null;
  /** Only these accounts; null for all. */
  readonly ids: readonly string[] | null;
}

const COLUMNS = 'tenant_id AS id, slug, name, status, created_at, updated_at, delete_after';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const accounts = {
  /** The newest first. */
  page(sql: Sql, { limit, before, ids }: AccountQuery): Promise<AccountRow[]> {
    return sql.query<AccountRow>(
      `SELECT ${COLUMNS} FROM tenant_registry WHERE status <> 'deleted' AND ($1::uuid IS NULL OR tenant_id < $1) AND ($2::uuid[] IS NULL OR tenant_id = ANY ($2))
       ORDER BY tenant_id DESC LIMIT $3`,
      [before, ids, limit],
    );
  },

  /**
   * By id or by slug.
   *
   * @throws AccountNotFound
   */
  async find(sql: Sql, idOrSlug: string): Promise<AccountRow> {
    const column = UUID.test(idOrSlug) ? 'tenant_id' : 'slug';
    const known = column === 'tenant_id' || Slug.safeParse(idOrSlug).success;
    const [row] = known
      ? await sql.query<AccountRow>(`SELECT ${COLUMNS} FROM tenant_registry WHERE ${column} = $1 AND status <> 'deleted'`, [idOrSlug])
      : [];
    if (!row) throw new AccountNotFound(idOrSlug);
    return row;
  },
};
