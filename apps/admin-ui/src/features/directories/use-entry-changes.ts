import type { DirectoryEntryView, UpdateEntryRequest } from '@salient/contracts/directory';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Tagged } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug, useGoTo, useParameter } from '../../routing/index.js';
import { toast } from '../../ui/index.js';
import { paths } from './directory-queries.js';
import { requestOf, type EntryDraft } from './form/entry-draft.js';
import { directoriesMessages } from './messages/index.js';

/** Changes of one entry. Each names the version that was read, and the notice of each leads back. */
export function useEntryChanges(entry: Tagged<DirectoryEntryView>) {
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
  const patch = (body: UpdateEntryRequest) => api.send<DirectoryEntryView>('PATCH', path, { body, ifMatch: entry.etag });
  const done = (text: string) => {
    void refresh();
    toast({ text, undo });
  };
  return {
    save: useMutation({
      mutationFn: (draft: EntryDraft) => patch(requestOf(draft)),
      onSuccess: () => done(t('saved', { name: entry.value.name })),
    }),
    setStatus: useMutation({
      mutationFn: (status: 'active' | 'archived') => patch({ status }),
      onSuccess: (_, status) => done(t(status === 'active' ? 'unarchived' : 'archivedDone', { name: entry.value.name })),
    }),
    remove: useMutation({
      mutationFn: () => api.send('DELETE', path, { ifMatch: entry.etag }),
      onSuccess: () => {
        goTo(`directories/${list}`);
        done(t('deleted', { name: entry.value.name }));
      },
    }),
  };
}
