import type { Page } from '@salient/contracts';
import { useQueryClient, type InfiniteData, type QueryKey } from '@tanstack/react-query';
import { toast } from './toast.js';

export interface Undoable<Data> {
  /** How what is shown looks once it is done. */
  readonly change: (data: Data) => Data;
  /** Says that it is done. */
  readonly text: string;
  /** Says why it was not, when the API refused it in the end. */
  readonly failed: (error: Error) => string;
  /** Does it. */
  readonly work: () => Promise<unknown>;
}

/**
 * Does what cannot be taken back once the time for undoing is over; until then it only looks as if it were done.
 *
 * @param queryKey of what is shown, or what such keys begin with: read anew when it was undone, done or refused
 */
export function useUndoable<Data>(queryKey: QueryKey): (undoable: Undoable<Data>) => void {
  const client = useQueryClient();
  const refresh = () => void client.invalidateQueries({ queryKey });
  return ({ change, text, failed, work }) => {
    client.setQueriesData<Data>({ queryKey }, (data) => data && change(data));
    toast({
      text,
      undo: refresh,
      onExpire: () =>
        void work()
          .catch((error: Error) => toast({ text: failed(error) }))
          .finally(refresh),
    });
  };
}

/** The pages of a list as they were loaded. */
export type ListPages<Item> = InfiniteData<Page<Item>>;

/**
 * A change of the rows of a list, for `setQueriesData` and {@link useUndoable}. What else is kept below the list's key, such as
 * its first rows on another page, stays as it is until it is read anew.
 */
export function rowsChanged<Item>(to: (rows: readonly Item[]) => Item[]): (list: ListPages<Item>) => ListPages<Item> {
  return (list) => ('pages' in list ? { ...list, pages: list.pages.map((page) => ({ ...page, data: to(page.data) })) } : list);
}
