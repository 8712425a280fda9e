import type { Tenant } from '@salient/contracts/admin';
import { usePages } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { Badge, DataTable, QueryView, type Column } from '../../ui/index.js';
import { fleetMessages } from './messages/index.js';

/** Each account's database: its server, schema, size, connections now, last backup and breaker. */
export function Tenants() {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  const tenants = usePages<Tenant>(['tenants'], '/tenants');
  const columns: Column<Tenant>[] = [
    { id: 'slug', header: t('account'), primary: true, width: '1.6fr', cell: ({ slug }) => <strong>{slug}</strong> },
    { id: 'server', header: t('server'), cell: ({ server }) => server },
    { id: 'state', header: t('state'), width: '1.6fr', cell: (tenant) => <State tenant={tenant} /> },
    {
      id: 'schema',
      header: t('schema'),
      width: '1.4fr',
      cell: ({ schema_version: schema }) => <span className="small">{schema ?? '–'}</span>,
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
  ];
  return (
    <QueryView query={tenants}>
      {(rows) => <DataTable label={t('tenants')} columns={columns} rows={rows} keyOf={({ id }) => id} onEndReached={tenants.more} />}
    </QueryView>
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
