import type { DirectoryListView, ListLanguage, UpdateListRequest } from '@salient/contracts/directory';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Tagged } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { AccountLink, useAccountSlug, useGoTo } from '../../routing/index.js';
import { Button, Card, Facts, Form, TextArea, TextField, toast, useRowRemoval } from '../../ui/index.js';
import { paths } from './directory-queries.js';
import { LanguageField } from './language-field.js';
import { directoriesMessages } from './messages/index.js';

/** What a list is called and for, how it is searched, and which schema it pins. */
export function ListSettings({
  list: { value, etag },
  mayWrite,
}: {
  readonly list: Tagged<DirectoryListView>;
  readonly mayWrite: boolean;
}) {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const client = useQueryClient();
  const goTo = useGoTo();
  const [name, setName] = useState(value.name);
  const [description, setDescription] = useState(value.description);
  const [language, setLanguage] = useState(value.language as ListLanguage);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['directory-lists', account] });
    void client.invalidateQueries({ queryKey: ['directory-list', account, value.slug] });
  };
  const save = useMutation({
    mutationFn: () =>
      api.send('PATCH', paths.list(account, value.slug), {
        body: { name, description, language } satisfies UpdateListRequest,
        ifMatch: etag,
      }),
    onSuccess: () => {
      refresh();
      toast({ text: t('saved', { name }) });
    },
  });
  const removeRow = useRowRemoval<DirectoryListView>(['directory-lists', account]);
  const remove = () => {
    goTo('directories');
    removeRow({
      isRemoved: ({ slug }) => slug === value.slug,
      text: t('listDeleted', { name: value.name }),
      failed: () => t('listNotDeleted', { name: value.name }),
      request: ['DELETE', paths.list(account, value.slug)],
    });
  };
  return (
    <div className="stack measure">
      <Card>
        <Form onSubmit={() => save.mutate()} problem={save.error} fields={['/name', '/description', '/language']}>
          <fieldset className="plain stack" disabled={!mayWrite}>
            <TextField label={t('name')} pointer="/name" value={name} onChange={setName} />
            <TextArea label={t('purpose')} hint={t('purposeHint')} pointer="/description" value={description} onChange={setDescription} />
            <LanguageField value={language} onChange={setLanguage} />
            {mayWrite && (
              <div className="row">
                <Button type="submit" variant="primary" busy={save.isPending}>
                  {t('save')}
                </Button>
                <Button variant="danger" onClick={remove}>
                  {t('deleteList')}
                </Button>
              </div>
            )}
          </fieldset>
        </Form>
      </Card>
      <Card title={t('schema')}>
        <Facts
          facts={[
            [
              t('entryType'),
              <AccountLink key="type" path={`directory-schemas/${value.entry_type}`}>
                {value.entry_type}
              </AccountLink>,
            ],
            [t('version'), String(value.schema_version)],
            [t('slug'), <code key="slug">{value.slug}</code>],
          ]}
        />
      </Card>
    </div>
  );
}
