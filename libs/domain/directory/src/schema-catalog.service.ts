import { Injectable } from '@nestjs/common';
import type { Page, PageQuery } from '@salient/contracts';
import { ControlDatabase, decodeCursor, pageOfRows, type Sql } from '@salient/platform';
import { builtInSchemas } from './built-in-schemas.js';
import { SchemaNotFound } from './directory.errors.js';
import type { SchemaDocument } from './schema-document.js';

/** A schema as the catalog lists it. */
export interface CatalogRow {
  readonly entry_type: string;
  readonly title: string;
  readonly description: string;
  readonly latest_version: number;
  readonly deprecated_at: Date | null;
  readonly deprecation_reason: string | null;
  readonly replaced_by: string | null;
  /** Raised by every change. */
  readonly revision: number;
}

export interface SchemaVersionRow {
  readonly entry_type: string;
  readonly version: number;
  readonly schema: SchemaDocument;
  readonly origin: 'built_in' | 'admin';
  readonly created_at: Date;
}

const ENTRY_TYPE_KEY = /^[a-z][a-z0-9_]{0,62}$/;
const CATALOG = 'entry_type, title, description, latest_version, deprecated_at, deprecation_reason, replaced_by, revision';
/** In its author's order; one that was stored before that was kept, in the order of jsonb. */
const VERSION = 'entry_type, version, coalesce(document, schema::json) AS schema, origin, created_at';

/** The platform's directory schemas: versioned, never changed in place. */
@Injectable()
export class SchemaCatalog {
  constructor(private readonly control: ControlDatabase) {}

  /** Every schema, by entry type. */
  async page(query: PageQuery): Promise<Page<CatalogRow>> {
    const rows = await this.control.query<CatalogRow>(
      `SELECT ${CATALOG} FROM directory_schemas WHERE $1::text IS NULL OR entry_type > $1 ORDER BY entry_type LIMIT $2`,
      [decodeCursor(query, ENTRY_TYPE_KEY), query.limit + 1],
    );
    return pageOfRows(
      rows,
      query.limit,
      (row) => row,
      (row) => row.entry_type,
    );
  }

  /** @throws SchemaNotFound */
  find(entryType: string): Promise<CatalogRow> {
    return findSchema(this.control, entryType);
  }

  /** All versions, the newest first. @throws SchemaNotFound */
  async versions(entryType: string): Promise<SchemaVersionRow[]> {
    const rows = await this.control.query<SchemaVersionRow>(
      `SELECT ${VERSION} FROM directory_schema_versions WHERE entry_type = $1 ORDER BY version DESC`,
      [keyOf(entryType)],
    );
    if (rows.length === 0) throw new SchemaNotFound(entryType);
    return rows;
  }

  /** A page of versions, the newest first, older than `before`. @throws SchemaNotFound */
  async versionsPage(entryType: string, { limit, before }: { limit: number; before: number | null }): Promise<SchemaVersionRow[]> {
    await this.find(entryType);
    return this.control.query<SchemaVersionRow>(
      `SELECT ${VERSION} FROM directory_schema_versions WHERE entry_type = $1 AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`,
      [entryType, before, limit],
    );
  }

  /** One version; the newest when none is named. @throws SchemaNotFound */
  version(entryType: string, version?: number): Promise<SchemaVersionRow> {
    return findVersion(this.control, entryType, version);
  }
}

/** @throws SchemaNotFound */
export async function findSchema(sql: Sql, entryType: string, lock = ''): Promise<CatalogRow> {
  const [row] = await sql.query<CatalogRow>(`SELECT ${CATALOG} FROM directory_schemas WHERE entry_type = $1 ${lock}`, [keyOf(entryType)]);
  if (!row) throw new SchemaNotFound(entryType);
  return row;
}

/** One version; the newest when none is named. @throws SchemaNotFound */
export async function findVersion(sql: Sql, entryType: string, version?: number): Promise<SchemaVersionRow> {
  const [row] = await sql.query<SchemaVersionRow>(
    `SELECT ${VERSION} FROM directory_schema_versions WHERE entry_type = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
    [keyOf(entryType), version ?? null],
  );
  if (!row) throw new SchemaNotFound(entryType);
  return row;
}

/** The newest stored version of a schema. @throws SchemaNotFound */
export function latestSchema(sql: Sql, entryType: string): Promise<SchemaVersionRow> {
  return findVersion(sql, entryType);
}

/**
 * Adds a version of each built-in schema that differs from the newest stored one, unless that was made by an admin: what the
 * platform's own people have written, an update of Salient does not undo. Answers which.
 */
export async function publishBuiltInSchemas(sql: Sql): Promise<string[]> {
  const published: string[] = [];
  for (const [entryType, schema] of Object.entries(builtInSchemas)) {
    const rows = await sql.query(PUBLISH, [entryType, schema.title, schema.description, JSON.stringify(schema)]);
    if (rows.length > 0) published.push(entryType);
  }
  await sql.query(KEEP_ORDER, [JSON.stringify(Object.values(builtInSchemas).map((schema) => JSON.stringify(schema)))]);
  return published;
}

/** A malformed name in a path is simply not found, and never reaches a statement: it may hold a NUL. */
function keyOf(entryType: string): string {
  if (!ENTRY_TYPE_KEY.test(entryType)) throw new SchemaNotFound(entryType);
  return entryType;
}

const PUBLISH = `
  WITH latest AS (
    SELECT version, schema, origin FROM directory_schema_versions WHERE entry_type = $1 ORDER BY version DESC LIMIT 1
  ), next AS (
    SELECT coalesce((SELECT version FROM latest), 0) + 1 AS version
    WHERE $4::text::jsonb IS DISTINCT FROM (SELECT schema FROM latest) AND (SELECT origin FROM latest) IS DISTINCT FROM 'admin'
  ), catalog AS (
    INSERT INTO directory_schemas (entry_type, title, description, latest_version) SELECT $1, $2, $3, version FROM next
    ON CONFLICT (entry_type) DO UPDATE SET title = excluded.title, description = excluded.description,
      latest_version = excluded.latest_version, revision = directory_schemas.revision + 1, updated_at = now()
  )
  INSERT INTO directory_schema_versions (entry_type, version, schema, document) SELECT $1, version, $4::text::jsonb, $4::text::json FROM next
  ON CONFLICT DO NOTHING RETURNING version`;

/** Versions that were stored before their order was kept. */
const KEEP_ORDER = `
  UPDATE directory_schema_versions stored SET document = given.document::json
  FROM jsonb_array_elements_text($1::jsonb) AS given (document)
  WHERE stored.document IS NULL AND stored.schema = given.document::jsonb`;
