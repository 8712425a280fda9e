import type { Page } from '@salient/contracts';

/** A page of a list as it was read. */
export interface LoadedPage<Item> extends Page<Item> {
  /** What the page begins behind; null for the first one. */
  readonly cursor: string | null;
  /** Left as it was when the list was read anew: out of sight then, and to be read once it is in sight. */
  readonly isOld: boolean;
}

/** From the first to the last row or page, both included, counted from 0. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

export type ReadPage<Item> = (cursor: string | null) => Promise<Page<Item>>;

export async function loadPage<Item>(read: ReadPage<Item>, cursor: string | null): Promise<LoadedPage<Item>> {
  return { ...(await read(cursor)), cursor, isOld: false };
}

/**
 * Reads a list anew as far as somebody looks at it: the pages above stay as they are until they are looked at, those below are
 * let go of and come again with the scrolling. So every page begins where the one before ends: no row is missing or there twice that has kept its place.
 *
 * @param inSight the pages that are looked at; null when all are
 */
export async function readAnew<Item>(
  loaded: readonly LoadedPage<Item>[],
  inSight: Range | null,
  read: ReadPage<Item>,
): Promise<LoadedPage<Item>[]> {
  const { first, last } = inSight ?? { first: 0, last: loaded.length - 1 };
  const pages = loaded.slice(0, first).map((page) => ({ ...page, isOld: true }));
  do {
    const cursor = pages.at(-1)?.next_cursor ?? null;
    pages.push(await loadPage(read, cursor));
  } while (pages.length <= last && pages.at(-1)!.next_cursor !== null);
  return pages;
}

/** The pages that hold these rows. */
export function pagesOf<Item>(loaded: readonly LoadedPage<Item>[], rows: Range): Range {
  const pageOf = (row: number) => {
    let rest = row;
    const index = loaded.findIndex(({ data }) => (rest -= data.length) < 0);
    return index < 0 ? loaded.length - 1 : index;
  };
  return { first: pageOf(rows.first), last: pageOf(rows.last) };
}
