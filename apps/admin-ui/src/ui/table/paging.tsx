import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Paging } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { uiMessages } from '../messages/index.js';
import { ProblemAlert } from '../problem-alert.js';

/** What is loaded without being asked for; what failed waits until somebody wants it again. */
export function nextOf({ more, moreError }: Paging): (() => void) | undefined {
  return moreError ? undefined : more;
}

/** Before anything is fetched, so that it is only what is looked at. */
export function useInSight(paging: Paging | undefined, first: number, last: number): void {
  const onInSight = paging?.onInSight;
  useLayoutEffect(() => onInSight?.({ first, last }), [onInSight, first, last]);
}

/** The end of rows that are all in the document: loads the next page when it comes into sight. */
export function PlainEnd({ rows, paging }: { readonly rows: number; readonly paging: Paging }) {
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
export function NextPage({ paging: { more, isLoadingMore, moreError } }: { readonly paging: Paging }) {
  const t = useMessages(uiMessages);
  if (isLoadingMore)
    return (
      <div className="table-more" role="status" aria-label={t('loading')}>
        <span className="spinner" aria-hidden="true" />
      </div>
    );
  return moreError && <ProblemAlert problem={moreError} onRetry={more} />;
}
