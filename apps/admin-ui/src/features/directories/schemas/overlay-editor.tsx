import type { AccountCompatibilityReport, AccountSchemaView, OverlayVersion } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/index.js';
import { useMessages } from '../../../i18n/index.js';
import { useAccountSlug } from '../../../routing/index.js';
import { Button, Card, Form, toast } from '../../../ui/index.js';
import { paths } from '../directory-queries.js';
import { directoriesMessages } from '../messages/index.js';
import { Compatibility } from './compatibility.js';
import { DocumentField, useDocumentHint } from './document-field.js';

const EXAMPLE = { properties: {}, 'x-salient': { synonyms: [] } };

/** What the account lays over the platform's schema: extra fields, other labels, synonyms. Try it before it is saved. */
export function OverlayEditor({ view }: { readonly view: AccountSchemaView }) {
  const t = useMessages(directoriesMessages);
  const hint = useDocumentHint();
  const account = useAccountSlug();
  const client = useQueryClient();
  const path = `${paths.schemas(account)}/${view.entry_type}`;
  const [document, setDocument] = useState(() => JSON.stringify(view.overlay ?? EXAMPLE, null, 2));
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['account-schema', account, view.entry_type] });
    void client.invalidateQueries({ queryKey: ['account-schemas', account] });
  };
  const test = useMutation({
    mutationFn: () => api.send<AccountCompatibilityReport>('POST', `${path}/compatibility`, { body: { document } }),
  });
  const save = useMutation({
    mutationFn: () => api.send<OverlayVersion>('POST', `${path}/overlay/versions`, { body: { document } }),
    onSuccess: ({ value }) => {
      refresh();
      toast({ text: t('overlaySaved', { version: value.version }) });
    },
  });
  return (
    <div className="stack">
      <Card>
        <Form onSubmit={() => save.mutate()} problem={save.error ?? test.error} fields={['/document', '/overlay']}>
          <DocumentField label={t('overlay')} hint={`${t('overlayHint')} ${hint}`} value={document} onChange={setDocument} />
          <div className="row">
            <Button type="submit" variant="primary" busy={save.isPending}>
              {t('saveOverlay')}
            </Button>
            <Button busy={test.isPending} onClick={() => test.mutate()}>
              {t('tryOut')}
            </Button>
          </div>
        </Form>
      </Card>
      {test.data && <Compatibility changes={test.data.value.changes} accounts={[test.data.value]} />}
    </div>
  );
}
