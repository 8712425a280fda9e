import { z } from 'zod';
import { Id, Timestamp } from './primitives.js';

/** The wire types of imports and exports of directory lists. */

export const ImportQuery = z.strictObject({
  /** What becomes of active entries that the file does not name. */
  on_missing: z.enum(['keep', 'archive']).default('keep'),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

export const ImportStatus = z.enum(['validating', 'ready', 'applying', 'applied', 'failed', 'undone', 'cancelled']);

export const ImportView = z.object({
  id: Id,
  list_id: Id,
  status: ImportStatus,
  on_missing: z.enum(['keep', 'archive']),
  file_name: z.string().nullable(),
  bytes: z.number().int(),
  /** Rows that have been read so far. */
  rows: z.number().int(),
  /** What applying it does to entries; `invalid` counts rows with faults, which are left out. */
  counts: z.object({
    create: z.number().int(),
    update: z.number().int(),
    unchanged: z.number().int(),
    archive: z.number().int(),
    invalid: z.number().int(),
  }),
  /** After an undo: entries that it has left alone, because they were changed after the import. */
  kept: z.number().int(),
  /** Why it failed; null when it did not. */
  error: z.string().nullable(),
  created_at: Timestamp,
  updated_at: Timestamp,
});
export type ImportView = z.infer<typeof ImportView>;

export const ExportQuery = z.strictObject({ status: z.enum(['active', 'archived', 'all']).default('active') });
export type ExportQuery = z.infer<typeof ExportQuery>;
