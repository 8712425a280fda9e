import type { FleetMigrationDetail } from '@salient/contracts/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import { useEffect } from 'react';
import { api } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { useParameter } from '../../routing/index.js';
import { Button, Card, DataTable, Facts, Page, ProblemAlert, QueryView, type Column } from '../../ui/index.js';
import { fleetMessages } from './messages/index.js';
import { MigrationStatus } from './migration-status.js';
import { watchProgress } from './watch-progress.js';

/** One fleet migration as it goes on: its progress live, and the accounts that it has been to. */
export default function MigrationPage() {
  const t = useMessages(fleetMessages);
  const id = useParameter('migration');
  const client = useQueryClient();
  const migration = useQuery({
    queryKey: ['fleet-migration', id],
    queryFn: ({ signal }) => api.get<FleetMigrationDetail>(`/fleet-migrations/${id}`, {}, signal),
  });
  const refresh = () => client.invalidateQueries({ queryKey: ['fleet-migration', id] });
  useEffect(() => {
    const left = new AbortController();
    void watchProgress(
      `/fleet-migrations/${id}/events`,
      left.signal,
      () => void client.invalidateQueries({ queryKey: ['fleet-migration', id] }),
    );
    return () => left.abort();
  }, [id, client]);
  const steer = useMutation({
    mutationFn: (step: 'pause' | 'resume') => api.send('POST', `/fleet-migrations/${id}/${step}`),
    onSettled: refresh,
  });
  const status = migration.data?.status;
  return (
    <Page
      title={migration.data?.target ?? t('migration')}
      back={{ to: '/platform/fleet?tab=migrations', label: t('migrations') }}
      status={status && <MigrationStatus status={status} />}
      actions={
        <>
          {status === 'running' && (
            <Button icon={Pause} busy={steer.isPending} onClick={() => steer.mutate('pause')}>
              {t('pause')}
            </Button>
          )}
          {status === 'paused' && (
            <Button icon={Play} busy={steer.isPending} onClick={() => steer.mutate('resume')}>
              {t('resume')}
            </Button>
          )}
        </>
      }
    >
      {steer.error && <ProblemAlert problem={steer.error} />}
      <QueryView query={migration}>
        {(data) => (
          <>
            <Progress migration={data} />
            <MigratedTenants migration={data} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Progress({ migration }: { readonly migration: FleetMigrationDetail }) {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  const { done, failed, total, seconds_left: left, canaries, concurrency, started_by: by, created_at: at, error } = migration;
  return (
    <Card title={t('progress')}>
      <div className="stack">
        <progress className="progress" aria-label={t('progress')} max={total ?? 1} value={total === null ? undefined : done + failed} />
        <p aria-live="polite">
          {total === null ? t('counting') : t('progressText', { done: format.number(done), total: format.number(total) })}
          {failed > 0 && ` · ${t.count('failures', failed)}`}
          {left !== null && ` · ${t('left', { time: format.duration(left * 1_000) })}`}
        </p>
        <Facts
          facts={[
            [t('canaries'), format.number(canaries)],
            [t('concurrency'), format.number(concurrency)],
            [t('started'), format.dateTime(at)],
            [t('startedBy'), by],
            ...(error ? [[t('error'), error] as const] : []),
          ]}
        />
      </div>
    </Card>
  );
}

type MigratedTenant = FleetMigrationDetail['tenants'][number];

function MigratedTenants({ migration: { tenants } }: { readonly migration: FleetMigrationDetail }) {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  const columns: Column<MigratedTenant>[] = [
    { id: 'slug', header: t('account'), primary: true, cell: ({ slug }) => <strong>{slug}</strong> },
    { id: 'result', header: t('result'), width: '3fr', cell: ({ error, migrations }) => error ?? t.count('applied', migrations.length) },
    { id: 'when', header: t('finished'), width: '190px', align: 'end', cell: ({ finished_at: at }) => format.dateTime(at) },
  ];
  if (tenants.length === 0) return null;
  return <DataTable label={t('tenants')} columns={columns} rows={tenants} keyOf={({ id }) => id} />;
}
