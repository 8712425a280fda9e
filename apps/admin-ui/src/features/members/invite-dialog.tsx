import type { Member, Role } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { FormDialog, SelectField, TextField, toast } from '../../ui/index.js';
import { membersMessages } from './messages/index.js';
import { useRoleRights } from './roles.js';

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(membersMessages);
  const account = useAccountSlug();
  const client = useQueryClient();
  const { given } = useRoleRights(account);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('editor');
  const invite = useMutation({
    mutationFn: () => api.send<Member>('POST', `/accounts/${account}/members`, { body: { email, role } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['members', account] });
      toast({ text: t('inviteSent', { email }) });
      onClose();
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('invite')}
      description={t('inviteText')}
      onSubmit={() => invite.mutate()}
      problem={invite.error}
      fields={['/email', '/role']}
      submit={t('send')}
      busy={invite.isPending}
    >
      <TextField label={t('email')} pointer="/email" type="email" autoComplete="off" value={email} onChange={setEmail} />
      <SelectField
        label={t('role')}
        pointer="/role"
        hint={t(`${role}Text`)}
        value={role}
        options={given.map((each) => ({ value: each, label: t(each) }))}
        onChange={(value) => setRole(value as Role)}
      />
    </FormDialog>
  );
}
