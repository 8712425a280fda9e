import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMessages } from '../../i18n/index.js';
import { uiMessages } from '../messages/index.js';
import type { Column } from './column.js';
import type { ColumnSort } from './sorting.js';

const directions = { asc: 'ascending', desc: 'descending', false: 'none' } as const;

export function HeaderCell<Item>({ column, sort }: { readonly column: Column<Item>; readonly sort: ColumnSort | undefined }) {
  const t = useMessages(uiMessages);
  const className = `table-cell${column.align === 'end' ? ' table-cell-end' : ''}`;
  if (column.actions)
    return (
      <div role="columnheader" className={className}>
        <span className="visually-hidden">{t('actions')}</span>
      </div>
    );
  return (
    <div role="columnheader" className={className} aria-sort={sort && directions[String(sort.sorted) as keyof typeof directions]}>
      {sort ? (
        <button type="button" className="table-sort" onClick={sort.onSort}>
          {column.header}
          {sort.sorted === 'asc' && <ArrowUp size={12} aria-hidden="true" />}
          {sort.sorted === 'desc' && <ArrowDown size={12} aria-hidden="true" />}
        </button>
      ) : (
        column.header
      )}
    </div>
  );
}
