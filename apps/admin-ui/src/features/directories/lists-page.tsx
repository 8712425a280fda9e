import type { DirectoryListView } from '@salient/contracts/directory';
import { BookOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay, usePages } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { AccountLink, useAccountSlug } from '../../routing/index.js';
import { Button, buttonClass, EmptyState, Page, QueryView } from '../../ui/index.js';
import { CreateListDialog } from './create-list-dialog.js';
import { paths } from './directory-queries.js';
import './directories.css';
import { directoriesMessages } from './messages/index.js';

/** The account's directories: what its agents answer from. */
export default function ListsPage() {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const mayWrite = useMay(account, 'editor');
  const [isCreating, setCreating] = useState(false);
  const lists = usePages<DirectoryListView>(['directory-lists', account], paths.lists(account));
  const create = mayWrite && (
    <Button variant="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('createList')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <>
          <AccountLink path="directory-schemas" className={buttonClass()}>
            {t('schemas')}
          </AccountLink>
          {create}
        </>
      }
    >
      <QueryView query={lists}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={BookOpen} title={t('noListsTitle')} action={create}>
              {t('noListsText')}
            </EmptyState>
          ) : (
            <ul className="grid-cards lists">
              {rows.map((list) => (
                <ListCard key={list.id} list={list} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {lists.more && <Button onClick={lists.more}>{t('more')}</Button>}
      {isCreating && <CreateListDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}

function ListCard({ list: { slug, name, description, entry_type: type, entries, updated_at: at } }: { readonly list: DirectoryListView }) {
  const t = useMessages(directoriesMessages);
  const format = useFormat();
  return (
    <li className="card list-card stack-tight">
      <h2>
        <AccountLink path={`directories/${slug}`} className="row-link">
          {name}
        </AccountLink>
      </h2>
      {description && <p className="quiet">{description}</p>}
      <p className="small quiet">
        {t.count('entries', entries)} · {type} · {t('changed', { time: format.relative(at) })}
      </p>
    </li>
  );
}
