import type { Sql } from '@salient/platform';
import { entryConditions, type EntriesFilter } from './entry-search.js';
import { ENTRY_COLUMNS, type EntryRow } from './entry-store.js';
import type { ListRow } from './list-store.js';

const BATCH = 500;

/** Entries of a list by a filter, in batches: memory stays flat however many there are. */
export async function* scanEntries(sql: Sql, list: ListRow, filter: EntriesFilter): AsyncGenerator<EntryRow[]> {
  for (let last: string | null = null; ;) {
    const { conditions, parameters, bind } = entryConditions(list, filter, []);
    if (last !== null) conditions.push(`id > ${bind(last)}::uuid`);
    const rows: EntryRow[] = await sql.query<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM directory_entries WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT ${BATCH}`,
      parameters,
    );
    if (rows.length > 0) yield rows;
    last = rows.at(-1)?.id ?? null;
    if (rows.length < BATCH) return;
  }
}
