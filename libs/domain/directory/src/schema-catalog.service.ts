import { Injectable } from '@nestjs/common';
import type { Page, PageQuery } from '@salient/contracts';
import type { DirectorySchemaDetail, DirectorySchemaSummary, DirectorySchemaVersion } from '@salient/contracts/admin';
import { ControlDatabase, decodeCursor, pageOfRows, type Sql } from '@salient/platform';
import { builtInSchemas } from './built-in-schemas.js';
import { SchemaNotFound } from './directory.errors.js';
import type { SchemaDocument } from './schema-document.js';

interface VersionRow {
  entry_type: string;
  version: number;
  schema: SchemaDocument;
  created_at: Date;
}

const ENTRY_TYPE_KEY = /^[a-z][a-z0-9_]{0,62}$/;

/** The platform's directory schemas: versioned, never changed in place. */
@Injectable()
export class SchemaCatalog {
  constructor(private readonly control: ControlDatabase) {}

  /** The newest version of every schema, by entry type. */
  async page(query: PageQuery): Promise<Page<DirectorySchemaSummary>> {
    const rows = await this.control.query<DirectorySchemaSummary>(
      `SELECT entry_type, title, description, latest_version FROM directory_schemas
       WHERE $1::text IS NULL OR entry_type > $1 ORDER BY entry_type LIMIT $2`,
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
  async get(entryType: string): Promise<DirectorySchemaDetail> {
    const rows = await this.control.query<VersionRow>(
      'SELECT entry_type, version, schema, created_at FROM directory_schema_versions WHERE entry_type = $1 ORDER BY version DESC',
      [keyOf(entryType)],
    );
    const [latest] = rows;
    if (!latest) throw new SchemaNotFound(entryType);
    return { ...versionView(latest), versions: rows.map((row) => row.version) };
  }

  /** @throws SchemaNotFound */
  async getVersion(entryType: string, version: number): Promise<DirectorySchemaVersion> {
    const [row] = await this.control.query<VersionRow>(
      'SELECT entry_type, version, schema, created_at FROM directory_schema_versions WHERE entry_type = $1 AND version = $2',
      [keyOf(entryType), version],
    );
    if (!row) throw new SchemaNotFound(entryType);
    return versionView(row);
  }
}

/** Adds a version of each built-in schema that differs from the newest stored one. Answers which. */
export async function publishBuiltInSchemas(sql: Sql): Promise<string[]> {
  const published: string[] = [];
  for (const [entryType, schema] of Object.entries(builtInSchemas)) {
    const rows = await sql.query(PUBLISH, [entryType, schema.title, schema.description, JSON.stringify(schema)]);
    if (rows.length > 0) published.push(entryType);
  }
  return published;
}

/** The newest stored version of a schema. */
export async function latestSchema(sql: Sql, entryType: string): Promise<{ readonly version: number; readonly schema: SchemaDocument }> {
  const [row] = await sql.query<VersionRow>(
    'SELECT version, schema FROM directory_schema_versions WHERE entry_type = $1 ORDER BY version DESC LIMIT 1',
    [entryType],
  );
  if (!row) throw new SchemaNotFound(entryType);
  return row;
}

/** A malformed name in a path is simply not found, and never reaches a statement: it may hold a NUL. */
function keyOf(entryType: string): string {
  if (!ENTRY_TYPE_KEY.test(entryType)) throw new SchemaNotFound(entryType);
  return entryType;
}

function versionView({ entry_type, version, schema, created_at }: VersionRow): DirectorySchemaVersion {
  return { entry_type, version, schema, created_at: created_at.toISOString() };
}

const PUBLISH = `
  WITH latest AS (
    SELECT version, schema FROM directory_schema_versions WHERE entry_type = $1 ORDER BY version DESC LIMIT 1
  ), next AS (
    SELECT coalesce((SELECT version FROM latest), 0) + 1 AS version WHERE $4::jsonb IS DISTINCT FROM (SELECT schema FROM latest)
  ), catalog AS (
    INSERT INTO directory_schemas (entry_type, title, description, latest_version) SELECT $1, $2, $3, version FROM next
    ON CONFLICT (entry_type) DO UPDATE SET title = excluded.title, description = excluded.description, latest_version = excluded.latest_version
  )
  INSERT INTO directory_schema_versions (entry_type, version, schema) SELECT $1, version, $4::jsonb FROM next ON CONFLICT DO NOTHING RETURNING version`;
