import type { CreateListRequest, DirectoryListView, ListLanguage } from '@salient/contracts/directory';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug, useGoTo } from '../../routing/index.js';
import { FormDialog, NameAndSlugFields, SelectField, TextArea, useNameAndSlug } from '../../ui/index.js';
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
  const called = useNameAndSlug();
  const [language, setLanguage] = useState<ListLanguage>('english');
  const [description, setDescription] = useState('');
  const chosen = usable.find(({ entry_type }) => entry_type === type) ?? usable[0];
  const create = useMutation({
    mutationFn: () => {
      const body = {
        entry_type: chosen?.entry_type ?? '',
        name: called.name,
        slug: called.slug,
        language,
        description,
      } satisfies CreateListRequest;
      return api.send<DirectoryListView>('POST', paths.lists(account), { body });
    },
    onSuccess: ({ value }) => {
      void client.invalidateQueries({ queryKey: ['directory-lists', account] });
      goTo(`directories/${value.slug}`);
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('createList')}
      description={t('createListText')}
      onSubmit={() => create.mutate()}
      problem={create.error}
      fields={['/entry_type', '/name', '/slug', '/language', '/description']}
      submit={t('create')}
      busy={create.isPending}
    >
      <SelectField
        label={t('entryType')}
        hint={chosen?.description}
        pointer="/entry_type"
        value={chosen?.entry_type ?? ''}
        options={usable.map(({ entry_type, title }) => ({ value: entry_type, label: title }))}
        onChange={setType}
      />
      <NameAndSlugFields value={called} hint={t('slugHint')} />
      <LanguageField value={language} onChange={setLanguage} />
      <TextArea
        label={t('purpose')}
        hint={t('purposeHint')}
        pointer="/description"
        optional
        value={description}
        onChange={setDescription}
      />
    </FormDialog>
  );
}
