import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import type { Paging } from '../../api/index.js';
import { nextOf, useInSight } from './paging.js';
import type { ShownRow } from './sorting.js';

const ROW_PX = 44;
const OVERSCAN = 8;

interface VirtualRowsProps<Item> {
  readonly shown: readonly ShownRow<Item>[];
  readonly cells: (row: ShownRow<Item>) => ReactNode;
  readonly rowClass: string;
  readonly template: CSSProperties;
  readonly paging: Paging | undefined;
}

/** Rows of which only those in sight are in the document. */
export function VirtualRows<Item>({ shown, cells, rowClass, template, paging }: VirtualRowsProps<Item>) {
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
