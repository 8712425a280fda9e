import type { BulkEditRequest } from '@salient/contracts/directory';
import { Archive, ArchiveRestore, Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../i18n/index.js';
import { Button, ProblemAlert } from '../../ui/index.js';
import { BulkDialog } from './bulk-dialog.js';
import { directoriesMessages } from './messages/index.js';
import { useBulkEdit } from './use-bulk-edit.js';

interface BulkBarProps {
  readonly list: string;
  /** Ids, or everything that the filter finds. */
  readonly selected: ReadonlySet<string> | 'all';
  readonly filter: NonNullable<BulkEditRequest['filter']>;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
}

/** What can be done to the entries that are marked. */
export function BulkBar({ list, selected, filter, onSelectAll, onClear }: BulkBarProps) {
  const t = useMessages(directoriesMessages);
  const [isEditing, setEditing] = useState(false);
  const shownStatus = filter.status ?? 'active';
  const edit = useBulkEdit({
    list,
    target: selected === 'all' ? { filter } : { ids: [...selected] },
    shownStatus,
    onAccepted: () => {
      setEditing(false);
      onClear();
    },
  });
  const which = selected === 'all' ? t('allSelected') : t.count('selected', selected.size);
  return (
    <div className="bulk-bar" role="region" aria-label={t('bulk')}>
      <strong aria-live="polite">{which}</strong>
      {selected !== 'all' && (
        <Button size="small" variant="quiet" onClick={onSelectAll}>
          {t('selectAll')}
        </Button>
      )}
      <Button size="small" icon={Pencil} onClick={() => setEditing(true)}>
        {t('bulkEdit')}
      </Button>
      {shownStatus !== 'archived' && (
        <Button size="small" icon={Archive} busy={edit.isPending} onClick={() => edit.mutate({ status: 'archived' })}>
          {t('archive')}
        </Button>
      )}
      {shownStatus !== 'active' && (
        <Button size="small" icon={ArchiveRestore} busy={edit.isPending} onClick={() => edit.mutate({ status: 'active' })}>
          {t('restore')}
        </Button>
      )}
      <Button size="small" variant="quiet" icon={X} onClick={onClear}>
        {t('clearSelection')}
      </Button>
      {edit.error && !isEditing && <ProblemAlert problem={edit.error} />}
      {isEditing && (
        <BulkDialog
          list={list}
          title={which}
          problem={edit.error}
          busy={edit.isPending}
          onSubmit={(change) => edit.mutate(change)}
          onClose={() => {
            setEditing(false);
            edit.reset();
          }}
        />
      )}
    </div>
  );
}
