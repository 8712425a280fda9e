import type { ErrorComponentProps } from '@tanstack/react-router';
import { useMessages } from '../i18n/index.js';
import { Button, Page, ProblemAlert } from '../ui/index.js';
import { appMessages } from './messages/index.js';

/** In place of a page that broke. */
export function FaultPage({ error, reset }: ErrorComponentProps) {
  const t = useMessages(appMessages);
  return (
    <Page title={t('faultTitle')}>
      <ProblemAlert problem={error as Error} onRetry={reset} />
      <div>
        <Button onClick={() => location.reload()}>{t('reload')}</Button>
      </div>
    </Page>
  );
}
