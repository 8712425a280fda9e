import type { TenantMove } from '@salient/contracts/admin';
import type { TenantMoveRow } from '@salient/tenancy/lifecycle';

export function moveView(row: TenantMoveRow): TenantMove {
  return {
    id: row.id,
    account_id: row.tenant_id,
    account: row.account,
    status: row.status,
    step: row.step,
    from_server: row.from_server,
    to_server: row.to_server,
    rows_total: row.rows_total,
    rows_copied: row.rows_copied,
    rows_caught_up: row.rows_caught_up,
    pauses: row.pauses,
    paused_ms: row.paused_ms,
    keep_until: row.keep_until?.toISOString() ?? null,
    former_dropped_at: row.former_dropped_at?.toISOString() ?? null,
    cancel_requested_at: row.cancel_requested_at?.toISOString() ?? null,
    started_by: row.started_by,
    error: row.error,
    created_at: row.created_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}
