import type { Account } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { toast } from '../../ui/index.js';
import { accountsMessages } from './messages/index.js';

export type Operation = 'suspend' | 'resume';

const OPPOSITE = { suspend: 'resume', resume: 'suspend' } as const satisfies Record<Operation, Operation>;

/** Suspends or resumes an account at once; the notice offers the way back. */
export function useOperation() {
  const t = useMessages(accountsMessages);
  const client = useQueryClient();
  const operation = useMutation({
    mutationFn: ({ account, kind }: { readonly account: Account; readonly kind: Operation }) =>
      api.send<Account>('POST', `/accounts/${account.id}/${kind}`),
    onSuccess: (_, { account, kind }) =>
      toast({
        text: t(`${kind}Done`, { name: account.name }),
        undo: () => operation.mutate({ account, kind: OPPOSITE[kind] }),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  return operation;
}
