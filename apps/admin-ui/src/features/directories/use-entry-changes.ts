import type { DirectoryEntryView, UpdateEntryRequest } from '@salient/contracts/directory';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Tagged } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug, useGoTo, useParameter } from '../../routing/index.js';
import { toast } from '../../ui/index.js';
import { paths } from './directory-queries.js';
import { requestOf, type EntryDraft } from './form/entry-draft.js';
import { directoriesMessages } from './messages/index.js';

interface EntryChanges {
  /** The entry as it is read. */
  readonly entry: Tagged<DirectoryEntryView>;
  /** The version that what is to be saved was written over. */
  readonly savesOver: string | null;
  /** Called with the entry as it is stored now; also when what asked for it is no longer shown. */
  readonly onStored: (stored: Tagged<DirectoryEntryView>, saved: EntryDraft | null) => void;
  readonly onRemoved: () => void;
}

/** Changes of one entry. Each names the version that was read, and the notice of each leads back. */
export function useEntryChanges({ entry, savesOver, onStored, onRemoved }: EntryChanges) {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const list = useParameter('list');
  const client = useQueryClient();
  const goTo = useGoTo();
  const path = `${paths.list(account, list)}/entries/${entry.value.id}`;
  const refresh = () =>
    Promise.all(
      [
        ['entry', account, list, entry.value.id],
        ['entry-history', path],
        ['entries', account, list],
        ['directory-list', account, list],
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  const undo = () =>
    void api
      .send('POST', `${path}/undo`, { body: {} })
      .catch((error: Error) => toast({ text: t('notUndone', { name: entry.value.name, why: error.message }) }))
      .then(refresh);
  const patch = (body: UpdateEntryRequest, ifMatch: string | null) => api.send<DirectoryEntryView>('PATCH', path, { body, ifMatch });
  const stored = (answer: Tagged<DirectoryEntryView>, saved: EntryDraft | null) => {
    client.setQueryData(['entry', account, list, entry.value.id], answer); // until it is read anew
    onStored(answer, saved);
  };
  const done = (text: string) => {
    void refresh();
    toast({ text, undo });
  };
  return {
    save: useMutation({
      mutationFn: (draft: EntryDraft) => patch(requestOf(draft), savesOver),
      onSuccess: (answer, draft) => {
        stored(answer, draft);
        done(t('saved', { name: entry.value.name }));
      },
    }),
    setStatus: useMutation({
      mutationFn: (status: 'active' | 'archived') => patch({ status }, entry.etag),
      onSuccess: (answer, status) => {
        stored(answer, null);
        done(t(status === 'active' ? 'unarchived' : 'archivedDone', { name: entry.value.name }));
      },
    }),
    remove: useMutation({
      mutationFn: () => api.send('DELETE', path, { ifMatch: entry.etag }),
      onSuccess: () => {
        onRemoved();
        goTo(`directories/${list}`);
        done(t('deleted', { name: entry.value.name }));
      },
    }),
  };
}
