import type { TenantMove } from '@salient/contracts/admin';
import { Link } from '@tanstack/react-router';
import { Truck } from 'lucide-react';
import { usePages } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { DataTable, EmptyState, QueryView, type Column } from '../../ui/index.js';
import { fleetMessages } from './messages/index.js';
import { MoveStatus } from './move-status.js';

/** Accounts that were moved to another server, or are on their way. */
export function Moves() {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  const moves = usePages<TenantMove>(['tenant-moves'], '/tenant-moves');
  const columns: Column<TenantMove>[] = [
    {
      id: 'account',
      header: t('account'),
      primary: true,
      width: '1.6fr',
      cell: ({ id, account }) => (
        <Link to={`/platform/fleet/moves/${id}`} className="row-link">
          {account}
        </Link>
      ),
    },
    { id: 'status', header: t('state'), cell: ({ status }) => <MoveStatus status={status} /> },
    { id: 'servers', header: t('way'), width: '2fr', cell: ({ from_server: from, to_server: to }) => `${from} → ${to}` },
    { id: 'started', header: t('started'), width: '190px', align: 'end', cell: ({ created_at: at }) => format.dateTime(at) },
  ];
  return (
    <QueryView query={moves}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState icon={Truck} title={t('noMovesTitle')}>
            {t('noMovesText')}
          </EmptyState>
        ) : (
          <DataTable label={t('moves')} columns={columns} rows={rows} keyOf={({ id }) => id} linked paging={moves} />
        )
      }
    </QueryView>
  );
}
