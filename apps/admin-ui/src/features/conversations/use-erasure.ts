import type { Page } from '@salient/contracts';
import type { Conversation } from '@salient/contracts/admin';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useGoTo } from '../../routing/index.js';
import { toast } from '../../ui/index.js';
import { conversationsMessages } from './messages/index.js';

/**
 * Erases a conversation for good, once the time for taking that back is over: until then it is only out of sight.
 */
export function useErasure(account: string, id: string): () => void {
  const t = useMessages(conversationsMessages);
  const client = useQueryClient();
  const goTo = useGoTo();
  const key = ['conversations', account];
  const refresh = () => void client.invalidateQueries({ queryKey: key });
  return () => {
    client.setQueriesData<InfiniteData<Page<Conversation>>>({ queryKey: key }, (lists) => lists && without(lists, id));
    goTo('conversations');
    toast({
      text: t('erased'),
      undo: refresh,
      onExpire: () =>
        void api
          .send('DELETE', `/accounts/${account}/sessions/${id}`)
          .catch(() => toast({ text: t('notErased') }))
          .finally(refresh),
    });
  };
}

function without(lists: InfiniteData<Page<Conversation>>, id: string): InfiniteData<Page<Conversation>> {
  return { ...lists, pages: lists.pages.map((page) => ({ ...page, data: page.data.filter((row) => row.id !== id) })) };
}
