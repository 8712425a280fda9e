import type { AuditRecord } from '@salient/contracts/admin';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { usePages, type Paging, type Query } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { useAccountSlug, useSearchValues } from '../../routing/index.js';
import { Button, DataTable, DownloadButton, EmptyState, Page, QueryView, type Column } from '../../ui/index.js';
import { AuditFilter } from './audit-filter.js';
import { AuditRecordDialog } from './audit-record-dialog.js';
import { auditMessages } from './messages/index.js';

/** What was done in the account, by whom. Nobody changes it. */
export default function AuditPage() {
  const t = useMessages(auditMessages);
  const account = useAccountSlug();
  const [{ actor, action, target }, setSearch] = useSearchValues();
  const [shown, setShown] = useState<AuditRecord | null>(null);
  const query: Query = { actor, action, target };
  const records = usePages<AuditRecord>(['audit', account], `/accounts/${account}/audit`, query);
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <DownloadButton path={`/accounts/${account}/audit/export`} fileName={`${account}-audit.jsonl`} query={query}>
          {t('export')}
        </DownloadButton>
      }
    >
      <AuditFilter key={`${actor} ${action} ${target}`} values={{ actor, action, target }} onChange={setSearch} />
      <QueryView query={records}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={ScrollText} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <AuditTable rows={rows} onOpen={setShown} paging={records} />
          )
        }
      </QueryView>
      {shown && <AuditRecordDialog record={shown} onClose={() => setShown(null)} />}
    </Page>
  );
}

interface AuditTableProps {
  readonly rows: readonly AuditRecord[];
  readonly onOpen: (record: AuditRecord) => void;
  readonly paging: Paging;
}

function AuditTable({ rows, onOpen, paging }: AuditTableProps) {
  const t = useMessages(auditMessages);
  const format = useFormat();
  const columns: Column<AuditRecord>[] = [
    { id: 'action', header: t('action'), primary: true, width: '1.4fr', cell: ({ action }) => <code>{action}</code> },
    { id: 'actor', header: t('actor'), width: '1.4fr', cell: ({ actor }) => actor.name ?? t(actor.kind) },
    {
      id: 'target',
      header: t('target'),
      width: '1.4fr',
      cell: ({ target: { kind, id } }) => (
        <div>
          <div>{kind}</div>
          <div className="truncate small quiet" title={id}>
            {id}
          </div>
        </div>
      ),
    },
    {
      id: 'time',
      header: t('time'),
      width: '190px',
      align: 'end',
      cell: ({ created_at: at }) => <time dateTime={at}>{format.dateTime(at)}</time>,
    },
    {
      id: 'actions',
      header: '',
      width: '90px',
      actions: true,
      cell: (record) => (
        <Button size="small" onClick={() => onOpen(record)} aria-label={t('detailsOf', { action: record.action })}>
          {t('details')}
        </Button>
      ),
    },
  ];
  return <DataTable label={t('title')} columns={columns} rows={rows} keyOf={({ id }) => id} paging={paging} />;
}
