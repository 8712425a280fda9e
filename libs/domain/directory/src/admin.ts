export type { Author } from './admin/author.js';
export { BulkEditor, type BulkEdit, type BulkResult } from './admin/bulk-edit.js';
export { EntryAdministration, type EntryPatch, type ListedEntry, type NewEntryContent } from './admin/entry-administration.js';
export { ENTRY_KEY } from './admin/entry-search.js';
export type { EntryVersionRow } from './admin/entry-history.js';
export { ListAdministration, type ListPatch } from './admin/list-administration.js';
export type { CountedList } from './admin/list-store.js';
export { DirectorySchemas } from './admin/directory-schemas.service.js';
