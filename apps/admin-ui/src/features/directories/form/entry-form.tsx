import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/index.js';
import { Card, Form, LinesField, TextField } from '../../../ui/index.js';
import { directoriesMessages } from '../messages/index.js';
import { DataField } from './data-field.js';
import type { EntryDraft } from './entry-draft.js';
import { fieldsOf, type EntrySchema } from './entry-schema.js';

interface EntryFormProps {
  readonly schema: EntrySchema;
  readonly draft: EntryDraft;
  readonly onChange: (draft: EntryDraft) => void;
  readonly onSubmit: () => void;
  readonly problem: Error | null;
  /** Buttons below the fields. */
  readonly children: ReactNode;
  readonly disabled?: boolean;
}

/** The form of an entry, made from its list's schema. */
export function EntryForm({ schema, draft, onChange, onSubmit, problem, children, disabled = false }: EntryFormProps) {
  const t = useMessages(directoriesMessages);
  const change = (part: Partial<EntryDraft>) => onChange({ ...draft, ...part });
  const changeField = (name: string, value: unknown) => {
    const { [name]: _, ...others } = draft.data;
    change({ data: value === undefined ? others : { ...draft.data, [name]: value } });
  };
  return (
    <Form onSubmit={onSubmit} problem={problem} fields={['/name', '/external_key', '/tags', '/contact', '/data']}>
      <fieldset className="plain stack measure" disabled={disabled}>
        <Card className="stack">
          <TextField label={t('name')} pointer="/name" value={draft.name} onChange={(name) => change({ name })} />
          {fieldsOf(schema).map((field) => (
            <DataField key={field.name} field={field} value={draft.data[field.name]} onChange={(value) => changeField(field.name, value)} />
          ))}
        </Card>
        <Card className="stack" title={t('more_about')}>
          <LinesField
            label={t('tags')}
            hint={t('oneALine')}
            pointer="/tags"
            optional
            values={draft.tags}
            onChange={(tags) => change({ tags })}
          />
          <LinesField
            label={t('contact')}
            hint={t('contactHint')}
            pointer="/contact"
            optional
            values={draft.contact}
            onChange={(contact) => change({ contact })}
          />
          <TextField
            label={t('externalKey')}
            hint={t('externalKeyHint')}
            pointer="/external_key"
            optional
            value={draft.external_key}
            onChange={(key) => change({ external_key: key })}
          />
        </Card>
        {children}
      </fieldset>
    </Form>
  );
}
