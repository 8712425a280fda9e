import { z } from 'zod';
import { Id, PageQuery, Slug, Text, Timestamp } from './primitives.js';

/** The wire types of directories: lists, their entries, and what has happened to them. */

/** Text search configurations that every PostgreSQL has. */
export const listLanguages = [
  'simple',
  'arabic',
  'danish',
  'dutch',
  'english',
  'finnish',
  'french',
  'german',
  'greek',
  'hungarian',
  'indonesian',
  'irish',
  'italian',
  'lithuanian',
  'norwegian',
  'portuguese',
  'romanian',
  'russian',
  'spanish',
  'swedish',
  'turkish',
] as const;
export const ListLanguage = z.enum(listLanguages);
export type ListLanguage = z.infer<typeof ListLanguage>;

/** Names a directory schema. */
export const EntryType = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, 'must be lower-case letters, digits and underscores, at most 63');

export const DirectoryListView = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  description: z.string(),
  entry_type: z.string(),
  schema_version: z.number().int(),
  /** The account's own overlay that the list pins too; null for none. */
  overlay_version: z.number().int().nullable(),
  language: z.string(),
  /** Active entries. */
  entries: z.number().int(),
  version: z.number().int(),
  created_at: Timestamp,
  updated_at: Timestamp,
});
export type DirectoryListView = z.infer<typeof DirectoryListView>;

export const SchemaVersion = z.number().int().min(1).max(999_999_999);

/** What the data of a list's entries have to fit. */
export const DirectoryListSchema = z.object({
  entry_type: z.string(),
  schema_version: z.number().int(),
  overlay_version: z.number().int().nullable(),
  /** JSON Schema 2020-12 with `x-salient`: the pinned version with the account's overlay laid over it. */
  schema: z.record(z.string(), z.unknown()),
});
export type DirectoryListSchema = z.infer<typeof DirectoryListSchema>;

export const CreateListRequest = z.strictObject({
  slug: Slug,
  name: Text(1, 200),
  entry_type: EntryType,
  /** The newest when left out. */
  schema_version: SchemaVersion.optional(),
  /** The account's newest when left out; null for none. */
  overlay_version: SchemaVersion.nullable().optional(),
  language: ListLanguage.optional(),
  description: Text(0, 2_000).optional(),
});
export type CreateListRequest = z.infer<typeof CreateListRequest>;

/** Another version of the schema or of the overlay moves the list: every active entry has to fit what they make together. */
export const UpdateListRequest = z.strictObject({
  slug: Slug.optional(),
  name: Text(1, 200).optional(),
  description: Text(0, 2_000).optional(),
  language: ListLanguage.optional(),
  schema_version: SchemaVersion.optional(),
  overlay_version: SchemaVersion.nullable().optional(),
});
export type UpdateListRequest = z.infer<typeof UpdateListRequest>;

export const EntryStatus = z.enum(['active', 'archived']);

const EntryContent = {
  external_key: z.string(),
  name: z.string(),
  tags: z.array(z.string()),
  contact: z.record(z.string(), z.string()),
  data: z.record(z.string(), z.unknown()),
};

export const DirectoryEntryView = z.object({
  id: Id,
  list: Slug,
  ...EntryContent,
  status: EntryStatus,
  version: z.number().int(),
  created_at: Timestamp,
  updated_at: Timestamp,
});
export type DirectoryEntryView = z.infer<typeof DirectoryEntryView>;

const JSON_DEPTH_MAX = 20;

/** An object of JSON values that PostgreSQL can store: no NUL, no lone surrogate, not nested without end. */
const JsonObject = z
  .custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), {
    error: 'must be an object',
  })
  .refine((value) => isStorable(value, JSON_DEPTH_MAX), {
    error: `must hold no NUL character and no lone surrogate, and be nested at most ${JSON_DEPTH_MAX} deep`,
  })
  .meta({ type: 'object', additionalProperties: true });

function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.entries(value).every(([key, held]) => isStorable(key, 0) && isStorable(held, depth - 1));
}

const Tag = Text(1, 100);
const EntryFields = {
  external_key: Text(1, 200),
  name: Text(1, 500),
  tags: z.array(Tag).max(100),
  contact: z
    .record(Text(1, 100), Text(0, 1_000))
    .refine((contact) => Object.keys(contact).length <= 50, { error: 'must have at most 50 fields' }),
  /** What the list's schema says; a value that breaks it is answered 422. */
  data: JsonObject,
};

export const CreateEntryRequest = z.strictObject({
  /** The entry's name in the account's own system; its id when left out. */
  external_key: EntryFields.external_key.optional(),
  name: EntryFields.name,
  tags: EntryFields.tags.optional(),
  contact: EntryFields.contact.optional(),
  data: EntryFields.data,
});
export type CreateEntryRequest = z.infer<typeof CreateEntryRequest>;

/** What is left out stays; what is given replaces. */
export const UpdateEntryRequest = z.strictObject(EntryFields).partial().extend({ status: EntryStatus.optional() });
export type UpdateEntryRequest = z.infer<typeof UpdateEntryRequest>;

const Match = z.enum(['text', 'exact', 'substring']);

const FILTER = /^filter\[([^\]]{1,200})\]$/;
const QueryValues = z.union([z.string().max(500), z.array(z.string().max(500)).max(20)]);

export const EntrySort = z.enum(['name', '-name', 'created_at', '-created_at', 'updated_at', '-updated_at']);
export type EntrySort = z.infer<typeof EntrySort>;

/** A page of entries. Fields are filtered by `filter[field]=value`, which may be repeated. */
export const EntriesQuery = PageQuery.extend({
  /** Longer than others: it holds the beginning of a name. */
  cursor: z.string().max(2_500).optional(),
  /** Words to look for; without `sort` the best match comes first. */
  q: z.string().max(500).optional(),
  /** How `q` is meant: words in any form, the whole name, or a piece of text. */
  match: Match.default('text'),
  /** Only entries with this tag; with each of them when repeated. */
  tag: QueryValues.optional(),
  status: z.enum(['active', 'archived', 'all']).default('active'),
  /** Ascending, or descending with a hyphen before it. */
  sort: EntrySort.optional(),
})
  .catchall(QueryValues)
  .superRefine((query, context) => {
    const known = ['limit', 'cursor', 'q', 'match', 'tag', 'status', 'sort'];
    const keys = Object.keys(query).filter((key) => !known.includes(key) && !FILTER.test(key));
    if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: query });
  });
export type EntriesQuery = z.infer<typeof EntriesQuery>;

/** The values of each `filter[field]` of a query. */
export function filtersOf(query: EntriesQuery): Record<string, string[]> {
  const filters = Object.entries(query).flatMap(([key, value]) => {
    const field = FILTER.exec(key)?.[1];
    return field === undefined ? [] : [[field, [value].flat().map(String)] as const];
  });
  return Object.fromEntries(filters);
}

export const EntryVersionView = z.object({
  version: z.number().int(),
  change: z.enum(['created', 'updated', 'archived', 'restored', 'deleted', 'undone', 'imported']),
  /** `admin:…`, `api_token:…` or `system`. */
  changed_by: z.string(),
  /** The import that made the change; null for none. */
  import_id: Id.nullable(),
  changed_at: Timestamp,
  status: z.enum(['active', 'archived', 'deleted']),
  ...EntryContent,
});
export type EntryVersionView = z.infer<typeof EntryVersionView>;

export const UndoEntryRequest = z.strictObject({
  /** The version to bring back; the one before the last change when left out. */
  version: z.number().int().min(1).max(2_147_483_647).optional(),
});
export type UndoEntryRequest = z.infer<typeof UndoEntryRequest>;

const BulkFilter = z.strictObject({
  q: Text(1, 500).optional(),
  match: Match.optional(),
  tags: z.array(Tag).max(20).optional(),
  filters: z.record(Text(1, 200), z.array(Text(0, 500)).max(20)).optional(),
  status: z.enum(['active', 'archived', 'all']).optional(),
});

export const BulkEditRequest = z
  .strictObject({
    ids: z.array(Id).min(1).max(1_000).optional(),
    /** Which entries, when not by id; `{}` is every active one. */
    filter: BulkFilter.optional(),
    add_tags: z.array(Tag).min(1).max(100).optional(),
    remove_tags: z.array(Tag).min(1).max(100).optional(),
    /** Values of `data` by field; null takes a field away. */
    set: JsonObject.optional(),
    status: EntryStatus.optional(),
    /** Says what would happen and changes nothing. */
    dry_run: z.boolean().optional(),
  })
  .refine((edit) => (edit.ids === undefined) !== (edit.filter === undefined), { error: 'give either ids or a filter', path: ['ids'] })
  .refine((edit) => edit.add_tags ?? edit.remove_tags ?? edit.set ?? edit.status, { error: 'say what to change', path: ['set'] });
export type BulkEditRequest = z.infer<typeof BulkEditRequest>;

export const BulkEditResult = z.object({
  /** Entries that were found. */
  matched: z.number().int(),
  /** Of these, those that are different now (or would be). */
  changed: z.number().int(),
  dry_run: z.boolean(),
});
export type BulkEditResult = z.infer<typeof BulkEditResult>;
