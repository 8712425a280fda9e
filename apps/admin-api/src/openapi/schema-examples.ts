import type {
  AccountCompatibility,
  AccountSchemaSummary,
  AccountSchemaView,
  DirectorySchemaDetail,
  DirectorySchemaSummary,
  DirectorySchemaVersion,
  OverlayVersion,
  SchemaChange,
} from '@salient/contracts/directory-schemas';
import type { RouteExamples } from '@salient/platform';

const schema = {
  title: 'Boat',
  description: 'A boat for hire.',
  type: 'object',
  properties: { harbour: { type: 'string', title: 'Harbour' }, berths: { type: 'integer', title: 'Berths', minimum: 1 } },
  required: ['harbour'],
  additionalProperties: false,
  'x-salient': {
    purpose: 'Boats for hire, with their harbours.',
    when_to_use: 'Questions about boats and sailing.',
    when_not_to_use: '',
    searchable: ['harbour'],
    filterable: ['harbour', 'berths'],
    synonyms: [['boat', 'ship', 'yacht']],
    tags: {},
    csv_aliases: { harbour: ['port', 'marina'] },
    display: { subtitle: 'harbour', fields: ['harbour', 'berths'] },
  },
};
const overlay = { properties: { berths: { maximum: 12 }, insured: { type: 'boolean', title: 'Insured' } }, required: [], 'x-salient': {} };
const created_at = '2026-03-02T09:30:00.000Z';
const current = { deprecated_at: null, deprecation_reason: null, replaced_by: null };
const summary: DirectorySchemaSummary = {
  entry_type: 'boat',
  title: 'Boat',
  description: schema.description,
  latest_version: 2,
  ...current,
};
const version: DirectorySchemaVersion = { entry_type: 'boat', version: 2, schema, origin: 'admin', created_at };
const detail: DirectorySchemaDetail = { ...version, versions: [2, 1], ...current };
const changes: SchemaChange[] = [{ pointer: '/properties/berths/minimum', kind: 'added', after: 1 }];
const pinned = { list: 'fleet', schema_version: 1, overlay_version: null };
const overlayVersion: OverlayVersion = { entry_type: 'boat', version: 1, overlay, created_by: 'admin:0195…', created_at };
const accountSummary: AccountSchemaSummary = { ...summary, overlay_version: 1, lists: 1 };
const accountSchema: AccountSchemaView = {
  entry_type: 'boat',
  schema_version: 2,
  overlay_version: 1,
  schema,
  overlay,
  conflicts: [],
  deprecated_at: null,
  lists: [pinned],
};
const compatibility: AccountCompatibility = {
  account: 'harbor-clinic',
  compatible: false,
  lists: [
    {
      ...pinned,
      entries: 40,
      checked: 40,
      unfit: 1,
      examples: [
        {
          entry_id: '01958f2e-7c1a-7b3e-9d5a-3f2a1c0b9e8d',
          external_key: 'dinghy',
          name: 'Dinghy',
          errors: [{ pointer: '/data/berths', code: 'schema_mismatch', detail: 'must be >= 1' }],
        },
      ],
    },
  ],
  agents: [],
  error: null,
};
const DOCUMENT = 'title: Boat\ndescription: A boat for hire.\ntype: object\n…';

const PLATFORM = '/api/admin/directory-schemas';
const OWN = '/api/admin/accounts/{account}/directory-schemas';
const page = (...data: object[]) => ({ data, has_more: false, next_cursor: null });

/** An example for every route of directory schemas. */
export const schemaExamples: RouteExamples = {
  [`GET ${PLATFORM}`]: { answers: { 200: page(summary) } },
  [`POST ${PLATFORM}`]: { body: { entry_type: 'boat', schema }, answers: { 201: { ...version, version: 1, changes: [] } } },
  [`GET ${PLATFORM}/{entry_type}`]: { answers: { 200: detail } },
  [`PATCH ${PLATFORM}/{entry_type}`]: {
    body: { deprecated: true, reason: 'Vessels have more fields.', replaced_by: 'vessel' },
    answers: { 200: { ...detail, deprecated_at: created_at, deprecation_reason: 'Vessels have more fields.', replaced_by: 'vessel' } },
  },
  [`GET ${PLATFORM}/{entry_type}/versions`]: { answers: { 200: page(version) } },
  [`POST ${PLATFORM}/{entry_type}/versions`]: {
    body: { schema },
    answers: { 201: { ...version, changes }, 200: { ...version, changes: [] } },
  },
  [`GET ${PLATFORM}/{entry_type}/versions/{version}`]: { answers: { 200: version } },
  [`GET ${PLATFORM}/{entry_type}/versions/{version}/document`]: { answers: { 200: DOCUMENT } },
  [`POST ${PLATFORM}/{entry_type}/compatibility`]: { body: { schema }, answers: { 200: { changes, ...page(compatibility) } } },
  [`GET ${OWN}`]: { answers: { 200: page(accountSummary) } },
  [`GET ${OWN}/{entry_type}`]: { answers: { 200: accountSchema } },
  [`POST ${OWN}/{entry_type}/compatibility`]: { body: { overlay }, answers: { 200: { ...compatibility, changes } } },
  [`GET ${OWN}/{entry_type}/overlay`]: { answers: { 200: overlayVersion } },
  [`GET ${OWN}/{entry_type}/overlay/versions`]: { answers: { 200: page(overlayVersion) } },
  [`POST ${OWN}/{entry_type}/overlay/versions`]: { body: { overlay }, answers: { 201: overlayVersion } },
  [`GET ${OWN}/{entry_type}/overlay/versions/{version}`]: { answers: { 200: overlayVersion } },
  [`GET ${OWN}/{entry_type}/overlay/versions/{version}/document`]: { answers: { 200: 'properties:\n  berths:\n    maximum: 12\n…' } },
};
