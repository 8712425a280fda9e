import type { Sql } from '../control/sql.js';
import type { AuditEvent } from './audit-writer.js';

/** A row of `audit_events`. */
export interface AuditRow {
  readonly id: string;
  readonly actor_kind: AuditEvent['actor']['kind'];
  readonly actor_id: string;
  readonly action: string;
  readonly target_kind: string;
  readonly target_id: string;
  readonly details: Record<string, unknown>;
  readonly request_id: string | null;
  readonly created_at: Date;
}

export interface AuditFilter {
  /** Ids of who did it; any of them. */
  readonly actors?: readonly string[];
  /** An action, or the subject before its dot. */
  readonly action?: string;
  /** The id or the kind of what it was done to. */
  readonly target?: string;
  readonly start?: Date;
  readonly end?: Date;
}

/** A database that holds a part of an account's events. */
export interface AuditStore {
  readonly sql: Sql;
  /** Only events of this account; null where the whole database is the account's. */
  readonly tenantId: string | null;
}

const EXPORT_PAGE = 500;

/** The events of several stores as one list, the newest first, older than the event with the id `before`. */
export async function auditPage(
  stores: readonly AuditStore[],
  filter: AuditFilter,
  { limit, before }: { readonly limit: number; readonly before: string | null },
): Promise<AuditRow[]> {
  const lists = await Promise.all(stores.map((store) => newestOf(store, filter, limit, before)));
  // Ids are UUIDv7: their order is that of time, in whichever database they are.
  return lists
    .flat()
    .sort((left, right) => (left.id < right.id ? 1 : -1))
    .slice(0, limit);
}

/** All events, page by page, so that memory stays flat. */
export async function* auditEvents(stores: readonly AuditStore[], filter: AuditFilter): AsyncGenerator<AuditRow[]> {
  let before: string | null = null;
  for (;;) {
    const rows: AuditRow[] = await auditPage(stores, filter, { limit: EXPORT_PAGE, before });
    if (rows.length > 0) yield rows;
    if (rows.length < EXPORT_PAGE) return;
    before = rows.at(-1)!.id;
  }
}

function newestOf({ sql, tenantId }: AuditStore, filter: AuditFilter, limit: number, before: string | null): Promise<AuditRow[]> {
  const { actors = null, action = null, target = null, start = null, end = null } = filter;
  return sql.query<AuditRow>(
    `SELECT id, actor_kind, actor_id, action, target_kind, target_id, details, request_id, created_at FROM audit_events
     WHERE ($1::uuid IS NULL OR tenant_id = $1) AND ($2::uuid IS NULL OR id < $2)
       AND ($3::text[] IS NULL OR actor_id = ANY ($3)) AND ($4::text IS NULL OR action = $4 OR split_part(action, '.', 1) = $4)
       AND ($5::text IS NULL OR target_id = $5 OR target_kind = $5)
       AND ($6::timestamptz IS NULL OR created_at >= $6) AND ($7::timestamptz IS NULL OR created_at < $7)
     ORDER BY id DESC LIMIT $8`,
    [tenantId, before, actors, action, target, start, end, limit],
  );
}
