import type { AuditEvent } from '@salient/platform';

/** Who changes something, and in which request. */
export type Author = Pick<AuditEvent, 'actor' | 'requestId'>;

/** As `changed_by` of an entry says it. */
export function nameOf({ actor }: Author): string {
  return actor.kind === 'system' ? 'system' : `${actor.kind}:${actor.id}`;
}
