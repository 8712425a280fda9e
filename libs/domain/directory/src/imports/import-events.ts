import { writeAuditEvent, type Sql } from '@salient/platform';
import type { Author } from '../admin/author.js';

/** What is done with an import, as the audit of the account tells it. */
export type ImportEvent = 'started' | 'applied' | 'undone' | 'cancelled';

/** Inside the transaction that makes the change. */
export function writeImportEvent(
  sql: Sql,
  tenantId: string,
  event: ImportEvent,
  importId: string,
  { actor, requestId }: Author,
  details: object,
): Promise<void> {
  const target = { kind: 'directory_import', id: importId };
  return writeAuditEvent(sql, { tenantId, actor, action: `directory_import.${event}`, target, details: { ...details }, requestId });
}
