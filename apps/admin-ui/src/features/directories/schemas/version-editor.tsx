import type { CreatedSchemaVersion, DirectorySchemaDetail, PlatformCompatibilityReport } from '@salient/contracts/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Tagged } from '../../../api/index.js';
import { useMessages } from '../../../i18n/index.js';
import { Button, Card, Form, QueryView, toast } from '../../../ui/index.js';
import type { EntrySchema } from '../form/entry-schema.js';
import { directoriesMessages } from '../messages/index.js';
import { Compatibility } from './compatibility.js';
import { DocumentField, parsed, useDocumentHint } from './document-field.js';
import { FormPreview } from './form-preview.js';

/** For platform admins: the newest version as a document, and a new one of it, with the form beside it and a report before it. */
export function VersionEditor({ type }: { readonly type: string }) {
  const detail = useQuery({
    queryKey: ['directory-schema', type],
    queryFn: ({ signal }) => api.read<DirectorySchemaDetail>(`/directory-schemas/${type}`, {}, signal),
  });
  return <QueryView query={detail}>{(tagged) => <Editor key={tagged.value.version} detail={tagged} />}</QueryView>;
}

function Editor({ detail: { value, etag } }: { readonly detail: Tagged<DirectorySchemaDetail> }) {
  const t = useMessages(directoriesMessages);
  const hint = useDocumentHint();
  const client = useQueryClient();
  const path = `/directory-schemas/${value.entry_type}`;
  const [document, setDocument] = useState(() => JSON.stringify(value.schema, null, 2));
  const preview = parsed(document);
  const test = useMutation({
    mutationFn: () => api.send<PlatformCompatibilityReport>('POST', `${path}/compatibility`, { body: { document } }),
  });
  const publish = useMutation({
    mutationFn: () => api.send<CreatedSchemaVersion>('POST', `${path}/versions`, { body: { document }, ifMatch: etag }),
    onSuccess: ({ value: created }) => {
      void client.invalidateQueries();
      toast({ text: t('versionPublished', { version: created.version }) });
    },
  });
  return (
    <div className="stack">
      <p className="quiet">{t('versionsAre', { versions: value.versions.join(', ') })}</p>
      <div className="schema-editor">
        <Card>
          <Form onSubmit={() => publish.mutate()} problem={publish.error ?? test.error} fields={['/document', '/schema']}>
            <DocumentField label={t('document')} hint={hint} value={document} onChange={setDocument} />
            <div className="row">
              <Button type="submit" variant="primary" busy={publish.isPending}>
                {t('publishVersion')}
              </Button>
              <Button busy={test.isPending} onClick={() => test.mutate()}>
                {t('tryOut')}
              </Button>
            </div>
          </Form>
        </Card>
        {preview && <FormPreview schema={preview as EntrySchema} />}
      </div>
      {test.data && <Compatibility changes={test.data.value.changes} accounts={test.data.value.data} />}
    </div>
  );
}
