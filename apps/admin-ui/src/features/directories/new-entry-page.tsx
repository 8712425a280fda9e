import type { DirectoryEntryView } from '@salient/contracts/directory';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { accountPath, useAccountSlug, useGoTo, useParameter } from '../../routing/index.js';
import { Button, Page, QueryView, toast, UnsavedNote, useUnsaved } from '../../ui/index.js';
import { listQuery, listSchemaQuery, paths } from './directory-queries.js';
import { EMPTY_DRAFT, requestOf, type EntryDraft } from './form/entry-draft.js';
import { EntryForm } from './form/entry-form.js';
import './directories.css';
import { directoriesMessages } from './messages/index.js';

export default function NewEntryPage() {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const list = useParameter('list');
  const goTo = useGoTo();
  const client = useQueryClient();
  const schema = useQuery(listSchemaQuery(account, list));
  const name = useQuery(listQuery(account, list)).data?.value.name ?? list;
  const [unsaved, setUnsaved] = useUnsaved<EntryDraft>(`new-entry:${account}:${list}`);
  const [drops, setDrops] = useState(0);
  const draft = unsaved ?? EMPTY_DRAFT;
  const drop = () => {
    setUnsaved(null);
    setDrops(drops + 1);
  };
  const create = useMutation({
    mutationFn: () => api.send<DirectoryEntryView>('POST', `${paths.list(account, list)}/entries`, { body: requestOf(draft) }),
    onSuccess: ({ value }) => {
      setUnsaved(null);
      void client.invalidateQueries({ queryKey: ['entries', account, list] });
      void client.invalidateQueries({ queryKey: ['directory-list', account, list] });
      toast({ text: t('entryCreated', { name: value.name }) });
      goTo(`directories/${list}`);
    },
  });
  return (
    <Page title={t('newEntry')} back={{ to: accountPath(account, `directories/${list}`), label: name }}>
      <QueryView query={schema}>
        {(data) => (
          <EntryForm key={drops} schema={data} draft={draft} onChange={setUnsaved} onSubmit={() => create.mutate()} problem={create.error}>
            <div className="row">
              <Button type="submit" variant="primary" busy={create.isPending}>
                {t('createEntry')}
              </Button>
              {unsaved && <UnsavedNote onDrop={drop} />}
            </div>
          </EntryForm>
        )}
      </QueryView>
    </Page>
  );
}
