import { matchQuery, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { api, type ListPages } from '../api/index.js';
import { toast } from './toast.js';

export interface Undoable<Data> {
  /** How what is shown looks once it is done. */
  readonly change: (data: Data) => Data;
  /** Says that it is done. */
  readonly text: string;
  /** Says why it was not, when the API refused it in the end. */
  readonly failed: (error: Error) => string;
  /** Does it. */
  readonly request: UndoableRequest;
  readonly onDone?: () => void;
}

export type UndoableRequest = readonly [method: 'POST' | 'DELETE', path: string, body?: unknown];

/**
 * Does what cannot be taken back once the time for undoing is over; until then it only looks as if it were done, also in what is
 * read anew meanwhile. It is done as well when the page goes before: it was asked for.
 *
 * @param queryKey of what is shown, or what such keys begin with: read anew when it was undone, done or refused
 */
export function useUndoable<Data>(queryKey: QueryKey): (undoable: Undoable<Data>) => void {
  const client = useQueryClient();
  return ({ change, text, failed, request: [method, path, body], onDone }) => {
    const letGo = keepChanged(client, queryKey, change);
    const settle = () => {
      letGo();
      void client.invalidateQueries({ queryKey });
    };
    toast({
      text,
      undo: settle,
      onExpire: () =>
        api
          .send(method, path, { body, keepalive: true })
          .then(onDone)
          .catch((error: Error) => toast({ text: failed(error) }))
          .finally(settle),
    });
  };
}

interface RowRemoval<Item> extends Omit<Undoable<never>, 'change'> {
  readonly isRemoved: (row: Item) => boolean;
}

/** Takes rows out of a list, and does so for good once the time for undoing is over. */
export function useRowRemoval<Item>(queryKey: QueryKey): (removal: RowRemoval<Item>) => void {
  const undoable = useUndoable<ListPages<Item>>(queryKey);
  return ({ isRemoved, ...rest }) => undoable({ ...rest, change: rowsChanged((rows) => rows.filter((row) => !isRemoved(row))) });
}

/**
 * A change of the rows of a list, for `setQueriesData` and {@link useUndoable}. What else is kept below the list's key, such as
 * its first rows on another page, stays as it is until it is read anew.
 */
export function rowsChanged<Item>(to: (rows: readonly Item[]) => Item[]): (list: ListPages<Item>) => ListPages<Item> {
  return (list) => ('pages' in list ? { ...list, pages: list.pages.map((page) => ({ ...page, data: to(page.data) })) } : list);
}

/** Changes what is kept below a key, and whatever is read into it until the answer is called. */
function keepChanged<Data>(client: QueryClient, queryKey: QueryKey, change: (data: Data) => Data): () => void {
  const changed = (data: Data | undefined) => data && change(data);
  client.setQueriesData<Data>({ queryKey }, changed);
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    if (matchQuery({ queryKey }, event.query)) client.setQueryData<Data>(event.query.queryKey, changed);
  });
}
