import type { AuditRecord } from '@salient/contracts/admin';
import type { AuditRow } from '@salient/platform';

/** @param names what people call the actors, by id */
export function auditView(row: AuditRow, names: ReadonlyMap<string, string>): AuditRecord {
  return {
    id: row.id,
    created_at: row.created_at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: names.get(row.actor_id) ?? null },
    action: row.action,
    target: { kind: row.target_kind, id: row.target_id },
    details: row.details,
    request_id: row.request_id,
  };
}
