import * as fc from 'fast-check';
import { loadPage, pagesOf, readAnew, type LoadedPage, type ReadPage } from './loaded-pages.js';

const SIZE = 3;

/** A list of the API, newest first, which counts how often it is asked. */
function listOf(rows: readonly number[]): { readonly read: ReadPage<number>; readonly asked: (string | null)[] } {
  const asked: (string | null)[] = [];
  const read = async (cursor: string | null) => {
    asked.push(cursor);
    const rest = rows.toSorted((a, b) => b - a).filter((row) => cursor === null || row < Number(cursor));
    const data = rest.slice(0, SIZE);
    const isLast = rest.length <= SIZE;
    return { data, has_more: !isLast, next_cursor: isLast ? null : String(data.at(-1)) };
  };
  return { read, asked };
}

async function loaded(rows: readonly number[], pages: number): Promise<LoadedPage<number>[]> {
  const { read } = listOf(rows);
  const result = [await loadPage(read, null)];
  while (result.length < pages && result.at(-1)!.next_cursor !== null) result.push(await loadPage(read, result.at(-1)!.next_cursor));
  return result;
}

const rowsOf = (pages: readonly LoadedPage<number>[]) => pages.flatMap(({ data }) => data);
const numbers = fc.uniqueArray(fc.nat(200), { maxLength: 40 });

describe('A long list that is read anew', () => {
  it('is asked for what is looked at, and shows that as it is now, nothing missing and nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, numbers, fc.nat(12), fc.nat(12), async (before, after, one, other) => {
        const pages = await loaded(before, 12);
        const inSight = { first: Math.min(one, other, pages.length - 1), last: Math.min(Math.max(one, other), pages.length - 1) };
        const { read, asked } = listOf(after);
        const now = await readAnew(pages, inSight, read);
        const seen = now.slice(inSight.first);
        expect(asked.length).toBe(seen.length);
        expect(seen.length).toBeLessThanOrEqual(inSight.last - inSight.first + 1);
        expect(now.slice(0, inSight.first).every(({ isOld }) => isOld)).toBe(true);
        expect(seen.every(({ isOld }) => !isOld)).toBe(true);
        const from = inSight.first === 0 ? Infinity : Number(pages[inSight.first - 1]!.next_cursor);
        const there = after.toSorted((a, b) => b - a).filter((row) => row < from);
        expect(rowsOf(seen)).toEqual(there.slice(0, seen.length * SIZE));
      }),
    );
  });

  it('is asked for all of it where nobody says what is looked at, and for its first page where nothing was loaded', async () => {
    const all = listOf([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    await readAnew(await loaded([9, 8, 7, 6, 5, 4, 3], 3), null, all.read);
    expect(all.asked).toEqual([null, '7', '4']);
    const none = listOf([]);
    expect(rowsOf(await readAnew([], { first: 40, last: 50 }, none.read))).toEqual([]);
    expect(none.asked).toEqual([null]);
  });

  it('knows which pages hold the rows that are looked at, also when a page has lost rows', async () => {
    const pages = await loaded([9, 8, 7, 6, 5, 4, 3], 3);
    expect(pagesOf(pages, { first: 2, last: 3 })).toEqual({ first: 0, last: 1 });
    expect(pagesOf([{ ...pages[0]!, data: [] }, ...pages.slice(1)], { first: 0, last: 9 })).toEqual({ first: 1, last: 2 });
  });
});
