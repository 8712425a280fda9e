import { useQuery } from '@tanstack/react-query';
import { Plus, Upload } from 'lucide-react';
import { useMay } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { AccountLink, accountPath, useAccountSlug, useParameter, useSearchValues } from '../../routing/index.js';
import { buttonClass, DownloadButton, Page, QueryView, Tabs } from '../../ui/index.js';
import { listQuery, paths } from './directory-queries.js';
import { Entries } from './entries.js';
import { Imports } from './imports/imports.js';
import { ListSettings } from './list-settings.js';
import './directories.css';
import { directoriesMessages } from './messages/index.js';

/** One list: its entries, the imports into it, and what it is. */
export default function ListPage() {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const slug = useParameter('list');
  const mayWrite = useMay(account, 'editor');
  const list = useQuery(listQuery(account, slug));
  const [{ tab }, setSearch] = useSearchValues();
  return (
    <Page
      title={list.data?.value.name ?? slug}
      description={list.data?.value.description}
      back={{ to: accountPath(account, 'directories'), label: t('title') }}
      actions={
        <>
          <DownloadButton path={`${paths.list(account, slug)}/entries.csv`} fileName={`${slug}.csv`}>
            {t('exportCsv')}
          </DownloadButton>
          {mayWrite && (
            <>
              <AccountLink path={`directories/${slug}/import`} className={buttonClass()}>
                <Upload size={16} aria-hidden="true" /> {t('importCsv')}
              </AccountLink>
              <AccountLink path={`directories/${slug}/entries/new`} className={buttonClass({ variant: 'primary' })}>
                <Plus size={16} aria-hidden="true" /> {t('newEntry')}
              </AccountLink>
            </>
          )}
        </>
      }
    >
      <QueryView query={list}>
        {(tagged) => (
          <Tabs
            label={tagged.value.name}
            value={tab === 'imports' || tab === 'settings' ? tab : 'entries'}
            onChange={(next) => setSearch({ tab: next === 'entries' ? undefined : next })}
            tabs={[
              { value: 'entries', label: t('entriesTab'), content: <Entries list={tagged.value} /> },
              { value: 'imports', label: t('importsTab'), content: <Imports list={slug} /> },
              { value: 'settings', label: t('settingsTab'), content: <ListSettings key={tagged.etag} list={tagged} mayWrite={mayWrite} /> },
            ]}
          />
        )}
      </QueryView>
    </Page>
  );
}
