import type { DirectoryEntryView } from '@salient/contracts/directory';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useMay, type Tagged } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { accountPath, useAccountSlug, useParameter } from '../../routing/index.js';
import { Badge, Button, Page, QueryView, UnsavedNote, useUnsaved } from '../../ui/index.js';
import { listQuery, listSchemaQuery, paths } from './directory-queries.js';
import './directories.css';
import { EntryHistory } from './entry-history.js';
import { draftOf, type EntryDraft } from './form/entry-draft.js';
import { EntryForm } from './form/entry-form.js';
import type { EntrySchema } from './form/entry-schema.js';
import { directoriesMessages } from './messages/index.js';
import { useEntryChanges } from './use-entry-changes.js';

/** One entry: its form, made from the schema, and what it was before. */
export default function EntryPage() {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const list = useParameter('list');
  const id = useParameter('entry');
  const path = `${paths.list(account, list)}/entries/${id}`;
  const name = useQuery(listQuery(account, list)).data?.value.name ?? list;
  const schema = useQuery(listSchemaQuery(account, list));
  const entry = useQuery({
    queryKey: ['entry', account, list, id],
    queryFn: ({ signal }) => api.read<DirectoryEntryView>(path, {}, signal),
  });
  const value = entry.data?.value;
  return (
    <Page
      title={value?.name ?? t('entry')}
      back={{ to: accountPath(account, `directories/${list}`), label: name }}
      status={value?.status === 'archived' && <Badge>{t('archived')}</Badge>}
    >
      <QueryView query={schema}>
        {(loaded) => (
          <QueryView query={entry}>
            {(tagged) => (
              <div className="entry">
                <Editor key={tagged.value.id} entry={tagged} schema={loaded} />
                <EntryHistory path={path} />
              </div>
            )}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

/** What was written into the form, and the version that it was written over. */
interface Unsaved {
  readonly etag: string | null;
  /** The version that the form was opened with: it stays, so that what one does beside it does not disturb the typing. */
  readonly opened: string | null;
  readonly draft: EntryDraft;
}

function Editor({ entry, schema }: { readonly entry: Tagged<DirectoryEntryView>; readonly schema: EntrySchema }) {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const mayWrite = useMay(account, 'editor');
  const [unsaved, setUnsaved] = useUnsaved<Unsaved>(`entry:${account}:${entry.value.id}`);
  const [drops, setDrops] = useState(0);
  const etag = unsaved?.etag ?? entry.etag;
  const draft = unsaved?.draft ?? draftOf(entry.value);
  const { save, setStatus, remove } = useEntryChanges({
    entry,
    savesOver: etag,
    // What was written over the version before one's own change is written over what that has made of it.
    onStored: (stored, saved) =>
      setUnsaved((kept) => {
        if (!kept || (saved && kept.draft === saved)) return null;
        return kept.etag === (saved ? etag : entry.etag) ? { ...kept, etag: stored.etag } : kept;
      }),
    onRemoved: () => setUnsaved(null),
  });
  const drop = () => {
    setUnsaved(null);
    setDrops(drops + 1);
  };
  const isActive = entry.value.status === 'active';
  return (
    <EntryForm
      key={`${unsaved ? unsaved.opened : entry.etag} ${drops}`} // nobody's typing is disturbed by what others do meanwhile
      schema={schema}
      draft={draft}
      onChange={(next) => setUnsaved((kept) => ({ etag, opened: entry.etag, ...kept, draft: next }))}
      onSubmit={() => save.mutate(draft)}
      problem={save.error ?? setStatus.error ?? remove.error}
      disabled={!mayWrite}
    >
      {mayWrite && (
        <div className="row">
          <Button type="submit" variant="primary" busy={save.isPending}>
            {t('save')}
          </Button>
          <Button busy={setStatus.isPending} onClick={() => setStatus.mutate(isActive ? 'archived' : 'active')}>
            {isActive ? t('archive') : t('unarchive')}
          </Button>
          <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('delete')}
          </Button>
          {unsaved && <UnsavedNote onDrop={drop} />}
        </div>
      )}
    </EntryForm>
  );
}
