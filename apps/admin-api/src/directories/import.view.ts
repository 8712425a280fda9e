import type { ImportView } from '@salient/contracts/directory-imports';
import type { ImportRow } from '@salient/domain/directory/admin';

export function importView(row: ImportRow): ImportView {
  const { id, list_id, status, on_missing, file_name, bytes, rows_read, counts, format, kept, error, created_at, updated_at } = row;
  return {
    id,
    list_id,
    status,
    on_missing,
    file_name,
    bytes: Number(bytes),
    rows: rows_read,
    counts,
    format: format && { ...format, columns: [...format.columns] },
    kept,
    error,
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
  };
}
