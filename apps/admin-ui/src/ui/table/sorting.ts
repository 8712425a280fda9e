import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type ColumnDef, type Row } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Column, TableSort } from './column.js';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Numbers by size, texts as people order them. */
function bySortValue<Item extends object>(one: Row<typeof features, Item>, other: Row<typeof features, Item>, column: string): number {
  const [first, second] = [one.getValue(column), other.getValue(column)];
  return typeof first === 'number' && typeof second === 'number' ? first - second : collator.compare(String(first), String(second));
}

/** A row as it is painted. */
export interface ShownRow<Item> {
  readonly id: string;
  readonly original: Item;
}

/** How a column is ordered by, and what a press on its head does; nothing where it is not to be ordered by. */
export interface ColumnSort {
  readonly sorted: false | 'asc' | 'desc';
  readonly onSort: () => void;
}

/** The rows in the order that a reader has chosen, and how each column says so: of the rows that are there, or of the API's. */
export function useSorting<Item extends object>(
  columns: readonly Column<Item>[],
  rows: readonly Item[],
  keyOf: (item: Item) => string,
  sort: TableSort | undefined,
): { readonly shown: readonly ShownRow<Item>[]; readonly sortOf: (column: Column<Item>) => ColumnSort | undefined } {
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns: definitions, data, getRowId: keyOf });
  const sortOf = ({ id, sortName }: Column<Item>): ColumnSort | undefined => {
    if (sort && sortName) return sortByApi(sort, sortName);
    const column = table.getColumn(id);
    return column?.getCanSort() ? { sorted: column.getIsSorted(), onSort: () => column.toggleSorting() } : undefined;
  };
  return { shown: table.getRowModel().rows, sortOf };
}

function definitionOf<Item extends object>({ id, header, sortValue }: Column<Item>): ColumnDef<typeof features, Item> {
  const isSorted = sortValue !== undefined;
  return { id, header, accessorFn: (item) => sortValue?.(item), enableSorting: isSorted, ...(isSorted ? { sortFn: bySortValue } : {}) };
}

/** The first press asks for the column's own order, the second for the other way round, the third for the list's own. */
function sortByApi({ value, onChange }: TableSort, first: string): ColumnSort {
  const second = first.startsWith('-') ? first.slice(1) : `-${first}`;
  const isSorted = value === first || value === second;
  return {
    sorted: isSorted && (value.startsWith('-') ? 'desc' : 'asc'),
    onSort: () => onChange(value === first ? second : value === second ? undefined : first),
  };
}
