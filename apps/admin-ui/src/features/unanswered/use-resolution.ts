import type { Page } from '@salient/contracts';
import type { ResolvedQuestion, ResolveQuestionRequest, UnansweredQuestion } from '@salient/contracts/admin';
import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { toast } from '../../ui/index.js';
import { unansweredMessages } from './messages/index.js';

function resolve(account: string, question: UnansweredQuestion, body: ResolveQuestionRequest) {
  return api.send<ResolvedQuestion>('POST', `/accounts/${account}/unanswered/${question.key}/resolve`, { body });
}

/** Takes care of a question; it leaves the board. */
export function useResolution(account: string, question: UnansweredQuestion, onDone: () => void) {
  const client = useQueryClient();
  const t = useMessages(unansweredMessages);
  return useMutation({
    mutationFn: (body: ResolveQuestionRequest) => resolve(account, question, body),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['unanswered', account] });
      toast({ text: t('resolved') });
      onDone();
    },
  });
}

/** Lets a question go that needs no answer, once the time for taking that back is over. */
export function useDismissal(account: string): (question: UnansweredQuestion) => void {
  const client = useQueryClient();
  const t = useMessages(unansweredMessages);
  const key = ['unanswered', account];
  const refresh = () => void client.invalidateQueries({ queryKey: key });
  return (question) => {
    client.setQueriesData<InfiniteData<Page<UnansweredQuestion>>>(
      { queryKey: key },
      (lists) =>
        lists && { ...lists, pages: lists.pages.map((page) => ({ ...page, data: page.data.filter((row) => row.key !== question.key) })) },
    );
    toast({
      text: t('dismissed'),
      undo: refresh,
      onExpire: () =>
        void resolve(account, question, { dismiss: true })
          .catch(() => toast({ text: t('notDismissed') }))
          .finally(refresh),
    });
  };
}
