import type { AuditEvent } from '@salient/platform';

/** Who does something, and in which request, for the audit. */
export interface Actor {
  /** The admin's id; the token's, when an API token does it. */
  readonly adminId: string;
  readonly requestId: string;
  /** An admin when left out. */
  readonly kind?: 'admin' | 'api_token';
}

/** The actor as the audit writes it. */
export function actorOf({ adminId, requestId, kind = 'admin' }: Actor): Pick<AuditEvent, 'actor' | 'requestId'> {
  return { actor: { kind, id: adminId }, requestId };
}

/** Whose `Idempotency-Key` it is. */
export function principalOf({ adminId, kind = 'admin' }: Actor): string {
  return `${kind === 'admin' ? 'admin' : 'token'}:${adminId}`;
}
