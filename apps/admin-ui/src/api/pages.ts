import type { Page } from '@salient/contracts';
import { hashKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import { api } from './admin-api.js';
import type { Query } from './call.js';
import { loadPage, pagesOf, readAnew, type LoadedPage, type Range, type ReadPage } from './loaded-pages.js';

/** As much as the API gives at once: a long list is scrolled through in few steps. */
const PAGE_SIZE = 100;

/** What is kept of a list below its key. */
export interface ListPages<Item> {
  readonly pages: readonly LoadedPage<Item>[];
}

/** How a list goes on, for what shows its rows. */
export interface Paging {
  /** Loads the next page; undefined when there is none, or while it is on its way. */
  readonly more: (() => void) | undefined;
  readonly isLoadingMore: boolean;
  /** Why the next page did not come. */
  readonly moreError: Error | null;
  /** The rows are those of another order or filter; these ones are on their way. */
  readonly isPassing: boolean;
  /** Is told which rows are looked at, so that no others are read anew; without it all are. */
  readonly onInSight: (rows: Range) => void;
}

/** A list of the API as far as it was loaded. */
export interface Pages<Item> extends Paging {
  /** Undefined until the first page is there. */
  readonly data: readonly Item[] | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** @param key begins the query's key, so that a change can invalidate every list of its kind: `['conversations', account]` */
export function usePages<Item>(key: readonly unknown[], path: string, query: Query = {}): Pages<Item> {
  const client = useQueryClient();
  const queryKey = [...key, query];
  const rowsInSight = useRef<Range | null>(null);
  const reader =
    (signal?: AbortSignal): ReadPage<Item> =>
    (cursor) =>
      api.get<Page<Item>>(path, { ...query, limit: PAGE_SIZE, cursor }, signal);
  const list = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<ListPages<Item>> => {
      const loaded = client.getQueryData<ListPages<Item>>(queryKey)?.pages ?? [];
      const inSight = rowsInSight.current && pagesOf(loaded, rowsInSight.current);
      return { pages: await readAnew(loaded, inSight, reader(signal)) };
    },
    // Another order or filter of the same list is on its way: until it is there, nothing jumps and nothing loses the focus.
    placeholderData: (former, query) => (query && hashKey(query.queryKey.slice(0, -1)) === hashKey(key) ? former : undefined),
  });
  const { data, error, refetch, isFetching, isPlaceholderData } = list;
  const next = data?.pages.at(-1)?.next_cursor ?? null;
  const hash = hashKey(queryKey);
  const more = useMutation({
    mutationFn: async ({ cursor }: { readonly cursor: string; readonly of: string }) => {
      const page = await loadPage(reader(), cursor);
      client.setQueryData<ListPages<Item>>(queryKey, (current) => current && withPage(current, page));
    },
  });
  const { mutate, variables, isPending, error: moreError } = more;
  const isOfThis = variables?.of === hash; // the filter may be another one since
  const onInSight = useCallback(
    (rows: Range) => {
      rowsInSight.current = rows;
      if (!data) return;
      const { first, last } = pagesOf(data.pages, rows);
      if (data.pages.slice(first, last + 1).some(({ isOld }) => isOld)) void refetch({ cancelRefetch: false });
    },
    [data, refetch],
  );
  return {
    // The same rows are the same array: a table of thousands is not put in order anew each time that something else is painted.
    data: useMemo(() => data?.pages.flatMap((page) => page.data), [data]),
    error,
    refetch,
    more: next === null || isFetching || (isPending && isOfThis) ? undefined : () => mutate({ cursor: next, of: hash }),
    isLoadingMore: isPending && isOfThis,
    moreError: isOfThis ? moreError : null,
    isPassing: isPlaceholderData,
    onInSight,
  };
}

/** With the next page; without it where the list was read anew meanwhile and ends elsewhere. */
function withPage<Item>({ pages }: ListPages<Item>, page: LoadedPage<Item>): ListPages<Item> {
  return { pages: pages.at(-1)?.next_cursor === page.cursor ? [...pages, page] : pages };
}
