import fc from 'fast-check';
import type { EntrySort } from '@salient/contracts/directory';
import { putEntries } from '../directory-writer.js';
import { plainText } from '../search-query.js';
import { directoryDatabase, doctor, schemaOf, type DirectoryDatabase } from '../testing/directory-database.js';
import { entryOrder } from './entry-order.js';
import { entryKeyForm, entryPage } from './entry-search.js';
import type { EntryRow } from './entry-store.js';
import type { ListRow } from './list-store.js';

const SORTS: (EntrySort | undefined)[] = ['name', '-name', 'created_at', '-created_at', 'updated_at', '-updated_at', undefined];
const schema = schemaOf('medical_professional');

describe('the pages of a list', () => {
  let database: DirectoryDatabase;
  beforeAll(async () => (database = await directoryDatabase()));
  afterAll(() => database.close());

  let serial = 0;
  const listOf = async (names: readonly string[]) => {
    const { id, ...list } = await database.fill(`list-${++serial}`, 'medical_professional', []);
    const put = (name: string) => putEntries(database.sql, id, schema, [doctor(`key-${++serial}`, name, 'Cardiology')]);
    for (const name of names) await put(name);
    return { list: { ...list, id } as ListRow, put };
  };
  /** Reads to the end; something may happen between two pages. */
  const readAll = async (list: ListRow, search: { sort?: EntrySort; q?: string }, limit: number, between = async () => {}) => {
    const seen: EntryRow[] = [];
    for (let after: string | null = null; ;) {
      const { entries, keyOf } = await entryPage(database.sql, list, { ...search, limit: limit + 1, after });
      seen.push(...entries.slice(0, limit));
      if (entries.length <= limit) return seen;
      after = keyOf(entries[limit - 1]!);
      expect(after).toMatch(entryKeyForm(search));
      expect(Buffer.from(after).toString('base64url').length).toBeLessThanOrEqual(2_500);
      await between();
    }
  };
  const inOrder = (sort: EntrySort | undefined, entries: readonly EntryRow[]) =>
    entries.toSorted((one, other) => {
      const by = (entry: EntryRow) =>
        sort === undefined
          ? ''
          : sort.endsWith('name')
            ? Buffer.from(plainText(entry.name).split(' \n')[0]!)
            : entry[sort.replace('-', '') as 'created_at'];
      const order = compare(by(one), by(other)) || compare(one.id, other.id);
      return sort === undefined || sort.startsWith('-') ? -order : order;
    });

  it('hold every entry once and in order, whatever is added and taken away meanwhile', async () => {
    const name = fc.oneof(
      fc.constantFrom('Ada', 'ada', 'Äda', 'Zoë', 'a:b', '"\\', ' \n'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 15 }).filter((text) => !text.includes('\0') && text.isWellFormed()),
    );
    const names = fc.array(name, { minLength: 1, maxLength: 8 });
    const law = fc.asyncProperty(
      names,
      names,
      fc.constantFrom(...SORTS),
      fc.integer({ min: 1, max: 3 }),
      async (there, later, sort, limit) => {
        const { list, put } = await listOf([...there, 'Going']);
        const [{ id: going } = { id: '' }] = (await readAll(list, { sort }, 100)).filter((entry) => entry.name === 'Going');
        const stays = (await readAll(list, { sort }, 100)).filter(({ id }) => id !== going);
        const seen = await readAll(list, { sort }, limit, async () => {
          await database.sql.query('DELETE FROM directory_entries WHERE id = $1', [going]);
          if (later.length > 0) await put(later.pop()!);
        });
        const ids = seen.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => stays.some((entry) => entry.id === id))).toEqual(inOrder(sort, stays).map(({ id }) => id));
      },
    );
    await fc.assert(law, { numRuns: 40 });
  });

  it('go on after the longest names, whatever they are made of', async () => {
    const names = ['\u0001'.repeat(500), '\u{1f980}'.repeat(500), '\u{1d160}'.repeat(500), `${'x'.repeat(400)}1`, `${'x'.repeat(400)}2`];
    const { list } = await listOf(names);
    for (const search of [{ sort: 'name' }, { q: 'cardiology' }] as const) expect(await readAll(list, search, 1)).toHaveLength(5);
  });

  it.each(SORTS)('are read off an index, also from the middle on (%s)', async (sort) => {
    const { list } = await listOf(['Ada']);
    const order = entryOrder(sort, null);
    const [entry] = await database.sql.query<{ key: string }>(`SELECT ${order.key} AS key FROM directory_entries WHERE list_id = $1`, [
      list.id,
    ]);
    const parameters: unknown[] = [list.id];
    const after = order.after(entry!.key, (value) => `$${parameters.push(value)}`);
    const plan = await database.transaction(async (sql) => {
      await sql.query('SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off');
      return sql.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN SELECT id FROM directory_entries WHERE list_id = $1 AND status = 'active' AND ${after} ORDER BY ${order.sql} LIMIT 51`,
        parameters,
      );
    });
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index.* Scan.* using directory_entries_/);
    expect(text).toMatch(/Index Cond: .*list_id = .*(ROW\(|id <)/);
    expect(text).not.toContain('Sort');
  });
});

function compare(one: string | Date | Uint8Array, other: string | Date | Uint8Array): number {
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other);
  return one < other ? -1 : one > other ? 1 : 0;
}
