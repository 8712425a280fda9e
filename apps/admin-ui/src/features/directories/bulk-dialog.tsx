import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Checkbox, FormDialog, LinesField, SelectField } from '../../ui/index.js';
import { listSchemaQuery } from './directory-queries.js';
import { DataField } from './form/data-field.js';
import { fieldsOf } from './form/entry-schema.js';
import { directoriesMessages } from './messages/index.js';
import type { BulkChange } from './use-bulk-edit.js';

interface BulkDialogProps {
  readonly list: string;
  /** Says which entries. */
  readonly title: string;
  readonly problem: Error | null;
  readonly busy: boolean;
  readonly onSubmit: (change: BulkChange) => void;
  readonly onClose: () => void;
}

/** Asks what is to be different about many entries: tags, and the value of one field. */
export function BulkDialog({ list, title, problem, busy, onSubmit, onClose }: BulkDialogProps) {
  const t = useMessages(directoriesMessages);
  const { data: schema } = useQuery(listSchemaQuery(useAccountSlug(), list));
  const fields = schema ? fieldsOf(schema) : [];
  const [added, setAdded] = useState<string[]>([]);
  const [removed, setRemoved] = useState<string[]>([]);
  const [fieldName, setFieldName] = useState('');
  const [value, setValue] = useState<unknown>(undefined);
  const [isTakenAway, setTakenAway] = useState(false);
  const field = fields.find(({ name }) => name === fieldName);
  const isSet = field !== undefined && (isTakenAway || value !== undefined);
  const submit = () =>
    onSubmit({
      ...(added.length > 0 ? { add_tags: added } : {}),
      ...(removed.length > 0 ? { remove_tags: removed } : {}),
      ...(isSet ? { set: { [field.name]: isTakenAway ? null : value } } : {}),
    });
  return (
    <FormDialog
      title={title}
      description={t('bulkText')}
      onClose={onClose}
      onSubmit={submit}
      problem={problem}
      fields={['/add_tags', '/remove_tags', '/set']}
      submit={t('bulkApply')}
      busy={busy}
      disabled={added.length + removed.length === 0 && !isSet}
    >
      <LinesField label={t('addTags')} hint={t('oneALine')} pointer="/add_tags" rows={2} values={added} onChange={setAdded} />
      <LinesField label={t('removeTags')} hint={t('oneALine')} pointer="/remove_tags" rows={2} values={removed} onChange={setRemoved} />
      <SelectField
        label={t('bulkField')}
        value={fieldName}
        options={[{ value: '', label: t('noField') }, ...fields.map(({ name, title: label }) => ({ value: name, label }))]}
        onChange={(name) => {
          setFieldName(name);
          setValue(undefined);
          setTakenAway(false);
        }}
      />
      {field && !isTakenAway && <DataField key={field.name} field={field} value={value} onChange={setValue} />}
      {field && !field.isRequired && <Checkbox label={t('takeFieldAway')} checked={isTakenAway} onChange={setTakenAway} />}
    </FormDialog>
  );
}
