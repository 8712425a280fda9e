import type { SignInSessionView } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { api, session, usePages } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { Badge, Button, Card, DataTable, ProblemAlert, QueryView, settleToasts, type Column } from '../../ui/index.js';
import { deviceName } from './device-name.js';
import { profileMessages } from './messages/index.js';

/** Where somebody is signed in, and the way out of each; of all at once for whoever has lost a device. */
export function SessionsCard() {
  const t = useMessages(profileMessages);
  const sessions = usePages<SignInSessionView>(['sign-in-sessions'], '/auth/sessions');
  const leave = useMutation({
    mutationFn: async () => {
      await settleToasts();
      await api.send('POST', '/auth/logout-everywhere');
    },
    onSuccess: () => session.leave(),
  });
  return (
    <Card title={t('sessions')}>
      <div className="stack">
        <QueryView query={sessions}>{(rows) => rows.length > 0 && <SessionTable rows={rows} />}</QueryView>
        {sessions.more && (
          <div>
            <Button onClick={sessions.more}>{t('more')}</Button>
          </div>
        )}
        <p className="quiet">{t('sessionsText')}</p>
        {leave.error && <ProblemAlert problem={leave.error} />}
        <div>
          <Button icon={LogOut} busy={leave.isPending} onClick={() => leave.mutate()}>
            {t('signOutEverywhere')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function SessionTable({ rows }: { readonly rows: readonly SignInSessionView[] }) {
  const t = useMessages(profileMessages);
  const format = useFormat();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: ({ id }: SignInSessionView) => api.send('DELETE', `/auth/sessions/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['sign-in-sessions'] }),
  });
  const columns: Column<SignInSessionView>[] = [
    {
      id: 'device',
      header: t('device'),
      primary: true,
      width: '2fr',
      cell: ({ user_agent: agent, current }) => (
        <div className="row" title={agent ?? undefined}>
          <strong>{deviceName(agent) ?? t('unknownDevice')}</strong>
          {current && <Badge tone="accent">{t('thisSession')}</Badge>}
        </div>
      ),
    },
    { id: 'address', header: t('address'), width: '1.4fr', cell: ({ address }) => address && <code>{address}</code> },
    {
      id: 'used',
      header: t('lastUsed'),
      width: '150px',
      cell: ({ last_used_at: at }) => <time dateTime={at}>{format.relative(at)}</time>,
    },
    {
      id: 'actions',
      header: '',
      width: '110px',
      actions: true,
      cell: (row) =>
        !row.current && (
          <Button
            size="small"
            busy={end.isPending && end.variables.id === row.id}
            onClick={() => end.mutate(row)}
            aria-label={t('signOutOf', { device: deviceName(row.user_agent) ?? t('unknownDevice') })}
          >
            {t('signOut')}
          </Button>
        ),
    },
  ];
  return (
    <>
      {end.error && <ProblemAlert problem={end.error} />}
      <DataTable label={t('sessions')} columns={columns} rows={rows} keyOf={({ id }) => id} />
    </>
  );
}
