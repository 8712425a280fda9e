import { entityTag, requireMatch, writeAuditEvent, type Sql } from '@salient/platform';
import { type TenantDb } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import type { Author } from './author.js';
import { ListSlugTaken } from './directory-admin.errors.js';
import { lists, type CountedList, type ListRow } from './list-store.js';
import { adoptSchema, type AdoptedSchema } from './schema-move.js';

export interface NewListOf {
  readonly slug: string;
  readonly name: string;
  readonly entryType: string;
  readonly description?: string;
  readonly language?: string;
}

/** What of a list can be changed; what is left out stays. */
export interface ListPatch {
  readonly slug?: string;
  readonly name?: string;
  readonly description?: string;
  readonly language?: string;
  /** The schema that the list pins from now on. */
  readonly schema?: AdoptedSchema;
}

const UNIQUE_VIOLATION = '23505';

/** The directory lists of the current account; each change is audited in its own transaction. */
export class ListAdministration {
  constructor(private readonly db: TenantDb) {}

  /** The newest first. */
  page(query: { readonly limit: number; readonly before: string | null }): Promise<CountedList[]> {
    return lists.page(this.db, query);
  }

  /** By id or slug. @throws ListNotFound */
  find(idOrSlug: string): Promise<CountedList> {
    return lists.findCounted(this.db, idOrSlug);
  }

  /** @throws ListSlugTaken */
  async create(list: NewListOf, { version, overlayVersion, schema }: AdoptedSchema, author: Author): Promise<CountedList> {
    const id = uuidv7();
    const { slug, name, entryType, description = '', language = 'simple' } = list;
    return this.inTransaction(slug, async (sql) => {
      await sql.query(INSERT, [id, slug, name, description, entryType, version, JSON.stringify(schema), language, overlayVersion]);
      await this.audit(sql, 'directory_list.created', { id, slug }, author, {
        entry_type: entryType,
        schema_version: version,
        overlay_version: overlayVersion,
      });
      return lists.findCounted(sql, id);
    });
  }

  /**
   * @param ifMatch the tag of the version that the caller has seen, if he says
   * @throws ListNotFound, PreconditionFailed, ListSlugTaken; EntriesDoNotFit when an entry does not fit another schema
   */
  async update(idOrSlug: string, patch: ListPatch, ifMatch: string | undefined, author: Author): Promise<CountedList> {
    return this.inTransaction(patch.slug ?? '', async (sql) => {
      const before = await lists.hold(sql, idOrSlug);
      requireMatch(ifMatch, entityTag(before.version));
      const { slug = before.slug, name = before.name, description = before.description, language = before.language } = patch;
      await sql.query(UPDATE, [before.id, slug, name, description, language]);
      const reindexed = patch.schema !== undefined || language !== before.language;
      const pinned = { version: before.schema_version, overlayVersion: before.overlay_version, schema: before.schema };
      if (reindexed) await adoptSchema(sql, { ...before, language }, patch.schema ?? pinned);
      await this.audit(sql, 'directory_list.updated', { id: before.id, slug }, author, changes(before, patch));
      return lists.findCounted(sql, before.id);
    });
  }

  /** Takes a list away with its entries and their history. @throws ListNotFound, PreconditionFailed */
  async delete(idOrSlug: string, ifMatch: string | undefined, author: Author): Promise<void> {
    await this.db.transaction(async (sql) => {
      const list = await lists.hold(sql, idOrSlug);
      requireMatch(ifMatch, entityTag(list.version));
      const { entries } = await lists.findCounted(sql, list.id);
      await sql.query('DELETE FROM directory_lists WHERE id = $1', [list.id]);
      await this.audit(sql, 'directory_list.deleted', list, author, { entry_type: list.entry_type, entries });
    });
  }

  private inTransaction<Result>(slug: string, work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.db.transaction(work).catch((error: unknown) => {
      throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new ListSlugTaken(slug) : error;
    });
  }

  private audit(
    sql: Sql,
    action: string,
    list: Pick<ListRow, 'id' | 'slug'>,
    { actor, requestId }: Author,
    details: object,
  ): Promise<void> {
    const target = { kind: 'directory_list', id: list.id };
    return writeAuditEvent(sql, {
      tenantId: this.db.tenant.id,
      actor,
      action,
      target,
      details: { list: list.slug, ...details },
      requestId,
    });
  }
}

function changes(before: ListRow, { schema, ...patch }: ListPatch): object {
  return {
    fields: [...Object.keys(patch), ...(schema ? ['schema_version'] : [])],
    ...(schema ? { schema_version: { before: before.schema_version, after: schema.version } } : {}),
    ...(schema ? { overlay_version: { before: before.overlay_version, after: schema.overlayVersion } } : {}),
  };
}

const INSERT = `
  INSERT INTO directory_lists (id, slug, name, description, entry_type, schema_version, schema, language, overlay_version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const UPDATE = `
  UPDATE directory_lists SET slug = $2, name = $3, description = $4, language = $5, version = version + 1, updated_at = clock_timestamp()
  WHERE id = $1`;
