import type { Conversation } from '@salient/contracts/admin';
import { useMessages } from '../../i18n/index.js';
import { useGoTo } from '../../routing/index.js';
import { useRowRemoval } from '../../ui/index.js';
import { conversationsMessages } from './messages/index.js';

/** Erases a conversation for good, once the time for taking that back is over. */
export function useErasure(account: string, id: string): () => void {
  const t = useMessages(conversationsMessages);
  const goTo = useGoTo();
  const remove = useRowRemoval<Conversation>(['conversations', account]);
  return () => {
    goTo('conversations');
    remove({
      isRemoved: (row) => row.id === id,
      text: t('erased'),
      failed: () => t('notErased'),
      request: ['DELETE', `/accounts/${account}/sessions/${id}`],
    });
  };
}
