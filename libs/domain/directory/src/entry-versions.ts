/** The columns of `directory_entry_versions`, and what of a row of `directory_entries entry` fills them. */
export const VERSION_COLUMNS =
  'entry_id, version, list_id, external_key, name, tags, contact, data, status, change, changed_by, import_id, changed_at';
export const VERSION_OF_ENTRY =
  'entry.id, entry.version, entry.list_id, entry.external_key, entry.name, entry.tags, entry.contact, entry.data, entry.status, entry.change, entry.changed_by, entry.import_id, entry.updated_at';
