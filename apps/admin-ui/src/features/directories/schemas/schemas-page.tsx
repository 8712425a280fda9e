import type { AccountSchemaSummary } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { useFormat, useMessages } from '../../../i18n/index.js';
import { AccountLink, accountPath, useAccountSlug } from '../../../routing/index.js';
import { Badge, DataTable, Page, QueryView, type Column } from '../../../ui/index.js';
import { accountSchemasQuery } from '../directory-queries.js';
import { directoriesMessages } from '../messages/index.js';

/** The kinds of directories that there are: what an entry of each looks like, and what this account has laid over it. */
export default function SchemasPage() {
  const t = useMessages(directoriesMessages);
  const format = useFormat();
  const account = useAccountSlug();
  const schemas = useQuery(accountSchemasQuery(account));
  const columns: Column<AccountSchemaSummary>[] = [
    {
      id: 'title',
      header: t('schema'),
      primary: true,
      width: '1.4fr',
      cell: ({ entry_type: type, title, deprecated_at: deprecated }) => (
        <>
          <AccountLink path={`directory-schemas/${type}`} className="row-link">
            {title}
          </AccountLink>{' '}
          {deprecated && <Badge tone="warn">{t('deprecated')}</Badge>}
        </>
      ),
      sortValue: ({ title }) => title,
    },
    { id: 'description', header: t('purpose'), width: '2.5fr', cell: ({ description }) => description },
    { id: 'version', header: t('version'), width: '80px', align: 'end', cell: ({ latest_version: version }) => version },
    {
      id: 'overlay',
      header: t('overlay'),
      width: '110px',
      cell: ({ overlay_version: version }) => version !== null && <Badge tone="accent">{t('overlayVersion', { version })}</Badge>,
    },
    {
      id: 'lists',
      header: t('lists'),
      width: '80px',
      align: 'end',
      cell: ({ lists }) => format.number(lists),
      sortValue: ({ lists }) => lists,
    },
  ];
  return (
    <Page title={t('schemas')} description={t('schemasText')} back={{ to: accountPath(account, 'directories'), label: t('title') }}>
      <QueryView query={schemas}>
        {(rows) => <DataTable label={t('schemas')} columns={columns} rows={rows} keyOf={({ entry_type: type }) => type} linked />}
      </QueryView>
    </Page>
  );
}
