import { useState } from 'react';
import { useMessages } from '../../../i18n/index.js';
import { Card } from '../../../ui/index.js';
import { DataField } from '../form/data-field.js';
import { fieldsOf, type EntrySchema } from '../form/entry-schema.js';
import { directoriesMessages } from '../messages/index.js';

/** The fields of an entry's form as editors will meet them; what is written here is kept nowhere. */
export function FormPreview({ schema }: { readonly schema: EntrySchema }) {
  const t = useMessages(directoriesMessages);
  const [data, setData] = useState<Readonly<Record<string, unknown>>>({});
  return (
    <Card className="stack measure" title={t('formPreview')}>
      {fieldsOf(schema).map((field) => (
        <DataField
          key={field.name}
          field={field}
          value={data[field.name]}
          onChange={(value) => setData((former) => ({ ...former, [field.name]: value }))}
        />
      ))}
    </Card>
  );
}
