import { useMessages } from '../../i18n/index.js';
import { uiMessages } from '../messages/index.js';

export interface TableSelection<Item> {
  readonly isSelected: (item: Item) => boolean;
  readonly onSelect: (items: readonly Item[], isSelected: boolean) => void;
  /** What a row's box says to who hears it. */
  readonly labelOf: (item: Item) => string;
}

export function SelectCell<Item>({ selection, item }: { readonly selection: TableSelection<Item>; readonly item: Item }) {
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
export function SelectAllCell<Item>({ selection, items }: { readonly selection: TableSelection<Item>; readonly items: readonly Item[] }) {
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
