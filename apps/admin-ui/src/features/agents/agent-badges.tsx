import type { AdminAgent } from '@salient/contracts/admin';
import { useMessages } from '../../i18n/index.js';
import { Badge } from '../../ui/index.js';
import { agentsMessages } from './messages/index.js';

export function AgentBadges({ agent: { status, has_draft: hasDraft } }: { readonly agent: AdminAgent }) {
  const t = useMessages(agentsMessages);
  return (
    <span className="row">
      {status === 'published' ? <Badge tone="good">{t('published')}</Badge> : <Badge>{t('unpublished')}</Badge>}
      {hasDraft && status === 'published' && <Badge tone="accent">{t('draftWaits')}</Badge>}
    </span>
  );
}
