import type { Account } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { FormDialog, SelectField, toast } from '../../ui/index.js';
import { accountsMessages } from './messages/index.js';

const graces = ['1d', '7d', '30d', '90d'] as const;

/** Takes an account out of service; during the grace it can be had back with all its data. */
export function DeleteAccountDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const t = useMessages(accountsMessages);
  const client = useQueryClient();
  const [grace, setGrace] = useState<string>('7d');
  const remove = useMutation({
    mutationFn: () => api.send<Account>('DELETE', `/accounts/${account.id}`, { query: { grace } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['accounts'] });
      toast({ text: t('deletedDone', { name: account.name }) });
      onClose();
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('deleteOf', { name: account.name })}
      description={t('deleteText')}
      onSubmit={() => remove.mutate()}
      problem={remove.error}
      submit={t('delete')}
      busy={remove.isPending}
      danger
    >
      <SelectField
        label={t('grace')}
        value={grace}
        options={graces.map((each) => ({ value: each, label: t.count('graceDays', Number.parseInt(each, 10)) }))}
        onChange={setGrace}
      />
    </FormDialog>
  );
}
