import { z } from 'zod';
import { Id, Instant, PageQuery, Text, Timestamp } from './primitives.js';

/** What was done in an account, by whom. */

const filters = {
  /** Who did it: an id, or a person's e-mail address. */
  actor: Text(1, 254).optional(),
  /** `token.created`; or `token`, for all that was done to tokens. */
  action: z
    .string()
    .regex(/^[a-z_]{1,50}(\.[a-z_]{1,50})?$/, 'must be an action such as token.created, or its first word')
    .optional(),
  /** What it was done to: an id, or a kind such as `agent`. */
  target: Text(1, 200).optional(),
  /** Events at or after this. */
  start: Instant.optional(),
  /** Events before this. */
  end: Instant.optional(),
};

export const AuditExportQuery = z.strictObject(filters);
export type AuditExportQuery = z.infer<typeof AuditExportQuery>;

export const AuditQuery = PageQuery.extend(filters);
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditRecord = z.object({
  id: Id,
  created_at: Timestamp,
  actor: z.object({
    kind: z.enum(['admin', 'api_token', 'system']),
    id: z.string(),
    /** A person's e-mail address, a token's name; null for who is gone, and for the system. */
    name: z.string().nullable(),
  }),
  action: z.string(),
  target: z.object({ kind: z.string(), id: z.string() }),
  /** What changed, without secrets; `before` and `after` where something was there before. */
  details: z.record(z.string(), z.unknown()),
  request_id: z.string().nullable(),
});
export type AuditRecord = z.infer<typeof AuditRecord>;
