import { entityTag, requireMatch, writeAuditEvent, type Sql } from '@salient/platform';
import { type TenantDb } from '@salient/tenancy';
import { EntriesRefused } from '../directory.errors.js';
import { faultsOfData } from '../entry-check.js';
import { dataValidator } from '../schema-document.js';
import type { Author } from './author.js';
import { EntryNotFound, NothingToUndo } from './directory-admin.errors.js';
import { entryHistory, type EntryVersionRow } from './entry-history.js';
import { entryPage, type EntriesSearch, type EntryPage } from './entry-search.js';
import { entryStore, type EntryChange, type EntryContent, type EntryRow } from './entry-store.js';
import { lists, UUID, type ListRow } from './list-store.js';
import { v7 as uuidv7 } from 'uuid';

/** What of an entry can be changed; what is left out stays. */
export type EntryPatch = Partial<EntryContent & Pick<EntryRow, 'status'>>;
export type NewEntryContent = Pick<EntryContent, 'name' | 'data'> & Partial<EntryContent>;

/** An entry with the list that it is in. */
export interface ListedEntry {
  readonly list: ListRow;
  readonly entry: EntryRow;
}

/**
 * The entries of the current account's lists. Each change is checked by the list's schema, and keeps what was before; both
 * and its audit event commit together.
 */
export class EntryAdministration {
  constructor(private readonly db: TenantDb) {}

  /** @throws ListNotFound, InvalidRequest */
  async page(list: string, search: EntriesSearch): Promise<EntryPage & { readonly list: ListRow }> {
    const row = await lists.find(this.db, list);
    return { list: row, ...(await entryPage(this.db, row, search)) };
  }

  /** @throws ListNotFound, EntryNotFound */
  async find(list: string, id: string): Promise<ListedEntry> {
    const row = await lists.find(this.db, list);
    return { list: row, entry: await found(this.db, row, id) };
  }

  /** @throws ListNotFound, EntriesRefused, EntryExists */
  async create(list: string, given: NewEntryContent, author: Author): Promise<ListedEntry> {
    return this.db.transaction(async (sql) => {
      const row = await lists.hold(sql, list);
      const id = uuidv7();
      const content = { tags: [], contact: {}, ...given, external_key: given.external_key ?? id };
      refuseUnfit(row, content.data);
      const entry = await entryStore.insert(sql, row, { ...content, id }, 'created', author);
      await this.finish(sql, row, 'directory_entry.created', entry, author, { external_key: entry.external_key });
      return { list: row, entry };
    });
  }

  /**
   * @param ifMatch the tag of the version that the caller has seen, if he says
   * @throws ListNotFound, EntryNotFound, PreconditionFailed, EntriesRefused, EntryExists
   */
  async update(list: string, id: string, patch: EntryPatch, ifMatch: string | undefined, author: Author): Promise<ListedEntry> {
    return this.db.transaction(async (sql) => {
      const row = await lists.hold(sql, list);
      const before = await found(sql, row, id);
      requireMatch(ifMatch, entityTag(before.version));
      const after = { ...before, ...patch };
      refuseUnfit(row, after.data);
      const [entry] = await entryStore.change(sql, row, [{ ...after, change: changeOf(before, after) }], author);
      await this.finish(sql, row, `directory_entry.${changeOf(before, after)}`, entry!, author, { fields: Object.keys(patch) });
      return { list: row, entry: entry! };
    });
  }

  /** @throws ListNotFound, EntryNotFound, PreconditionFailed */
  async delete(list: string, id: string, ifMatch: string | undefined, author: Author): Promise<void> {
    await this.db.transaction(async (sql) => {
      const row = await lists.hold(sql, list);
      const entry = await found(sql, row, id);
      requireMatch(ifMatch, entityTag(entry.version));
      await entryStore.delete(sql, id, author);
      await this.finish(sql, row, 'directory_entry.deleted', entry, author, { external_key: entry.external_key });
    });
  }

  /** What the entry is and was, the newest first. @throws ListNotFound, EntryNotFound */
  async history(list: string, id: string, page: { readonly limit: number; readonly before: number | null }): Promise<EntryVersionRow[]> {
    const row = await lists.find(this.db, list);
    const versions = UUID.test(id) ? await entryHistory.page(this.db, row.id, id, page) : [];
    if (versions.length === 0 && page.before === null) throw new EntryNotFound();
    return versions;
  }

  /**
   * Brings back what an entry was before its last change, or in the version that is named; also one that is deleted.
   *
   * @throws ListNotFound, EntryNotFound, NothingToUndo, PreconditionFailed, EntriesRefused when the schema has changed since
   */
  async undo(list: string, id: string, version: number | undefined, ifMatch: string | undefined, author: Author): Promise<ListedEntry> {
    return this.db.transaction(async (sql) => {
      const row = await lists.hold(sql, list);
      const [newest] = UUID.test(id) ? await entryHistory.page(sql, row.id, id, { limit: 1, before: null }) : [];
      if (!newest) throw new EntryNotFound();
      requireMatch(ifMatch, entityTag(newest.version));
      const earlier = await entryHistory.find(sql, row.id, id, version);
      if (!earlier) throw new NothingToUndo();
      refuseUnfit(row, earlier.data);
      const entry = await bringBack(sql, row, newest, earlier, author);
      await this.finish(sql, row, 'directory_entry.undone', entry, author, { version: earlier.version });
      return { list: row, entry };
    });
  }

  private async finish(
    sql: Sql,
    list: ListRow,
    action: string,
    { id }: EntryRow,
    { actor, requestId }: Author,
    details: object,
  ): Promise<void> {
    await lists.touch(sql, list.id);
    const target = { kind: 'directory_entry', id };
    await writeAuditEvent(sql, { tenantId: this.db.tenant.id, actor, action, target, details: { list: list.slug, ...details }, requestId });
  }
}

async function found(sql: Sql, list: ListRow, id: string): Promise<EntryRow> {
  const entry = UUID.test(id) ? await entryStore.find(sql, list.id, id) : undefined;
  if (!entry) throw new EntryNotFound();
  return entry;
}

/** A deleted entry gets its place back under its own id, the version after its deletion. */
async function bringBack(sql: Sql, list: ListRow, newest: EntryVersionRow, earlier: EntryVersionRow, author: Author): Promise<EntryRow> {
  const { external_key, name, tags, contact, data } = earlier;
  const content = { id: earlier.entry_id, external_key, name, tags, contact, data };
  if (newest.status === 'deleted') return entryStore.insert(sql, list, { ...content, version: newest.version + 1 }, 'undone', author);
  const status = earlier.status === 'archived' ? 'archived' : 'active';
  const [entry] = await entryStore.change(sql, list, [{ ...content, status, change: 'undone' }], author);
  return entry!;
}

function changeOf(before: EntryRow, after: Pick<EntryRow, 'status'>): EntryChange {
  if (before.status === after.status) return 'updated';
  return after.status === 'archived' ? 'archived' : 'restored';
}

function refuseUnfit(list: ListRow, data: unknown): void {
  const faults = faultsOfData(dataValidator(list.schema), data);
  if (faults.length > 0) throw new EntriesRefused(faults);
}
