import { z } from 'zod';
import { Id, Timestamp } from './primitives.js';

/** The wire types of imports and exports of directory lists. */

const MAPPED = /^map\[(.{1,300})\]$/s;
/** What a column can be: a part of the entry, or a field of its contact or data. Empty: the column is not imported. */
const ColumnTarget = z
  .string()
  .max(220)
  .regex(
    /^$|^(external_key|name|tags|status)$|^(contact|data)\..+$/s,
    'must be external_key, name, tags, status, contact.…, data.… or empty',
  );

/** `map[Header]=target`, which may be repeated with other headers, says what a column is; of others their names decide. */
export const ImportQuery = z
  .object({
    /** What becomes of active entries that the file does not name. */
    on_missing: z.enum(['keep', 'archive']).default('keep'),
  })
  .catchall(ColumnTarget)
  .superRefine((query, context) => {
    const keys = Object.keys(query).filter((key) => key !== 'on_missing' && !MAPPED.test(key));
    if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: query });
  });
export type ImportQuery = z.infer<typeof ImportQuery>;

/** The target of each column that a query maps, by its header. */
export function mappingOf(query: ImportQuery): Record<string, string> {
  const mapped = Object.entries(query).flatMap(([key, target]) => {
    const header = MAPPED.exec(key)?.[1];
    return header === undefined ? [] : [[header, target] as const];
  });
  return Object.fromEntries(mapped);
}

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
  /** How the file is written and what its columns are; null until its header has been read. */
  format: z
    .object({
      encoding: z.string(),
      delimiter: z.string(),
      /** `target` as in `map[Header]`; null for a column that is not imported. */
      columns: z.array(z.object({ header: z.string(), target: z.string().nullable() })),
    })
    .nullable(),
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
