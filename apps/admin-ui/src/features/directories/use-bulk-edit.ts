import type { BulkEditRequest, BulkEditResult, DirectoryEntryView } from '@salient/contracts/directory';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type ListPages } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { rowsChanged, toast, useUndoable } from '../../ui/index.js';
import { paths } from './directory-queries.js';
import { directoriesMessages } from './messages/index.js';

/** Which entries: by id, or all that a filter finds. */
export type BulkTarget = Pick<BulkEditRequest, 'ids'> | Pick<BulkEditRequest, 'filter'>;

/** What is to be different. */
export type BulkChange = Pick<BulkEditRequest, 'add_tags' | 'remove_tags' | 'set' | 'status'>;

interface BulkEditOptions {
  readonly list: string;
  readonly target: BulkTarget;
  /** The status that rows must have to be shown. */
  readonly shownStatus: 'active' | 'archived' | 'all';
  /** Once the API has found nothing wrong with it. */
  readonly onAccepted: () => void;
}

/**
 * The same change of many entries. The API says at once what it would do, so that a fault is shown where the change was asked
 * for; it does it once the time for undoing is over, all of it or nothing.
 */
export function useBulkEdit({ list, target, shownStatus, onAccepted }: BulkEditOptions) {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const client = useQueryClient();
  const undoable = useUndoable<ListPages<DirectoryEntryView>>(['entries', account, list]);
  const path = `${paths.list(account, list)}/entries/bulk`;
  const bodyOf = (change: BulkChange, isTrial: boolean): BulkEditRequest => ({ ...target, ...change, dry_run: isTrial });
  return useMutation({
    mutationFn: (change: BulkChange) => api.send<BulkEditResult>('POST', path, { body: bodyOf(change, true) }),
    onSuccess: ({ value: { changed } }, change) => {
      onAccepted();
      if (changed === 0) return toast({ text: t('bulkNothing') });
      const concerns = 'ids' in target ? new Set(target.ids) : null;
      undoable({
        change: rowsChanged((rows) =>
          rows
            .map((row) => (concerns === null || concerns.has(row.id) ? changedEntry(row, change) : row))
            .filter(({ status }) => shownStatus === 'all' || status === shownStatus),
        ),
        text: t.count('bulkDone', changed),
        failed: (error) => t('bulkFailed', { why: error.message }),
        request: ['POST', path, bodyOf(change, false)],
        onDone: () => {
          void client.invalidateQueries({ queryKey: ['directory-list', account, list] });
          void client.invalidateQueries({ queryKey: ['entry', account, list] });
        },
      });
    },
  });
}

/** The entry as it is going to be; null takes a field away. */
function changedEntry(entry: DirectoryEntryView, { add_tags: added = [], remove_tags: removed = [], set = {}, status }: BulkChange) {
  const data = Object.fromEntries(Object.entries({ ...entry.data, ...set }).filter(([, value]) => value !== null));
  const tags = [...new Set([...entry.tags, ...added])].filter((tag) => !removed.includes(tag));
  return { ...entry, data, tags, status: status ?? entry.status };
}
