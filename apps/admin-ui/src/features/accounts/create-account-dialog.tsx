import type { Account, CreateAccountRequest } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { FormDialog, NameAndSlugFields, toast, useNameAndSlug } from '../../ui/index.js';
import { accountsMessages } from './messages/index.js';

/** Provisions an account with a database of its own; the slug is made from the name until somebody writes one. */
export function CreateAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(accountsMessages);
  const client = useQueryClient();
  const called = useNameAndSlug();
  // One key for the dialog: pressing twice, or again after a lost answer, makes one account.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { name, slug } = called;
  const create = useMutation({
    mutationFn: () =>
      api.send<Account>('POST', '/accounts', {
        body: { slug, name } satisfies CreateAccountRequest,
        idempotencyKey: `${idempotencyKey}-${slug}`,
      }),
    onSuccess: ({ value }) => {
      void client.invalidateQueries({ queryKey: ['accounts'] });
      toast({ text: t('createdDone', { name: value.name }) });
      onClose();
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('create')}
      description={t('createText')}
      onSubmit={() => create.mutate()}
      problem={create.error}
      fields={['/name', '/slug']}
      submit={t('create')}
      busy={create.isPending}
    >
      <NameAndSlugFields value={called} hint={t('slugHint')} />
    </FormDialog>
  );
}
