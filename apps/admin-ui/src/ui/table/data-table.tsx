import type { Paging } from '../../api/index.js';
import type { Column, TableSort } from './column.js';
import { HeaderCell } from './header-cell.js';
import { NextPage, PlainEnd } from './paging.js';
import { SelectAllCell, SelectCell, type TableSelection } from './selection.js';
import { useSorting, type ShownRow } from './sorting.js';
import { VirtualRows } from './virtual-rows.js';

/** Rows up to this number are all in the document; of more only those in sight. */
const PLAIN_ROWS_MAX = 100;

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
  /** The API's order, for a list of which only a part is there. */
  readonly sort?: TableSort;
  /** Lets readers mark rows. */
  readonly selection?: TableSelection<Item> | undefined;
}

/** A table that is a list of cards on a phone, and stays quick with a hundred thousand rows. */
export function DataTable<Item extends object>({
  label,
  columns,
  rows,
  keyOf,
  linked = false,
  paging,
  total,
  sort,
  selection,
}: DataTableProps<Item>) {
  const { shown, sortOf } = useSorting(columns, rows, keyOf, sort);
  const isVirtual = shown.length > PLAIN_ROWS_MAX;
  const tracks = columns.map(({ width = '1fr' }) => `minmax(0, ${width})`);
  const template = { gridTemplateColumns: [...(selection ? ['20px'] : []), ...tracks].join(' ') };
  const cells = (row: ShownRow<Item>) => (
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
    <div className="table" role="table" aria-label={label} aria-rowcount={(total ?? shown.length) + 1} aria-busy={paging?.isPassing}>
      <div role="rowgroup">
        <div className="table-row table-head" role="row" aria-rowindex={1} style={template}>
          {selection && <SelectAllCell selection={selection} items={rows} />}
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sort={sortOf(column)} />
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
