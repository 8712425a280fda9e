import type { Role } from '@salient/contracts/admin';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMay } from '../api/index.js';
import { useMessages } from '../i18n/index.js';
import { useAccountSlug } from '../routing/index.js';
import { EmptyState, Page } from '../ui/index.js';
import { appMessages } from './messages/index.js';

/** In place of a page that takes another role: a link may lead there, and would end in a refusal. */
export function RoleGate({ role, children }: { readonly role: Role; readonly children: ReactNode }) {
  const t = useMessages(appMessages);
  if (useMay(useAccountSlug(), role)) return children;
  return (
    <Page title={t('otherRoleTitle')}>
      <EmptyState icon={Lock}>{t('otherRoleText')}</EmptyState>
    </Page>
  );
}
