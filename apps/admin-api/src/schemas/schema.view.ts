import type {
  AccountSchemaView,
  DirectorySchemaDetail,
  DirectorySchemaSummary,
  DirectorySchemaVersion,
  OverlayVersion,
} from '@salient/contracts/directory-schemas';
import type { CatalogRow, SchemaVersionRow } from '@salient/domain/directory';
import type { AccountSchema, OverlayRow } from '@salient/domain/directory/admin';
import { entityTag } from '@salient/platform';
import type { FastifyReply } from 'fastify';

export function schemaSummary({ revision: _revision, deprecated_at, ...row }: CatalogRow): DirectorySchemaSummary {
  return { ...row, deprecated_at: deprecated_at?.toISOString() ?? null };
}

export function schemaVersion({ entry_type, version, schema, origin, created_at }: SchemaVersionRow): DirectorySchemaVersion {
  return { entry_type, version, schema, origin, created_at: created_at.toISOString() };
}

/** A schema in its newest version, its tag in the answer's `ETag`. */
export function taggedSchema(reply: FastifyReply, catalog: CatalogRow, versions: readonly SchemaVersionRow[]): DirectorySchemaDetail {
  reply.header('etag', entityTag(catalog.revision));
  const { deprecated_at, deprecation_reason, replaced_by } = schemaSummary(catalog);
  return {
    ...schemaVersion(versions[0]!),
    versions: versions.map(({ version }) => version),
    deprecated_at,
    deprecation_reason,
    replaced_by,
  };
}

export function taggedAccountSchema(
  reply: FastifyReply,
  { catalog, base, overlay, schema, conflicts, lists, tag }: AccountSchema,
): AccountSchemaView {
  reply.header('etag', tag);
  return {
    entry_type: base.entry_type,
    schema_version: base.version,
    overlay_version: overlay?.version ?? null,
    schema,
    overlay: overlay?.overlay ?? null,
    conflicts: [...conflicts],
    deprecated_at: catalog.deprecated_at?.toISOString() ?? null,
    lists: [...lists],
  };
}

export function overlayView({ created_at, ...row }: OverlayRow): OverlayVersion {
  return { ...row, created_at: created_at.toISOString() };
}
