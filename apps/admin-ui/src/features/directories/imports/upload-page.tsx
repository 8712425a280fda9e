import type { ImportView } from '@salient/contracts/directory-imports';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../api/index.js';
import { useFormat, useMessages } from '../../../i18n/index.js';
import { accountPath, useAccountSlug, useGoTo, useParameter } from '../../../routing/index.js';
import { Button, Card, Form, Notice, Page, QueryView, SelectField } from '../../../ui/index.js';
import { listQuery, listSchemaQuery, paths } from '../directory-queries.js';
import '../directories.css';
import type { EntrySchema } from '../form/entry-schema.js';
import { directoriesMessages } from '../messages/index.js';
import { guess, targetsOf } from './column-targets.js';
import { readHeader, withColumns, type CsvHeader } from './csv-header.js';

interface ChosenFile {
  readonly file: File;
  readonly header: CsvHeader | null;
}

/** The first two steps of an import: choose a file, say what its columns are. Nothing changes before its dry run was looked at. */
export default function UploadPage() {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const list = useParameter('list');
  const schema = useQuery(listSchemaQuery(account, list));
  const name = useQuery(listQuery(account, list)).data?.value.name ?? list;
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const choose = async (file: File | undefined) => setChosen(file ? { file, header: await readHeader(file) } : null);
  return (
    <Page title={t('importCsv')} description={t('importText')} back={{ to: accountPath(account, `directories/${list}`), label: name }}>
      <Card title={t('step1')}>
        <label className="file-drop">
          <FileSpreadsheet size={28} aria-hidden="true" />
          <span>{chosen ? chosen.file.name : t('chooseFile')}</span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            className="visually-hidden"
            onChange={(event) => void choose(event.target.files?.[0])}
          />
        </label>
      </Card>
      <QueryView query={schema}>
        {(data) => chosen && <MapColumns key={chosen.file.name} list={list} chosen={chosen} schema={data} />}
      </QueryView>
    </Page>
  );
}

function MapColumns({
  list,
  chosen: { file, header },
  schema,
}: {
  readonly list: string;
  readonly chosen: ChosenFile;
  readonly schema: EntrySchema;
}) {
  const t = useMessages(directoriesMessages);
  const format = useFormat();
  const account = useAccountSlug();
  const goTo = useGoTo();
  const targets = targetsOf(schema, { name: t('name'), external_key: t('externalKey'), tags: t('tags'), status: t('status') });
  const [names, setNames] = useState(() => header?.columns.map((column) => guess(column, targets)) ?? []);
  const [onMissing, setOnMissing] = useState('keep');
  const upload = useMutation({
    mutationFn: () => {
      const form = new FormData();
      form.set('file', header ? withColumns(file, header, names) : file, file.name);
      return api.send<ImportView>('POST', `${paths.list(account, list)}/imports`, { body: form, query: { on_missing: onMissing } });
    },
    onSuccess: ({ value }) => goTo(`directories/${list}/imports/${value.id}`),
  });
  return (
    <Card title={t('step2')}>
      <Form onSubmit={() => upload.mutate()} problem={upload.error}>
        {header ? (
          <div className="grid-two">
            {header.columns.map((column, index) => (
              <SelectField
                key={index}
                label={column || t('unnamedColumn', { number: index + 1 })}
                value={names[index] ?? ''}
                options={optionsFor(column, targets, t('byItsName'), t('leaveOut'))}
                onChange={(value) => setNames(names.map((each, at) => (at === index ? value : each)))}
              />
            ))}
          </div>
        ) : (
          <Notice>{t('columnsByName')}</Notice>
        )}
        <SelectField
          label={t('onMissing')}
          hint={t('onMissingHint')}
          value={onMissing}
          options={[
            { value: 'keep', label: t('keep') },
            { value: 'archive', label: t('archiveMissing') },
          ]}
          onChange={setOnMissing}
        />
        <div className="row">
          <Button type="submit" variant="primary" busy={upload.isPending}>
            {t('check', { size: format.bytes(file.size) })}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function optionsFor(column: string, targets: ReturnType<typeof targetsOf>, byItsName: string, leaveOut: string) {
  const isKnown = guess(column, targets) !== column;
  return [...(isKnown || column === '' ? [] : [{ value: column, label: byItsName }]), ...targets, { value: '', label: leaveOut }];
}
