import type { ImportView } from '@salient/contracts/directory-imports';
import { FileSpreadsheet } from 'lucide-react';
import { usePages } from '../../../api/index.js';
import { useFormat, useMessages } from '../../../i18n/index.js';
import { AccountLink, useAccountSlug } from '../../../routing/index.js';
import { DataTable, EmptyState, QueryView, type Column } from '../../../ui/index.js';
import { paths } from '../directory-queries.js';
import { directoriesMessages } from '../messages/index.js';
import { ImportStatus } from './import-status.js';

/** The imports into a list, the newest first. */
export function Imports({ list }: { readonly list: string }) {
  const t = useMessages(directoriesMessages);
  const format = useFormat();
  const account = useAccountSlug();
  const imports = usePages<ImportView>(['imports', account, list], `${paths.list(account, list)}/imports`);
  const columns: Column<ImportView>[] = [
    {
      id: 'file',
      header: t('file'),
      primary: true,
      width: '2fr',
      cell: ({ id, file_name: name }) => (
        <AccountLink path={`directories/${list}/imports/${id}`} className="row-link">
          {name ?? t('import')}
        </AccountLink>
      ),
    },
    { id: 'status', header: t('status'), cell: ({ status }) => <ImportStatus status={status} /> },
    { id: 'rows', header: t('rows'), align: 'end', cell: ({ rows }) => format.number(rows) },
    { id: 'invalid', header: t('count_invalid'), align: 'end', cell: ({ counts }) => format.number(counts.invalid) },
    { id: 'when', header: t('changedAt'), width: '150px', align: 'end', cell: ({ created_at: at }) => format.relative(at) },
  ];
  return (
    <QueryView query={imports}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState icon={FileSpreadsheet} title={t('noImportsTitle')}>
            {t('noImportsText')}
          </EmptyState>
        ) : (
          <DataTable label={t('importsTab')} columns={columns} rows={rows} keyOf={({ id }) => id} linked paging={imports} />
        )
      }
    </QueryView>
  );
}
