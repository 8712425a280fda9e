import type { ReactNode } from 'react';

export interface Column<Item> {
  readonly id: string;
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  /** A track of CSS grid, such as `2fr` or `120px`. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  /** The name of the row: it heads the card that a row becomes on a phone. */
  readonly primary?: boolean;
  /** Lets readers order the rows that are there by this. Only for lists that are there in full. */
  readonly sortValue?: (item: Item) => string | number;
  /** What the API calls the order by this column, for lists of which only a part is there: see {@link TableSort}. */
  readonly sortName?: string;
  /** Holds buttons: needs no label. */
  readonly actions?: boolean;
}

/** The order that the API gives the rows in, by the name of a column's {@link Column.sortName}. */
export interface TableSort {
  /** Ascending, or descending with a hyphen before it; undefined for the list's own order. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}
