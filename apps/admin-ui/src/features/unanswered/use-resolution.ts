import type { ResolvedQuestion, ResolveQuestionRequest, UnansweredQuestion } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { toast, useRowRemoval } from '../../ui/index.js';
import { unansweredMessages } from './messages/index.js';

const resolvePath = (account: string, { key }: UnansweredQuestion) => `/accounts/${account}/unanswered/${key}/resolve`;

/** Takes care of a question; it leaves the board. */
export function useResolution(account: string, question: UnansweredQuestion, onDone: () => void) {
  const client = useQueryClient();
  const t = useMessages(unansweredMessages);
  return useMutation({
    mutationFn: (body: ResolveQuestionRequest) => api.send<ResolvedQuestion>('POST', resolvePath(account, question), { body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['unanswered', account] });
      toast({ text: t('resolved') });
      onDone();
    },
  });
}

/** Lets a question go that needs no answer, once the time for taking that back is over. */
export function useDismissal(account: string): (question: UnansweredQuestion) => void {
  const t = useMessages(unansweredMessages);
  const remove = useRowRemoval<UnansweredQuestion>(['unanswered', account]);
  return (question) =>
    remove({
      isRemoved: ({ key }) => key === question.key,
      text: t('dismissed'),
      failed: () => t('notDismissed'),
      request: ['POST', resolvePath(account, question), { dismiss: true } satisfies ResolveQuestionRequest],
    });
}
