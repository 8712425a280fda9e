import type { Member, Role } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type ListPages } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { rowsChanged, toast, useRowRemoval } from '../../ui/index.js';
import { membersMessages } from './messages/index.js';

/** Gives a member another role; it is shown before the API has answered. */
export function useRoleChange() {
  const t = useMessages(membersMessages);
  const account = useAccountSlug();
  const client = useQueryClient();
  const queryKey = ['members', account];
  return useMutation({
    mutationFn: ({ member, role }: { readonly member: Member; readonly role: Role }) =>
      api.send<Member>('PATCH', `/accounts/${account}/members/${member.id}`, { body: { role } }),
    onMutate: ({ member, role }) => {
      const change = rowsChanged<Member>((members) => members.map((each) => (each.id === member.id ? { ...each, role } : each)));
      client.setQueriesData<ListPages<Member>>({ queryKey }, (list) => list && change(list));
    },
    onSuccess: (_, { member, role }) => toast({ text: t('roleChanged', { person: member.name ?? member.email, role: t(role) }) }),
    onSettled: () => void client.invalidateQueries({ queryKey }),
  });
}

/** Removes a member, or takes an invitation back, once the time for undoing that is over. */
export function useRemoval(): (member: Member) => void {
  const t = useMessages(membersMessages);
  const account = useAccountSlug();
  const removeRow = useRowRemoval<Member>(['members', account]);
  return (member) => {
    const person = member.name ?? member.email;
    removeRow({
      isRemoved: ({ id }) => id === member.id,
      text: t('removed', { person }),
      failed: (error) => t('notRemoved', { person, why: error.message }),
      request: ['DELETE', `/accounts/${account}/members/${member.id}`],
    });
  };
}
