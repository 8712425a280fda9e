import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type ColumnDef, type Row } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, type CSSProperties, type ReactNode } from 'react';
import type { Paging } from '../api/index.js';
import { useMessages } from '../i18n/index.js';
import { uiMessages } from './messages/index.js';
import { ProblemAlert } from './problem-alert.js';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Numbers by size, texts as people order them. */
function bySortValue<Item extends object>(one: Row<typeof features, Item>, other: Row<typeof features, Item>, column: string): number {
  const [first, second] = [one.getValue(column), other.getValue(column)];
  return typeof first === 'number' && typeof second === 'number' ? first - second : collator.compare(String(first), String(second));
}

/** Rows up to this number are all in the document; of more only those in sight. */
const PLAIN_ROWS_MAX = 100;
const ROW_PX = 44;
const OVERSCAN = 8;

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
  /** Holds buttons: needs no label. */
  readonly actions?: boolean;
}

interface DataTableProps<Item> {
  /** What the table lists, for who hears it. */
  readonly label: string;
  readonly columns: readonly Column<Item>[];
  readonly rows: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Rows are whole links: the primary cell holds an anchor of the class `row-link`. */
  readonly linked?: boolean;
  /** How the list goes on: its next page is loaded when the last row comes into sight. */
  readonly paging?: Paging;
  /** Of the whole list, when it is known and more than what is there. */
  readonly total?: number;
  /** Lets readers mark rows. */
  readonly selection?: TableSelection<Item> | undefined;
}

export interface TableSelection<Item> {
  readonly isSelected: (item: Item) => boolean;
  readonly onSelect: (items: readonly Item[], isSelected: boolean) => void;
  /** What a row's box says to who hears it. */
  readonly labelOf: (item: Item) => string;
}

type TableRow<Item> = Row<typeof features, Item & object>;

/** A table that is a list of cards on a phone, and stays quick with a hundred thousand rows. */
export function DataTable<Item extends object>({
  label,
  columns,
  rows,
  keyOf,
  linked = false,
  paging,
  total,
  selection,
}: DataTableProps<Item>) {
  const definitions = useMemo(
    () =>
      columns.map(({ id, header, sortValue }): ColumnDef<typeof features, Item> => {
        const isSorted = sortValue !== undefined;
        return {
          id,
          header,
          accessorFn: (item) => sortValue?.(item),
          enableSorting: isSorted,
          ...(isSorted ? { sortFn: bySortValue } : {}),
        };
      }),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns: definitions, data, getRowId: keyOf });
  const shown = table.getRowModel().rows;
  const isVirtual = shown.length > PLAIN_ROWS_MAX;
  const tracks = columns.map(({ width = '1fr' }) => `minmax(0, ${width})`);
  const template = { gridTemplateColumns: [...(selection ? ['20px'] : []), ...tracks].join(' ') };
  const cells = (row: TableRow<Item>) => (
    <>
      {selection && <SelectCell selection={selection} item={row.original} />}
      {columns.map((column) => (
        <div
          key={column.id}
          role="cell"
          data-label={column.primary || column.actions ? undefined : column.header}
          className={`table-cell${column.align === 'end' ? ' table-cell-end' : ''}${column.primary ? ' table-cell-primary' : ''}`}
        >
          {column.actions ? <div className="table-actions">{column.cell(row.original)}</div> : column.cell(row.original)}
        </div>
      ))}
    </>
  );
  const rowClass = `table-row${linked ? ' table-row-link' : ''}`;
  return (
    <div className="table" role="table" aria-label={label} aria-rowcount={(total ?? shown.length) + 1}>
      <div role="rowgroup">
        <div className="table-row table-head" role="row" aria-rowindex={1} style={template}>
          {selection && <SelectAllCell selection={selection} items={data} />}
          {table.getHeaderGroups()[0]!.headers.map((header, index) => (
            <HeaderCell
              key={header.id}
              column={columns[index]!}
              sorted={header.column.getIsSorted()}
              onSort={header.column.getCanSort() ? () => header.column.toggleSorting() : undefined}
            />
          ))}
        </div>
      </div>
      {isVirtual ? (
        <VirtualRows {...{ shown, cells, rowClass, template, paging }} />
      ) : (
        <div className="table-body" role="rowgroup">
          {shown.map((row, index) => (
            <div key={row.id} role="row" aria-rowindex={index + 2} className={rowClass} style={template}>
              {cells(row)}
            </div>
          ))}
          {paging && <PlainEnd rows={shown.length} paging={paging} />}
        </div>
      )}
      {paging && <NextPage paging={paging} />}
    </div>
  );
}

function SelectCell<Item>({ selection, item }: { readonly selection: TableSelection<Item>; readonly item: Item }) {
  return (
    <div role="cell" className="table-cell table-cell-select">
      <input
        type="checkbox"
        aria-label={selection.labelOf(item)}
        checked={selection.isSelected(item)}
        onChange={({ target }) => selection.onSelect([item], target.checked)}
      />
    </div>
  );
}

/** Marks all rows that are there, or none. */
function SelectAllCell<Item>({ selection, items }: { readonly selection: TableSelection<Item>; readonly items: readonly Item[] }) {
  const t = useMessages(uiMessages);
  const count = items.filter(selection.isSelected).length;
  return (
    <div role="columnheader" className="table-cell table-cell-select">
      <input
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < items.length;
        }}
        type="checkbox"
        aria-label={t('selectShown')}
        checked={count > 0 && count === items.length}
        onChange={({ target }) => selection.onSelect(items, target.checked)}
      />
    </div>
  );
}

interface HeaderCellProps<Item> {
  readonly column: Column<Item>;
  readonly sorted: false | 'asc' | 'desc';
  readonly onSort: (() => void) | undefined;
}

function HeaderCell<Item>({ column, sorted, onSort }: HeaderCellProps<Item>) {
  const t = useMessages(uiMessages);
  const className = `table-cell${column.align === 'end' ? ' table-cell-end' : ''}`;
  const direction = sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none';
  if (column.actions)
    return (
      <div role="columnheader" className={className}>
        <span className="visually-hidden">{t('actions')}</span>
      </div>
    );
  return (
    <div role="columnheader" className={className} aria-sort={onSort ? direction : undefined}>
      {onSort ? (
        <button type="button" className="table-sort" onClick={onSort}>
          {column.header}
          {sorted === 'asc' && <ArrowUp size={12} aria-hidden="true" />}
          {sorted === 'desc' && <ArrowDown size={12} aria-hidden="true" />}
        </button>
      ) : (
        column.header
      )}
    </div>
  );
}

interface VirtualRowsProps<Item> {
  readonly shown: readonly TableRow<Item>[];
  readonly cells: (row: TableRow<Item>) => ReactNode;
  readonly rowClass: string;
  readonly template: CSSProperties;
  readonly paging: Paging | undefined;
}

function VirtualRows<Item>({ shown, cells, rowClass, template, paging }: VirtualRowsProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its values are read in this component alone
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => shown[index]!.id,
    overscan: OVERSCAN,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const loadNext = paging && nextOf(paging);
  useInSight(paging, first, last);
  useEffect(() => {
    if (last >= shown.length - 1) loadNext?.();
  }, [last, shown.length, loadNext]);
  return (
    <div ref={scroller} className="table-scroll" tabIndex={0} role="rowgroup">
      <div className="table-virtual" style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
        {items.map((item) => {
          const row = shown[item.index]!;
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              role="row"
              aria-rowindex={item.index + 2}
              className={rowClass}
              style={{ ...template, position: 'absolute', top: 0, left: 0, right: 0, transform: `translateY(${item.start}px)` }}
            >
              {cells(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What is loaded without being asked for; what failed waits until somebody wants it again. */
function nextOf({ more, moreError }: Paging): (() => void) | undefined {
  return moreError ? undefined : more;
}

/** Before anything is fetched, so that it is only what is looked at. */
function useInSight(paging: Paging | undefined, first: number, last: number): void {
  const onInSight = paging?.onInSight;
  useLayoutEffect(() => onInSight?.({ first, last }), [onInSight, first, last]);
}

/** The end of rows that are all in the document: loads the next page when it comes into sight. */
function PlainEnd({ rows, paging }: { readonly rows: number; readonly paging: Paging }) {
  const mark = useRef<HTMLDivElement>(null);
  const loadNext = nextOf(paging);
  useInSight(paging, 0, rows - 1);
  useEffect(() => {
    if (!loadNext) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadNext(), { rootMargin: '200px' });
    observer.observe(mark.current!);
    return () => observer.disconnect();
  }, [loadNext]);
  return <div ref={mark} role="presentation" />;
}

/** Below the rows: that the next page is on its way, or what keeps it. */
function NextPage({ paging: { more, isLoadingMore, moreError } }: { readonly paging: Paging }) {
  const t = useMessages(uiMessages);
  if (isLoadingMore)
    return (
      <div className="table-more" role="status" aria-label={t('loading')}>
        <span className="spinner" aria-hidden="true" />
      </div>
    );
  return moreError && <ProblemAlert problem={moreError} onRetry={more} />;
}
