import { entityTag, requireMatch, writeAuditEvent, type Sql } from '@salient/platform';
import { isDeepStrictEqual } from 'node:util';
import type { Author } from '../admin/author.js';
import { findSchema, findVersion, type CatalogRow, type SchemaVersionRow } from '../schema-catalog.service.js';
import type { SchemaDocument } from '../schema-document.js';
import { schemaChanges, type SchemaChange } from './schema-changes.js';
import { SchemaExists } from './schema.errors.js';

export interface AddedVersion {
  readonly row: SchemaVersionRow;
  /** In what it differs from the one before; in nothing when the newest says the same, which then stays the newest. */
  readonly changes: readonly SchemaChange[];
}

export interface Deprecation {
  readonly deprecated: boolean;
  readonly reason?: string;
  readonly replacedBy?: string | null;
}

const UNIQUE_VIOLATION = '23505';

/**
 * Changes the platform's schemas: to be called in a transaction of the control database, which holds the audit event too.
 * No version ever changes; lists move to another when their account says so.
 */
export const schemaAdministration = {
  /** @throws SchemaExists */
  async create(sql: Sql, entryType: string, schema: SchemaDocument, author: Author): Promise<AddedVersion> {
    await sql
      .query('INSERT INTO directory_schemas (entry_type, title, description, latest_version) VALUES ($1, $2, $3, 1)', [
        entryType,
        schema.title,
        schema.description,
      ])
      .catch((error: unknown) => {
        throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new SchemaExists(entryType) : error;
      });
    await insertVersion(sql, entryType, 1, schema);
    await audit(sql, 'directory_schema.created', entryType, author, { version: 1 });
    return { row: await findVersion(sql, entryType, 1), changes: [] };
  },

  /**
   * @param ifMatch the tag of the revision that the caller has seen, if he says
   * @throws SchemaNotFound, PreconditionFailed
   */
  async addVersion(
    sql: Sql,
    entryType: string,
    schema: SchemaDocument,
    ifMatch: string | undefined,
    author: Author,
  ): Promise<AddedVersion> {
    const before = await held(sql, entryType, ifMatch);
    const newest = await findVersion(sql, entryType);
    const changes = schemaChanges(newest.schema, schema);
    if (isDeepStrictEqual(newest.schema, schema)) return { row: newest, changes };
    const version = before.latest_version + 1;
    await insertVersion(sql, entryType, version, schema);
    await sql.query(
      `UPDATE directory_schemas SET title = $2, description = $3, latest_version = $4, revision = revision + 1, updated_at = now() WHERE entry_type = $1`,
      [entryType, schema.title, schema.description, version],
    );
    await audit(sql, 'directory_schema.version_added', entryType, author, { version, changed: changes.map(({ pointer }) => pointer) });
    return { row: await findVersion(sql, entryType, version), changes };
  },

  /** Says that no new list is to be made of a schema, or takes that back. @throws SchemaNotFound, PreconditionFailed */
  async deprecate(sql: Sql, entryType: string, change: Deprecation, ifMatch: string | undefined, author: Author): Promise<CatalogRow> {
    const { deprecated, reason = null, replacedBy = null } = change;
    const before = await held(sql, entryType, ifMatch);
    if (replacedBy !== null) await findSchema(sql, replacedBy);
    await sql.query(DEPRECATE, [entryType, deprecated, reason, replacedBy]);
    const details = { deprecated, reason, replaced_by: replacedBy, before: { deprecated: before.deprecated_at !== null } };
    await audit(sql, 'directory_schema.updated', entryType, author, details);
    return findSchema(sql, entryType);
  },
};

async function held(sql: Sql, entryType: string, ifMatch: string | undefined): Promise<CatalogRow> {
  const row = await findSchema(sql, entryType, 'FOR NO KEY UPDATE');
  requireMatch(ifMatch, entityTag(row.revision));
  return row;
}

async function insertVersion(sql: Sql, entryType: string, version: number, schema: SchemaDocument): Promise<void> {
  await sql.query(
    `INSERT INTO directory_schema_versions (entry_type, version, schema, document, origin) VALUES ($1, $2, $3::text::jsonb, $3::text::json, 'admin')`,
    [entryType, version, JSON.stringify(schema)],
  );
}

function audit(sql: Sql, action: string, entryType: string, { actor, requestId }: Author, details: object): Promise<void> {
  const target = { kind: 'directory_schema', id: entryType };
  return writeAuditEvent(sql, { tenantId: null, actor, action, target, details: { ...details }, requestId });
}

const DEPRECATE = `
  UPDATE directory_schemas SET deprecated_at = CASE WHEN $2 THEN coalesce(deprecated_at, now()) END,
    deprecation_reason = $3, replaced_by = $4, revision = revision + 1, updated_at = now()
  WHERE entry_type = $1`;
