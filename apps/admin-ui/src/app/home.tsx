import { Navigate } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import { useMessages } from '../i18n/index.js';
import { accountPath } from '../routing/index.js';
import { EmptyState, Page, SkeletonLines } from '../ui/index.js';
import { useCurrentAccount } from './current-account.js';
import { navigation } from './features.js';
import { appMessages } from './messages/index.js';

/** Leads on to an account: after signing in one is always selected, where there is one. */
export function Home() {
  const t = useMessages(appMessages);
  const account = useCurrentAccount();
  const first = navigation.find(({ area }) => area === 'account');
  if (account === undefined) return <SkeletonLines label={t('starting')} />;
  if (account !== null && first) return <Navigate to={accountPath(account, first.path)} replace />;
  return (
    <Page title={t('noAccountTitle')}>
      <EmptyState icon={Building2}>{t('noAccountText')}</EmptyState>
    </Page>
  );
}
