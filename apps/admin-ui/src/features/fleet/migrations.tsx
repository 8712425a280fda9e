import type { FleetMigration } from '@salient/contracts/admin';
import { Link } from '@tanstack/react-router';
import { DatabaseZap, Play } from 'lucide-react';
import { useState } from 'react';
import { usePages } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { Button, DataTable, EmptyState, QueryView, type Column } from '../../ui/index.js';
import { fleetMessages } from './messages/index.js';
import { MigrationStatus } from './migration-status.js';
import { StartMigrationDialog } from './start-migration-dialog.js';

export function Migrations() {
  const t = useMessages(fleetMessages);
  const format = useFormat();
  const [isStarting, setStarting] = useState(false);
  const migrations = usePages<FleetMigration>(['fleet-migrations'], '/fleet-migrations');
  const columns: Column<FleetMigration>[] = [
    {
      id: 'target',
      header: t('target'),
      primary: true,
      width: '2fr',
      cell: ({ id, target }) => (
        <Link to={`/platform/fleet/migrations/${id}`} className="row-link">
          {target}
        </Link>
      ),
    },
    { id: 'status', header: t('state'), cell: ({ status }) => <MigrationStatus status={status} /> },
    { id: 'done', header: t('doneTenants'), align: 'end', cell: ({ done, total }) => `${format.number(done)} / ${total ?? '?'}` },
    { id: 'failed', header: t('failedTenants'), align: 'end', cell: ({ failed }) => format.number(failed) },
    { id: 'started', header: t('started'), width: '190px', align: 'end', cell: ({ created_at: at }) => format.dateTime(at) },
  ];
  const start = (
    <Button variant="primary" icon={Play} onClick={() => setStarting(true)}>
      {t('start')}
    </Button>
  );
  return (
    <div className="stack">
      <QueryView query={migrations}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={DatabaseZap} title={t('noMigrationsTitle')} action={start}>
              {t('noMigrationsText')}
            </EmptyState>
          ) : (
            <>
              <div className="row">{start}</div>
              <DataTable label={t('migrations')} columns={columns} rows={rows} keyOf={({ id }) => id} linked paging={migrations} />
            </>
          )
        }
      </QueryView>
      {isStarting && <StartMigrationDialog onClose={() => setStarting(false)} />}
    </div>
  );
}
