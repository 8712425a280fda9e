import type { DatabaseServers, MoveAccountRequest, Tenant, TenantMove } from '@salient/contracts/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { FormDialog, Notice, SelectField, SkeletonLines, uiMessages } from '../../ui/index.js';
import { fleetMessages } from './messages/index.js';

/** How long the former database is kept. */
const KEEPS = ['0', '1h', '1d', '7d'] as const;

/** Sends an account to another server, and goes to where one sees it move. */
export function MoveDialog({ tenant, onClose }: { readonly tenant: Tenant; readonly onClose: () => void }) {
  const t = useMessages(fleetMessages);
  const ui = useMessages(uiMessages);
  const client = useQueryClient();
  const navigate = useNavigate();
  const servers = useQuery({
    queryKey: ['database-servers'],
    queryFn: ({ signal }) => api.get<DatabaseServers>('/database-servers', {}, signal),
  });
  const others = servers.data?.data.filter(({ name }) => name !== tenant.server) ?? [];
  const [chosen, setServer] = useState<string | null>(null);
  const [keep, setKeep] = useState<string>('1h');
  // One key for the dialog: pressing twice, or again after a lost answer, makes one move.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const server = chosen ?? (others.find(({ accepts_tenants: isOpen }) => isOpen) ?? others[0])?.name ?? '';
  const move = useMutation({
    mutationFn: () =>
      api.send<TenantMove>('POST', `/accounts/${tenant.id}/move`, {
        body: { server, keep } satisfies MoveAccountRequest,
        idempotencyKey: `${idempotencyKey}-${server}-${keep}`,
      }),
    onSuccess: ({ value }) => {
      void client.invalidateQueries({ queryKey: ['tenant-moves'] });
      void client.invalidateQueries({ queryKey: ['tenants'] });
      void navigate({ to: `/platform/fleet/moves/${value.id}` });
    },
  });
  const isNowhereToGo = servers.isSuccess && others.length === 0;
  return (
    <FormDialog
      title={t('moveOf', { account: tenant.slug })}
      description={t('moveText')}
      onClose={onClose}
      onSubmit={() => move.mutate()}
      problem={move.error ?? servers.error}
      fields={['/server', '/keep']}
      submit={isNowhereToGo ? null : t('move')}
      busy={move.isPending}
      disabled={server === ''}
    >
      {servers.isPending && <SkeletonLines lines={2} label={ui('loading')} />}
      {isNowhereToGo && <Notice title={t('oneServerTitle')}>{t('oneServerText')}</Notice>}
      {others.length > 0 && (
        <>
          <SelectField
            label={t('toServer')}
            hint={t('fromServer', { server: tenant.server })}
            pointer="/server"
            value={server}
            options={others.map(({ name, tenants }) => ({ value: name, label: `${name} · ${t.count('accounts', tenants)}` }))}
            onChange={setServer}
          />
          <SelectField
            label={t('keep')}
            hint={t('keepHint')}
            pointer="/keep"
            value={keep}
            options={KEEPS.map((value) => ({ value, label: t(`keep_${value}`) }))}
            onChange={setKeep}
          />
        </>
      )}
    </FormDialog>
  );
}
