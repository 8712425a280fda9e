import type { Page, PageQuery } from '@salient/contracts';
import { InvalidRequest } from '../errors/common.errors.js';

/** The opaque `cursor` of a keyset page: the key of the last row that was shown. */
export function encodeCursor(key: string): string {
  return Buffer.from(key).toString('base64url');
}

/** @throws InvalidRequest when the cursor was not made by {@link encodeCursor} for keys of this form */
export function decodeCursor(query: PageQuery, form: RegExp): string | null {
  if (query.cursor === undefined) return null;
  const key = Buffer.from(query.cursor, 'base64url').toString();
  if (form.test(key)) return key;
  throw new InvalidRequest('The cursor is not one of this list.', [
    { pointer: '/cursor', code: 'invalid_cursor', detail: 'Take next_cursor of the page before.' },
  ]);
}

export const UUID_KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Makes a page of rows that were read with `LIMIT limit + 1`. */
export function pageOfRows<Row, Item>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => Item,
  keyOf: (row: Row) => string,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit;
  return { data: shown.map(view), has_more: hasMore, next_cursor: hasMore && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
