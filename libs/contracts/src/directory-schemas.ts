import { z } from 'zod';
import { EntryType, SchemaVersion } from './directory.js';
import { PageQuery, Slug, Text, Timestamp } from './primitives.js';
import { InputFault } from './problem.js';

/** The wire types of directory schemas: the platform's, what accounts lay over them, and what a change of them would do. */

const Document = z.record(z.string(), z.unknown());
/** A document as text, YAML or JSON. */
const DocumentText = z.string().min(1).max(1_100_000);

export const DirectorySchemaSummary = z.object({
  entry_type: z.string(),
  title: z.string(),
  description: z.string(),
  latest_version: z.number().int(),
  /** Since when no new list can be made of it; null while one can. */
  deprecated_at: Timestamp.nullable(),
  deprecation_reason: z.string().nullable(),
  /** The schema to use instead. */
  replaced_by: z.string().nullable(),
});
export type DirectorySchemaSummary = z.infer<typeof DirectorySchemaSummary>;

export const DirectorySchemaVersion = z.object({
  entry_type: z.string(),
  version: z.number().int(),
  /** JSON Schema 2020-12 of an entry's `data`, with `x-salient`. */
  schema: Document,
  /** Whether it came with Salient or was made here. */
  origin: z.enum(['built_in', 'admin']),
  created_at: Timestamp,
});
export type DirectorySchemaVersion = z.infer<typeof DirectorySchemaVersion>;

export const DirectorySchemaDetail = DirectorySchemaVersion.extend({
  versions: z.array(z.number().int()),
  deprecated_at: Timestamp.nullable(),
  deprecation_reason: z.string().nullable(),
  replaced_by: z.string().nullable(),
});
export type DirectorySchemaDetail = z.infer<typeof DirectorySchemaDetail>;

export const SchemaChange = z.object({
  /** A JSON Pointer into the schema: a keyword of a field is `/properties/{field}/{keyword}`. */
  pointer: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export type SchemaChange = z.infer<typeof SchemaChange>;

const oneDocument = { error: 'give either schema or document', path: ['schema'] };

export const CreateSchemaRequest = z
  .strictObject({ entry_type: EntryType, schema: Document.optional(), document: DocumentText.optional() })
  .refine(({ schema, document }) => (schema === undefined) !== (document === undefined), oneDocument);
export type CreateSchemaRequest = z.infer<typeof CreateSchemaRequest>;

export const CreateSchemaVersionRequest = z
  .strictObject({ schema: Document.optional(), document: DocumentText.optional() })
  .refine(({ schema, document }) => (schema === undefined) !== (document === undefined), oneDocument);
export type CreateSchemaVersionRequest = z.infer<typeof CreateSchemaVersionRequest>;

/** The version that is the newest now, and in what it differs from the one before; in nothing when it was there already. */
export const CreatedSchemaVersion = DirectorySchemaVersion.extend({ changes: z.array(SchemaChange) });
export type CreatedSchemaVersion = z.infer<typeof CreatedSchemaVersion>;

export const UpdateSchemaRequest = z
  .strictObject({ deprecated: z.boolean(), reason: Text(1, 500).optional(), replaced_by: EntryType.nullable().optional() })
  .refine(({ deprecated, reason, replaced_by }) => deprecated || (reason === undefined && replaced_by === undefined), {
    error: 'say a reason or a replacement only when deprecating',
    path: ['reason'],
  });
export type UpdateSchemaRequest = z.infer<typeof UpdateSchemaRequest>;

export const SchemaDocumentQuery = z.strictObject({ format: z.enum(['json', 'yaml']).default('yaml') });
export type SchemaDocumentQuery = z.infer<typeof SchemaDocumentQuery>;

/** Which schema would be used: one that is sent, or a stored version. */
export const PlatformCompatibilityRequest = z
  .strictObject({
    schema: Document.optional(),
    document: DocumentText.optional(),
    version: SchemaVersion.optional(),
    /** Only these accounts. */
    accounts: z.array(Slug).min(1).max(100).optional(),
  })
  .refine((request) => [request.schema, request.document, request.version].filter((given) => given !== undefined).length === 1, {
    error: 'give one of schema, document and version',
    path: ['schema'],
  });
export type PlatformCompatibilityRequest = z.infer<typeof PlatformCompatibilityRequest>;

/** What an account's lists would pin: versions that are stored, or an overlay that is sent. */
export const AccountCompatibilityRequest = z
  .strictObject({
    schema_version: SchemaVersion.optional(),
    overlay_version: SchemaVersion.nullable().optional(),
    overlay: Document.optional(),
    document: DocumentText.optional(),
  })
  .refine((request) => [request.overlay_version, request.overlay, request.document].filter((given) => given !== undefined).length <= 1, {
    error: 'give at most one of overlay_version, overlay and document',
    path: ['overlay'],
  });
export type AccountCompatibilityRequest = z.infer<typeof AccountCompatibilityRequest>;

const ListCompatibility = z.object({
  list: Slug,
  schema_version: z.number().int(),
  overlay_version: z.number().int().nullable(),
  /** Active entries. */
  entries: z.number().int(),
  /** How many of them were looked at: all, but for very long lists. */
  checked: z.number().int(),
  /** How many of these do not fit. */
  unfit: z.number().int(),
  /** The first that do not fit. */
  examples: z.array(z.object({ entry_id: z.string(), external_key: z.string(), name: z.string(), errors: z.array(InputFault) })),
});

const ToolDefinition = z.object({ description: z.string(), parameters: Document }).nullable();

/** What an agent's model reads of the directories before and after, where that differs. */
const AgentCompatibility = z.object({
  agent: Slug,
  /** What its prompt says that the directories are for; null when that stays. */
  prompt: z.object({ before: z.string(), after: z.string() }).nullable(),
  /** Tools whose description, arguments or account of the lists change; null where one is not offered. */
  tools: z.array(z.object({ name: z.string(), before: ToolDefinition, after: ToolDefinition })),
});

export const AccountCompatibility = z.object({
  account: Slug,
  /** No entry that was looked at would be refused. */
  compatible: z.boolean(),
  lists: z.array(ListCompatibility),
  agents: z.array(AgentCompatibility),
  /** Why the account could not be looked at; null when it was. */
  error: z.string().nullable(),
});
export type AccountCompatibility = z.infer<typeof AccountCompatibility>;

export const AccountCompatibilityReport = AccountCompatibility.extend({ changes: z.array(SchemaChange) });
export type AccountCompatibilityReport = z.infer<typeof AccountCompatibilityReport>;

/** A page of accounts, with what differs from the newest version. */
export const PlatformCompatibilityReport = z.object({
  changes: z.array(SchemaChange),
  data: z.array(AccountCompatibility),
  has_more: z.boolean(),
  next_cursor: z.string().nullable(),
});
export type PlatformCompatibilityReport = z.infer<typeof PlatformCompatibilityReport>;

/** Accounts are looked at one after the other, so a page of them is short. */
export const CompatibilityQuery = PageQuery.extend({ limit: z.coerce.number().int().min(1).max(100).default(20) });
export type CompatibilityQuery = z.infer<typeof CompatibilityQuery>;

export const AccountSchemaSummary = DirectorySchemaSummary.extend({
  /** The account's newest overlay; null for none. */
  overlay_version: z.number().int().nullable(),
  /** Lists of the account of this type. */
  lists: z.number().int(),
});
export type AccountSchemaSummary = z.infer<typeof AccountSchemaSummary>;

export const OverlayVersion = z.object({
  entry_type: z.string(),
  version: z.number().int(),
  /** What is laid over the platform's schema; null when this version took the overlay away. */
  overlay: Document.nullable(),
  /** `admin:…` */
  created_by: z.string(),
  created_at: Timestamp,
});
export type OverlayVersion = z.infer<typeof OverlayVersion>;

/** What a new list of the account would pin. */
export const AccountSchemaView = z.object({
  entry_type: z.string(),
  schema_version: z.number().int(),
  overlay_version: z.number().int().nullable(),
  /** The newest schema of the platform with the account's newest overlay. */
  schema: Document,
  overlay: Document.nullable(),
  /** Why the newest version and the overlay do not go together: until that is mended, `schema` is the platform's alone. */
  conflicts: z.array(InputFault),
  deprecated_at: Timestamp.nullable(),
  /** The account's lists of this type, and what they pin. */
  lists: z.array(z.object({ list: Slug, schema_version: z.number().int(), overlay_version: z.number().int().nullable() })),
});
export type AccountSchemaView = z.infer<typeof AccountSchemaView>;

export const CreateOverlayRequest = z
  .strictObject({ overlay: Document.optional(), document: DocumentText.optional() })
  .refine(({ overlay, document }) => (overlay === undefined) !== (document === undefined), {
    error: 'give either overlay or document',
    path: ['overlay'],
  });
export type CreateOverlayRequest = z.infer<typeof CreateOverlayRequest>;
