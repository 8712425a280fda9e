import type { Account, CreateAccountRequest } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { slugOf } from '../../routing/index.js';
import { Button, Dialog, DialogFooter, Form, TextField, toast } from '../../ui/index.js';
import { accountsMessages } from './messages/index.js';

/** Provisions an account with a database of its own; the slug is made from the name until somebody writes one. */
export function CreateAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(accountsMessages);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  // One key for the dialog: pressing twice, or again after a lost answer, makes one account.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const slug = ownSlug ?? slugOf(name);
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
    <Dialog open onClose={onClose} title={t('create')} description={t('createText')}>
      <Form onSubmit={() => create.mutate()} problem={create.error} fields={['/name', '/slug']}>
        <TextField label={t('name')} pointer="/name" value={name} onChange={setName} />
        <TextField label={t('slug')} hint={t('slugHint')} pointer="/slug" value={slug} onChange={setOwnSlug} />
        <DialogFooter>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" busy={create.isPending}>
            {t('create')}
          </Button>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
