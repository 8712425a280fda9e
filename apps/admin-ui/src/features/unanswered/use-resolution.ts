import type { ResolvedQuestion, ResolveQuestionRequest, UnansweredQuestion } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { rowsChanged, toast, useUndoable, type ListPages } from '../../ui/index.js';
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
  const t = useMessages(unansweredMessages);
  const undoable = useUndoable<ListPages<UnansweredQuestion>>(['unanswered', account]);
  return (question) =>
    undoable({
      change: rowsChanged((rows) => rows.filter(({ key }) => key !== question.key)),
      text: t('dismissed'),
      failed: () => t('notDismissed'),
      work: () => resolve(account, question, { dismiss: true }),
    });
}
