import type { Tenant } from '@salient/contracts/admin';
import { Truck } from 'lucide-react';
import { useState } from 'react';
import { usePages } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { Badge, DataTable, IconButton, QueryView, type Column } from '../../ui/index.js';
import { fleetMessages } from './messages/index.js';
import { MoveDialog } from './move-dialog.js';

/** In these states an account can go to another server. */
const movable: readonly Tenant['status'][] = ['active', 'suspended'];

/** Each account's database: its server, schema, size, connections now, last backup and breaker. */
export function Tenants() {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  const [moving, setMoving] = useState<Tenant | null>(null);
  const tenants = usePages<Tenant>(['tenants'], '/tenants');
  const columns: Column<Tenant>[] = [
    { id: 'slug', header: t('account'), primary: true, width: '1.6fr', cell: ({ slug }) => <strong>{slug}</strong> },
    { id: 'server', header: t('server'), cell: ({ server }) => server },
    { id: 'state', header: t('state'), width: '1.6fr', cell: (tenant) => <State tenant={tenant} /> },
    {
      id: 'schema',
      header: t('schema'),
      width: '1.4fr',
      cell: ({ schema_version: schema }) => (
        <div className="truncate small" title={schema ?? undefined}>
          {schema ?? '–'}
        </div>
      ),
    },
    {
      id: 'size',
      header: t('size'),
      width: '100px',
      align: 'end',
      cell: ({ size_bytes: size }) => (size === null ? '–' : format.bytes(size)),
    },
    {
      id: 'connections',
      header: t('connections'),
      width: '110px',
      align: 'end',
      cell: ({ connections }) => (connections === null ? '–' : format.number(connections)),
    },
    {
      id: 'backup',
      header: t('lastBackup'),
      width: '130px',
      align: 'end',
      cell: ({ last_backup_at: at }) => (at === null ? t('never') : <time dateTime={at}>{format.relative(at)}</time>),
    },
    {
      id: 'actions',
      header: '',
      width: '52px',
      actions: true,
      cell: (tenant) =>
        movable.includes(tenant.status) && (
          <IconButton icon={Truck} label={t('moveOf', { account: tenant.slug })} onClick={() => setMoving(tenant)} />
        ),
    },
  ];
  return (
    <>
      <QueryView query={tenants}>
        {(rows) => <DataTable label={t('tenants')} columns={columns} rows={rows} keyOf={({ id }) => id} paging={tenants} />}
      </QueryView>
      {moving && <MoveDialog tenant={moving} onClose={() => setMoving(null)} />}
    </>
  );
}

function State({ tenant: { status, breaker, migration_error: error } }: { readonly tenant: Tenant }) {
  const t = useMessages(fleetMessages);
  return (
    <div className="row">
      <Badge tone={status === 'active' ? 'good' : 'warn'}>{t(status)}</Badge>
      {breaker === 'open' && <Badge tone="bad">{t('unreachable')}</Badge>}
      {error && (
        <span title={error}>
          <Badge tone="bad">{t('migrationFailed')}</Badge>
        </span>
      )}
    </div>
  );
}
