import type { Page } from '@salient/contracts';
import type { Member, Role } from '@salient/contracts/admin';
import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { toast } from '../../ui/index.js';
import { membersMessages } from './messages/index.js';

type Lists = InfiniteData<Page<Member>>;

/** Changes what is shown of the members before the API has answered. */
function useShown() {
  const client = useQueryClient();
  const key = ['members', useAccountSlug()];
  return {
    refresh: () => void client.invalidateQueries({ queryKey: key }),
    change: (to: (members: readonly Member[]) => Member[]) =>
      client.setQueriesData<Lists>(
        { queryKey: key },
        (lists) => lists && { ...lists, pages: lists.pages.map((page) => ({ ...page, data: to(page.data) })) },
      ),
  };
}

export function useRoleChange() {
  const t = useMessages(membersMessages);
  const account = useAccountSlug();
  const shown = useShown();
  return useMutation({
    mutationFn: ({ member, role }: { readonly member: Member; readonly role: Role }) =>
      api.send<Member>('PATCH', `/accounts/${account}/members/${member.id}`, { body: { role } }),
    onMutate: ({ member, role }) => shown.change((members) => members.map((each) => (each.id === member.id ? { ...each, role } : each))),
    onSuccess: (_, { member, role }) => toast({ text: t('roleChanged', { person: member.name ?? member.email, role: t(role) }) }),
    onSettled: shown.refresh,
  });
}

/** Removes a member, or takes an invitation back, once the time for undoing that is over. */
export function useRemoval(): (member: Member) => void {
  const t = useMessages(membersMessages);
  const account = useAccountSlug();
  const shown = useShown();
  return (member) => {
    const person = member.name ?? member.email;
    shown.change((members) => members.filter(({ id }) => id !== member.id));
    toast({
      text: t('removed', { person }),
      undo: shown.refresh,
      onExpire: () =>
        void api
          .send('DELETE', `/accounts/${account}/members/${member.id}`)
          .catch((error: Error) => toast({ text: t('notRemoved', { person, why: error.message }) }))
          .finally(shown.refresh),
    });
  };
}
