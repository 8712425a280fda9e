import type { Page } from '@salient/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from './admin-api.js';
import type { Query } from './call.js';

/** As much as the API gives at once: a long list is scrolled through in few steps. */
const PAGE_SIZE = 100;

/** A list of the API as far as it was loaded. */
export interface Pages<Item> {
  /** Undefined until the first page is there. */
  readonly data: readonly Item[] | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
  /** Loads the next page; undefined when there is none, or while it is on its way. */
  readonly more: (() => void) | undefined;
}

/** @param key begins the query's key, so that a change can invalidate every list of its kind: `['conversations', account]` */
export function usePages<Item>(key: readonly unknown[], path: string, query: Query = {}): Pages<Item> {
  const pages = useInfiniteQuery({
    queryKey: [...key, query],
    queryFn: ({ pageParam, signal }) => api.get<Page<Item>>(path, { ...query, limit: PAGE_SIZE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : null),
  });
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  // The same rows are the same array: a table of thousands is not put in order anew each time that something else is painted.
  const rows = useMemo(() => data?.pages.flatMap((page) => page.data), [data]);
  return {
    data: rows,
    error,
    refetch,
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined,
  };
}
