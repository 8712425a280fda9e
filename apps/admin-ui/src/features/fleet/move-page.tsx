import type { TenantMove } from '@salient/contracts/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleStop } from 'lucide-react';
import { useEffect } from 'react';
import { api } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { useParameter } from '../../routing/index.js';
import { Button, Card, Facts, Notice, Page, ProblemAlert, QueryView } from '../../ui/index.js';
import { fleetMessages } from './messages/index.js';
import { MoveStatus } from './move-status.js';
import { watchProgress } from './watch-progress.js';

/** One account on its way to another server: how far it is, live, and what came of it. */
export default function MovePage() {
  const t = useMessages(fleetMessages);
  const id = useParameter('move');
  const client = useQueryClient();
  const queryKey = ['tenant-move', id];
  const move = useQuery({ queryKey, queryFn: ({ signal }) => api.get<TenantMove>(`/tenant-moves/${id}`, {}, signal) });
  useEffect(() => {
    const left = new AbortController();
    void watchProgress<TenantMove>(`/tenant-moves/${id}/events`, left.signal, (progress) => {
      client.setQueryData(['tenant-move', id], progress);
      if (progress.finished_at === null) return;
      for (const key of ['tenants', 'tenant-moves']) void client.invalidateQueries({ queryKey: [key] });
    });
    return () => left.abort();
  }, [id, client]);
  const cancel = useMutation({
    mutationFn: () => api.send<TenantMove>('POST', `/tenant-moves/${id}/cancel`),
    onSuccess: ({ value }) => client.setQueryData(queryKey, value),
  });
  return (
    <Page
      title={move.data ? t('moveOf', { account: move.data.account }) : t('move')}
      back={{ to: '/platform/fleet?tab=moves', label: t('moves') }}
      status={move.data && <MoveStatus status={move.data.status} />}
      actions={
        move.data &&
        mayBeCancelled(move.data) && (
          <Button icon={CircleStop} busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('giveUp')}
          </Button>
        )
      }
    >
      {cancel.error && <ProblemAlert problem={cancel.error} />}
      <QueryView query={move}>{(data) => <Progress move={data} />}</QueryView>
    </Page>
  );
}

/** Up to the cut-over, and once. */
function mayBeCancelled({ status, step, cancel_requested_at: asked }: TenantMove): boolean {
  return status === 'running' && asked === null && step !== 'settling' && step !== 'undoing';
}

function Progress({ move }: { readonly move: TenantMove }) {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  const { status, step, rows_total: total, rows_copied: copied, rows_caught_up: caughtUp, paused_ms: pausedMs } = move;
  const rows = total === null ? '–' : t('rowsOf', { copied: format.number(copied), total: format.number(total) });
  return (
    <Card title={t('progress')}>
      <div className="stack">
        {status === 'running' && <progress className="progress" aria-label={t('progress')} max={total || 1} value={barOf(move)} />}
        <p aria-live="polite">{t(sayingOf(move), { from: move.from_server, to: move.to_server })}</p>
        {move.error && (
          <Notice tone="warn" title={t('moveError')}>
            {move.error}
          </Notice>
        )}
        <Facts
          facts={[
            [t('way'), `${move.from_server} → ${move.to_server}`],
            [t('step'), t(`step_${step}`)],
            [t('rows'), rows],
            [t('caughtUp'), format.number(caughtUp)],
            ...(pausedMs === null ? [] : [[t('waited'), format.duration(pausedMs)] as const]),
            ...(move.keep_until && !move.former_dropped_at ? [[t('keptUntil'), format.dateTime(move.keep_until)] as const] : []),
            ...(move.former_dropped_at ? [[t('formerDropped'), format.dateTime(move.former_dropped_at)] as const] : []),
            [t('started'), format.dateTime(move.created_at)],
            [t('startedBy'), move.started_by],
            ...(move.finished_at ? [[t('finished'), format.dateTime(move.finished_at)] as const] : []),
          ]}
        />
      </div>
    </Card>
  );
}

/** Rows that are there already; nothing, for a bar that only moves, while none are counted or what is left is not rows. */
function barOf({ step, rows_copied: copied }: TenantMove): number | undefined {
  return step === 'copying' ? copied : undefined;
}

function sayingOf({ status, step, cancel_requested_at: asked }: TenantMove) {
  if (status === 'completed') return 'moveCompleted';
  if (status === 'failed') return 'moveFailed';
  if (status === 'cancelled') return 'moveCancelled';
  if (asked !== null || step === 'undoing') return 'moveUndoing';
  return 'moveRunning';
}
