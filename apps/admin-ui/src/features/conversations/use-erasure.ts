import type { Conversation } from '@salient/contracts/admin';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useGoTo } from '../../routing/index.js';
import { rowsChanged, useUndoable, type ListPages } from '../../ui/index.js';
import { conversationsMessages } from './messages/index.js';

/** Erases a conversation for good, once the time for taking that back is over. */
export function useErasure(account: string, id: string): () => void {
  const t = useMessages(conversationsMessages);
  const goTo = useGoTo();
  const undoable = useUndoable<ListPages<Conversation>>(['conversations', account]);
  return () => {
    goTo('conversations');
    undoable({
      change: rowsChanged((rows) => rows.filter((row) => row.id !== id)),
      text: t('erased'),
      failed: () => t('notErased'),
      work: () => api.send('DELETE', `/accounts/${account}/sessions/${id}`),
    });
  };
}
