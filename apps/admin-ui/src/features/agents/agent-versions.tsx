import type { AdminAgentDetail, AgentVersion } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import type { Tagged } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Badge, Button, DataTable, EmptyState, ProblemAlert, QueryView, toast, type Column } from '../../ui/index.js';
import { useAgentStep, versionsQuery } from './agent-calls.js';
import { agentsMessages } from './messages/index.js';

interface AgentVersionsProps {
  readonly tagged: Tagged<AdminAgentDetail>;
  readonly mayWrite: boolean;
  /** Whether nothing written into the form waits to be saved. */
  readonly isSaved: boolean;
}

/** Everything that was ever published; each can be had back under a new number. */
export function AgentVersions({ tagged, mayWrite, isSaved }: AgentVersionsProps) {
  const t = useMessages(agentsMessages);
  const format = useFormat();
  const account = useAccountSlug();
  const { id, version: current } = tagged.value;
  const versions = useQuery(versionsQuery(account, id));
  const step = useAgentStep(account, tagged);
  const rollBack = (version: number) =>
    step.mutate({ kind: 'rollback', version }, { onSuccess: () => toast({ text: t('isRolledBack', { version }) }) });
  const columns: Column<AgentVersion>[] = [
    {
      id: 'version',
      header: t('version'),
      primary: true,
      cell: ({ version }) => (
        <span className="row">
          <strong>{t('versionNumber', { version })}</strong>
          {version === current && <Badge tone="good">{t('current')}</Badge>}
        </span>
      ),
    },
    { id: 'when', header: t('publishedAt'), width: '1.5fr', cell: (one) => format.dateTime(one.published_at) },
    {
      id: 'restores',
      header: t('restores'),
      cell: ({ restores }) => (restores === null ? '–' : t('versionNumber', { version: restores })),
    },
    {
      id: 'actions',
      header: '',
      actions: true,
      cell: ({ version }) =>
        mayWrite &&
        version !== current && (
          <Button
            size="small"
            disabled={!isSaved}
            title={isSaved ? undefined : t('saveFirst')}
            busy={step.isPending}
            onClick={() => rollBack(version)}
          >
            {t('rollBack', { version })}
          </Button>
        ),
    },
  ];
  return (
    <div className="stack">
      {step.error && <ProblemAlert problem={step.error} />}
      <QueryView query={versions}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={History} title={t('neverPublished')}>
              {t('neverPublishedText')}
            </EmptyState>
          ) : (
            <DataTable label={t('versions')} columns={columns} rows={rows} keyOf={({ version }) => String(version)} />
          )
        }
      </QueryView>
    </div>
  );
}
