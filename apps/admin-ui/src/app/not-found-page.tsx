import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useMessages } from '../i18n/index.js';
import { buttonClass, EmptyState, Page } from '../ui/index.js';
import { appMessages } from './messages/index.js';

export function NotFoundPage() {
  const t = useMessages(appMessages);
  return (
    <Page title={t('notFoundTitle')}>
      <EmptyState
        icon={Compass}
        action={
          <Link to="/" className={buttonClass({ variant: 'primary' })}>
            {t('goHome')}
          </Link>
        }
      >
        {t('notFoundText')}
      </EmptyState>
    </Page>
  );
}
