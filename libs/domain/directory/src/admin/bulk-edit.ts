import type { InputFault } from '@salient/contracts';
import { InvalidRequest, writeAuditEvent, type Sql } from '@salient/platform';
import { type TenantDb } from '@salient/tenancy';
import { isDeepStrictEqual } from 'node:util';
import { FAULTS_MAX, faultsOfData } from '../entry-check.js';
import { dataValidator } from '../schema-document.js';
import type { Author } from './author.js';
import { EntriesDoNotFit } from './directory-admin.errors.js';
import { scanEntries } from './entry-scan.js';
import type { EntriesFilter } from './entry-search.js';
import { ENTRY_COLUMNS, entryStore, type ChangedEntry, type EntryRow } from './entry-store.js';
import { lists, type ListRow } from './list-store.js';

/** The same change of many entries. */
export interface BulkEdit {
  readonly ids?: readonly string[];
  readonly filter?: EntriesFilter;
  readonly add_tags?: readonly string[];
  readonly remove_tags?: readonly string[];
  /** Values of `data` by field; null takes a field away. */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly status?: 'active' | 'archived';
  readonly dry_run?: boolean;
}

export interface BulkResult {
  readonly matched: number;
  readonly changed: number;
}

/** One request changes so many entries at most; an import has no such limit. */
const ENTRIES_MAX = 50_000;

/** Changes many entries of a list in one transaction: all of them, or none when one would not fit the schema. */
export class BulkEditor {
  constructor(private readonly db: TenantDb) {}

  /** @throws ListNotFound, EntriesDoNotFit, InvalidRequest when too many entries match */
  async edit(list: string, edit: BulkEdit, author: Author): Promise<BulkResult> {
    return this.db.transaction(async (sql) => {
      const row = await lists.hold(sql, list);
      const result = await this.editEach(sql, row, edit, author);
      if (edit.dry_run || result.changed === 0) return result;
      await lists.touch(sql, row.id);
      await this.audit(sql, row, edit, result, author);
      return result;
    });
  }

  private async editEach(sql: Sql, list: ListRow, edit: BulkEdit, author: Author): Promise<BulkResult> {
    const faults: InputFault[] = [];
    const check = dataValidator(list.schema);
    let [matched, changed, unfit] = [0, 0, 0];
    for await (const batch of edit.ids ? entriesById(sql, list, edit.ids) : scanEntries(sql, list, edit.filter ?? {})) {
      const different = batch.flatMap((entry) => edited(entry, edit));
      for (const { id, data } of different) {
        const found = faultsOfData(check, data);
        if (found.length > 0) unfit += 1;
        faults.push(...found.map((fault) => ({ ...fault, pointer: `/${id}${fault.pointer}` })));
      }
      matched += batch.length;
      changed += different.length;
      if (matched > ENTRIES_MAX) throw new InvalidRequest(`More than ${ENTRIES_MAX} entries match: narrow the filter, or import a file.`);
      if (unfit === 0 && !edit.dry_run && different.length > 0) await entryStore.change(sql, list, different, author);
    }
    if (unfit > 0) throw new EntriesDoNotFit(unfit, faults.slice(0, FAULTS_MAX));
    return { matched, changed };
  }

  private async audit(sql: Sql, list: ListRow, edit: BulkEdit, result: BulkResult, { actor, requestId }: Author): Promise<void> {
    const { add_tags, remove_tags, set, status, filter } = edit;
    await writeAuditEvent(sql, {
      tenantId: this.db.tenant.id,
      actor,
      action: 'directory_entries.edited',
      target: { kind: 'directory_list', id: list.id },
      details: { list: list.slug, ...result, filter, add_tags, remove_tags, fields: Object.keys(set ?? {}), status },
      requestId,
    });
  }
}

async function* entriesById(sql: Sql, list: ListRow, ids: readonly string[]): AsyncGenerator<EntryRow[]> {
  yield await sql.query<EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM directory_entries WHERE list_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id`,
    [list.id, ids],
  );
}

/** The entry as it is to be, or nothing when that is what it is. */
function edited(entry: EntryRow, { add_tags = [], remove_tags = [], set = {}, status = entry.status }: BulkEdit): ChangedEntry[] {
  const tags = [...new Set([...entry.tags, ...add_tags])].filter((tag) => !remove_tags.includes(tag));
  const data = Object.fromEntries(Object.entries({ ...entry.data, ...set }).filter(([field, value]) => value !== null || !(field in set)));
  if (isDeepStrictEqual([tags, data, status], [entry.tags, entry.data, entry.status])) return [];
  const change = status === entry.status ? 'updated' : status === 'archived' ? 'archived' : 'restored';
  return [{ ...entry, tags, data, status, change }];
}
