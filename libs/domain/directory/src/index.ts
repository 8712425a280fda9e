export { builtInSchemas } from './built-in-schemas.js';
export { directoryEntities, DirectoryEntry, DirectoryList } from './directory.entities.js';
export { EntriesRefused, SchemaNotFound, ToolCallRefused } from './directory.errors.js';
export { searchDirectory, type DirectoryQuery, type FoundEntry, type SearchResult } from './directory-search.js';
export { DirectoryTools, type ToolContext, type ToolResult } from './directory-tools.js';
export type { DirectoryOffer, DirectoryReach, DirectoryTool } from './tool-definitions.js';
export { putEntries, putList, type NewEntry, type NewList } from './directory-writer.js';
export {
  findVersion,
  latestSchema,
  publishBuiltInSchemas,
  SchemaCatalog,
  type CatalogRow,
  type SchemaVersionRow,
} from './schema-catalog.service.js';
export { faultsOfData, type SalientHints, type SchemaDocument } from './schema-document.js';
