import { v7 as uuidv7 } from 'uuid';
import type { Sql } from '../control/sql.js';

export interface AuditEvent {
  /** The account that the event is about; null for the platform itself. */
  readonly tenantId: string | null;
  readonly actor: { readonly kind: 'admin' | 'api_token' | 'system'; readonly id: string };
  /** `subject.verb`, for example `token.created`. */
  readonly action: string;
  readonly target: { readonly kind: string; readonly id: string };
  /** What changed, without secrets. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
}

/** Writes one event to `audit_events` of the database behind `sql`: inside the transaction that makes the change. */
export async function writeAuditEvent(sql: Sql, event: AuditEvent): Promise<void> {
  const { tenantId, actor, action, target, details = {}, requestId = null } = event;
  await sql.query(
    `INSERT INTO audit_events (id, tenant_id, actor_kind, actor_id, action, target_kind, target_id, details, request_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [uuidv7(), tenantId, actor.kind, actor.id, action, target.kind, target.id, details, requestId],
  );
}
