import { Injectable } from '@nestjs/common';
import type { InputFault } from '@salient/contracts';
import { entityTag, InvalidRequest, requireMatch, writeAuditEvent, type Sql } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { isDeepStrictEqual } from 'node:util';
import { nameOf, type Author } from '../admin/author.js';
import type { AdoptedSchema } from '../admin/schema-move.js';
import { SchemaNotFound } from '../directory.errors.js';
import { SchemaCatalog, type CatalogRow, type SchemaVersionRow } from '../schema-catalog.service.js';
import type { SchemaDocument } from '../schema-document.js';
import { overlays, type OverlayRow } from './overlay-store.js';
import { overlaid, type SchemaOverlay } from './schema-overlay.js';
import { OverlayNotFound, SchemaUnusable } from './schema.errors.js';

/** Which versions a list is to pin; what is left out is the newest. */
export interface WantedSchema {
  readonly version?: number;
  /** Null for none. */
  readonly overlayVersion?: number | null;
}

export interface PinningList {
  readonly list: string;
  readonly schema_version: number;
  readonly overlay_version: number | null;
}

/** A schema as the current account has it. */
export interface AccountSchema {
  readonly catalog: CatalogRow;
  readonly base: SchemaVersionRow;
  /** The newest overlay; null for none. */
  readonly overlay: OverlayRow | null;
  /** Both together; the platform's alone while they do not go together. */
  readonly schema: SchemaDocument;
  /** Why they do not. */
  readonly conflicts: readonly InputFault[];
  readonly lists: readonly PinningList[];
  /** Changes whenever what a new list would pin does. */
  readonly tag: string;
}

/** The platform's schemas in the current account: what it lays over them, and what its lists pin. */
@Injectable()
export class AccountSchemas {
  constructor(
    private readonly catalog: SchemaCatalog,
    private readonly db: TenantDb,
  ) {}

  /** @throws SchemaNotFound */
  find(entryType: string): Promise<AccountSchema> {
    return this.read(this.db, entryType);
  }

  /** Of each of these types: the newest overlay, and how many lists there are. */
  async counts(entryTypes: readonly string[]): Promise<ReadonlyMap<string, { overlay_version: number | null; lists: number }>> {
    const rows = await this.db.query<{ entry_type: string; overlay_version: number | null; lists: number }>(COUNTS, [entryTypes]);
    return new Map(rows.map(({ entry_type, ...counts }) => [entry_type, counts]));
  }

  /**
   * The schema for a list of this type.
   *
   * @throws InvalidRequest when there is no such version, or the type is deprecated and no version is named; SchemaUnusable
   */
  async forList(entryType: string, { version, overlayVersion }: WantedSchema): Promise<AdoptedSchema> {
    const base = await this.versionFor(entryType, version);
    const overlay = await this.overlayFor(entryType, overlayVersion);
    return { version: base.version, overlayVersion: overlay?.version ?? null, schema: overlaid(base.schema, overlay?.overlay ?? null) };
  }

  /** For lists of this type: what each would pin if the platform's schema were this one and its overlay stayed. @throws SchemaUnusable */
  async pinnedOver(entryType: string, schema: SchemaDocument): Promise<(list: { readonly id: string }) => SchemaDocument> {
    const rows = await this.db.query<{ id: string; overlay: SchemaOverlay }>(PINNED_OVERLAYS, [entryType]);
    const byList = new Map(rows.map(({ id, overlay }) => [id, overlaid(schema, overlay)]));
    return ({ id }) => byList.get(id) ?? schema;
  }

  /** Refuses what is not to be used for new lists any more. @throws InvalidRequest */
  async refuseDeprecated(entryType: string): Promise<void> {
    const row = await this.catalog.find(entryType).catch(unlessUnknown);
    if (!row?.deprecated_at) return;
    const instead = row.replaced_by === null ? '' : ` Use "${row.replaced_by}".`;
    throw new InvalidRequest(`The directory schema "${entryType}" is deprecated: no new list can be made of it.${instead}`, [
      { pointer: '/entry_type', code: 'deprecated_schema', detail: `${row.deprecation_reason ?? 'is deprecated'}${instead}` },
    ]);
  }

  /**
   * Lays an overlay over a schema, as a version of its own. Lists move to it when they are told to.
   *
   * @param at where the overlay is in the request body, for the faults' pointers
   * @throws SchemaNotFound, PreconditionFailed, SchemaUnusable
   */
  async overlay(entryType: string, overlay: SchemaOverlay, ifMatch: string | undefined, at: string, author: Author): Promise<OverlayRow> {
    return this.db.transaction(async (sql) => {
      await overlays.hold(sql);
      const { base, tag } = await this.read(sql, entryType);
      requireMatch(ifMatch, tag);
      overlaid(base.schema, overlay, at);
      const newest = await overlays.newest(sql, entryType);
      if (newest?.overlay && isDeepStrictEqual(newest.overlay, overlay)) return newest;
      const row = await overlays.add(sql, entryType, (newest?.version ?? 0) + 1, overlay, nameOf(author));
      await this.audit(sql, 'directory_schema.overlaid', entryType, author, {
        version: row.version,
        fields: Object.keys(overlay.properties),
      });
      return row;
    });
  }

  /** Takes the overlay away; lists that pin it keep it until they are moved. @throws OverlayNotFound, PreconditionFailed */
  async removeOverlay(entryType: string, ifMatch: string | undefined, author: Author): Promise<void> {
    await this.db.transaction(async (sql) => {
      await overlays.hold(sql);
      const { overlay, tag } = await this.read(sql, entryType);
      requireMatch(ifMatch, tag);
      if (!overlay) throw new OverlayNotFound(entryType);
      const row = await overlays.add(sql, entryType, overlay.version + 1, null, nameOf(author));
      await this.audit(sql, 'directory_schema.overlay_removed', entryType, author, { version: row.version });
    });
  }

  /** @throws SchemaNotFound */
  async overlayPage(entryType: string, page: { readonly limit: number; readonly before: number | null }): Promise<OverlayRow[]> {
    await this.catalog.find(entryType);
    return overlays.page(this.db, entryType, page);
  }

  /** One version; the newest when none is named. @throws OverlayNotFound */
  async overlayVersion(entryType: string, version?: number): Promise<OverlayRow> {
    await this.catalog.find(entryType);
    if (version !== undefined) return overlays.version(this.db, entryType, version);
    const newest = await overlays.newest(this.db, entryType);
    if (!newest?.overlay) throw new OverlayNotFound(entryType);
    return newest;
  }

  private async read(sql: Sql, entryType: string): Promise<AccountSchema> {
    const [catalog, base] = await Promise.all([this.catalog.find(entryType), this.catalog.version(entryType)]);
    const newest = await overlays.newest(sql, entryType);
    const overlay = newest?.overlay ? newest : null;
    const lists = await sql.query<PinningList>(PINNING, [entryType]);
    const tag = entityTag(`${base.version}.${newest?.version ?? 0}`);
    return { catalog, base, overlay, ...together(base.schema, overlay), lists, tag };
  }

  private async versionFor(entryType: string, version: number | undefined): Promise<SchemaVersionRow> {
    const row = await this.catalog.version(entryType, version).catch(unlessUnknown);
    if (row) return row;
    const field = version === undefined ? 'entry_type' : 'schema_version';
    throw new InvalidRequest(`There is no directory schema "${entryType}"${version === undefined ? '' : ` of version ${version}`}.`, [
      { pointer: `/${field}`, code: 'unknown_schema', detail: 'GET /directory-schemas lists what there is.' },
    ]);
  }

  private async overlayFor(entryType: string, version: number | null | undefined): Promise<OverlayRow | null> {
    if (version === null) return null;
    const row =
      version === undefined
        ? await overlays.newest(this.db, entryType)
        : await overlays.version(this.db, entryType, version).catch((error: unknown) => {
            if (!(error instanceof OverlayNotFound)) throw error;
          });
    if (row?.overlay) return row;
    if (version === undefined) return null;
    throw new InvalidRequest(`The account has no overlay of version ${version} over "${entryType}".`, [
      { pointer: '/overlay_version', code: 'unknown_overlay', detail: 'GET …/directory-schemas/{entry_type}/overlay/versions lists them.' },
    ]);
  }

  private audit(sql: Sql, action: string, entryType: string, { actor, requestId }: Author, details: object): Promise<void> {
    const target = { kind: 'directory_schema', id: entryType };
    return writeAuditEvent(sql, { tenantId: this.db.tenant.id, actor, action, target, details: { ...details }, requestId });
  }
}

function together(base: SchemaDocument, overlay: OverlayRow | null): Pick<AccountSchema, 'schema' | 'conflicts'> {
  try {
    return { schema: overlaid(base, overlay?.overlay ?? null), conflicts: [] };
  } catch (error) {
    if (!(error instanceof SchemaUnusable)) throw error;
    return { schema: base, conflicts: error.faults };
  }
}

function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof SchemaNotFound)) throw error;
}

const PINNING = 'SELECT slug AS list, schema_version, overlay_version FROM directory_lists WHERE entry_type = $1 ORDER BY slug';

const PINNED_OVERLAYS = `
  SELECT list.id, stored.overlay FROM directory_lists list
  JOIN directory_schema_overlays stored ON stored.entry_type = list.entry_type AND stored.version = list.overlay_version
  WHERE list.entry_type = $1 AND stored.overlay IS NOT NULL`;

const COUNTS = `
  SELECT entry_type,
    (SELECT CASE WHEN overlay IS NULL THEN NULL ELSE version END FROM directory_schema_overlays stored
     WHERE stored.entry_type = given.entry_type ORDER BY version DESC LIMIT 1) AS overlay_version,
    (SELECT count(*)::int FROM directory_lists list WHERE list.entry_type = given.entry_type) AS lists
  FROM unnest($1::text[]) AS given (entry_type)`;
