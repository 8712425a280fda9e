import type { Token } from '@salient/contracts/admin';
import { useMessages } from '../../i18n/index.js';
import { Badge } from '../../ui/index.js';
import { tokensMessages } from './messages/index.js';

export function TokenBadge({ token: { status, expires_soon: endsSoon } }: { readonly token: Token }) {
  const t = useMessages(tokensMessages);
  if (endsSoon) return <Badge tone="warn">{t('endsSoon')}</Badge>;
  return <Badge tone={status === 'active' ? 'good' : status === 'revoked' ? 'bad' : 'neutral'}>{t(status)}</Badge>;
}
