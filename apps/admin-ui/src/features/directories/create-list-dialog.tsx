import type { CreateListRequest, DirectoryListView } from '@salient/contracts/directory';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug, useGoTo, slugOf } from '../../routing/index.js';
import { Button, Dialog, DialogFooter, Form, SelectField, TextArea, TextField } from '../../ui/index.js';
import { accountSchemasQuery, paths } from './directory-queries.js';
import { LanguageField } from './language-field.js';
import { directoriesMessages } from './messages/index.js';

/** A new list: what its entries are is the choice of a schema. */
export function CreateListDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const client = useQueryClient();
  const goTo = useGoTo();
  const { data: schemas = [] } = useQuery(accountSchemasQuery(account));
  const usable = schemas.filter(({ deprecated_at: deprecated }) => deprecated === null);
  const [type, setType] = useState('');
  const [name, setName] = useState('');
  const [slug, setSlug] = useState<string | null>(null);
  const [language, setLanguage] = useState('english');
  const [description, setDescription] = useState('');
  const chosen = usable.find(({ entry_type }) => entry_type === type) ?? usable[0];
  const create = useMutation({
    mutationFn: () => {
      const body = { entry_type: chosen?.entry_type ?? '', name, slug: slug ?? slugOf(name), language, description } as CreateListRequest;
      return api.send<DirectoryListView>('POST', paths.lists(account), { body });
    },
    onSuccess: ({ value }) => {
      void client.invalidateQueries({ queryKey: ['directory-lists', account] });
      goTo(`directories/${value.slug}`);
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('createList')} description={t('createListText')}>
      <Form onSubmit={() => create.mutate()} problem={create.error} fields={['/entry_type', '/name', '/slug', '/language', '/description']}>
        <SelectField
          label={t('entryType')}
          hint={chosen?.description}
          pointer="/entry_type"
          value={chosen?.entry_type ?? ''}
          options={usable.map(({ entry_type, title }) => ({ value: entry_type, label: title }))}
          onChange={setType}
        />
        <TextField label={t('name')} pointer="/name" value={name} onChange={setName} />
        <TextField label={t('slug')} hint={t('slugHint')} pointer="/slug" value={slug ?? slugOf(name)} onChange={setSlug} />
        <LanguageField value={language} onChange={setLanguage} />
        <TextArea
          label={t('purpose')}
          hint={t('purposeHint')}
          pointer="/description"
          optional
          value={description}
          onChange={setDescription}
        />
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
