import type { AdminAgentDetail } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import type { Tagged } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Card, EmptyState, QueryView } from '../../ui/index.js';
import { diffQuery } from './agent-calls.js';
import { agentsMessages } from './messages/index.js';

/** What publishing would change, field by field. */
export function DraftChanges({ tagged: { value: agent, etag } }: { readonly tagged: Tagged<AdminAgentDetail> }) {
  const t = useMessages(agentsMessages);
  const diff = useQuery({ ...diffQuery(useAccountSlug(), agent.id, etag), enabled: agent.version > 0 });
  if (agent.version === 0)
    return (
      <EmptyState icon={GitCompareArrows} title={t('neverPublished')}>
        {t('neverPublishedText')}
      </EmptyState>
    );
  return (
    <QueryView query={diff}>
      {({ changes }) =>
        changes.length === 0 ? (
          <EmptyState icon={GitCompareArrows} title={t('noChanges')}>
            {t('noChangesText')}
          </EmptyState>
        ) : (
          <div className="stack">
            {changes.map(({ field, from, to }) => (
              <Card key={field} title={field}>
                <div className="agents-diff">
                  <del>{textOf(from)}</del>
                  <ins>{textOf(to)}</ins>
                </div>
              </Card>
            ))}
          </div>
        )
      }
    </QueryView>
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '–' : JSON.stringify(value, null, 2);
}
