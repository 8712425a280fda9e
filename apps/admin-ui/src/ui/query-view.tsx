import type { ReactNode } from 'react';
import { useMessages } from '../i18n/index.js';
import { uiMessages } from './messages/index.js';
import { SkeletonLines } from './page.js';
import { ProblemAlert } from './problem-alert.js';

interface QueryViewProps<Data> {
  readonly query: { readonly data: Data | undefined; readonly error: Error | null; readonly refetch: () => unknown };
  /** In place of the usual skeleton. */
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** What a query has, or how it is doing: a skeleton while it is on its way, the problem with a way to try again. */
export function QueryView<Data>({ query: { data, error, refetch }, skeleton, children }: QueryViewProps<Data>) {
  const t = useMessages(uiMessages);
  if (data !== undefined) return children(data);
  if (error) return <ProblemAlert problem={error} onRetry={() => void refetch()} />;
  return skeleton ?? <SkeletonLines label={t('loading')} />;
}
