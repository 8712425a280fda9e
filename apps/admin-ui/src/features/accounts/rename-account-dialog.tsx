import type { Account } from '@salient/contracts/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { FormDialog, Notice, TextField, toast } from '../../ui/index.js';
import { accountsMessages } from './messages/index.js';

/** Another name; another slug changes every address of the account, and the dialog says so. */
export function RenameAccountDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const t = useMessages(accountsMessages);
  const client = useQueryClient();
  const [name, setName] = useState(account.name);
  const [slug, setSlug] = useState(account.slug);
  const tagged = useQuery({
    queryKey: ['account', account.id, 'tagged'],
    queryFn: () => api.read<Account>(`/accounts/${account.id}`),
    staleTime: 0,
  });
  const rename = useMutation({
    mutationFn: () => api.send<Account>('PATCH', `/accounts/${account.id}`, { body: { name, slug }, ifMatch: tagged.data?.etag ?? null }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['accounts'] });
      toast({ text: t('renamed', { name }) });
      onClose();
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('renameOf', { name: account.name })}
      onSubmit={() => rename.mutate()}
      problem={rename.error ?? tagged.error}
      fields={['/name', '/slug']}
      submit={t('rename')}
      busy={rename.isPending}
      disabled={!tagged.data}
    >
      <TextField label={t('name')} pointer="/name" value={name} onChange={setName} />
      <TextField label={t('slug')} pointer="/slug" value={slug} onChange={setSlug} />
      {slug !== account.slug && <Notice tone="warn">{t('slugChanges', { slug: account.slug })}</Notice>}
    </FormDialog>
  );
}
