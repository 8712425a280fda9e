import type { AccountSchemaView } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { api, useMay, useMe } from '../../../api/index.js';
import { useMessages } from '../../../i18n/index.js';
import { accountPath, useAccountSlug, useParameter, useSearchValues } from '../../../routing/index.js';
import { Badge, Card, Facts, Notice, Page, QueryView, Tabs } from '../../../ui/index.js';
import '../directories.css';
import { paths } from '../directory-queries.js';
import type { EntrySchema } from '../form/entry-schema.js';
import { directoriesMessages } from '../messages/index.js';
import { FormPreview } from './form-preview.js';
import { OverlayEditor } from './overlay-editor.js';
import { VersionEditor } from './version-editor.js';

/** One kind of directory: its fields, its form, the account's overlay, and for platform admins its versions. */
export default function SchemaPage() {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const type = useParameter('type');
  const mayWrite = useMay(account, 'editor');
  const { platform_admin: isPlatformAdmin } = useMe();
  const [{ tab }, setSearch] = useSearchValues();
  const view = useQuery({
    queryKey: ['account-schema', account, type],
    queryFn: ({ signal }) => api.read<AccountSchemaView>(`${paths.schemas(account)}/${type}`, {}, signal),
  });
  const tabsOf = (schema: AccountSchemaView) => [
    { value: 'form', label: t('form'), content: <FormPreview schema={schema.schema as EntrySchema} /> },
    { value: 'json', label: t('document'), content: <Document document={schema.schema} /> },
    ...(mayWrite ? [{ value: 'overlay', label: t('overlay'), content: <OverlayEditor key={schema.overlay_version} view={schema} /> }] : []),
    ...(isPlatformAdmin ? [{ value: 'versions', label: t('versions'), content: <VersionEditor type={type} /> }] : []),
  ];
  return (
    <Page
      title={(view.data?.value.schema['title'] as string | undefined) ?? type}
      description={view.data?.value.schema['description'] as string | undefined}
      back={{ to: accountPath(account, 'directory-schemas'), label: t('schemas') }}
      status={view.data?.value.deprecated_at && <Badge tone="warn">{t('deprecated')}</Badge>}
    >
      <QueryView query={view}>
        {({ value: schema }) => {
          const tabs = tabsOf(schema);
          return (
            <>
              {schema.conflicts.length > 0 && (
                <Notice tone="warn" title={t('conflicts')}>
                  {schema.conflicts.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ')}
                </Notice>
              )}
              <Hints schema={schema.schema as EntrySchema} />
              <Tabs
                label={t('schema')}
                value={tabs.some(({ value }) => value === tab) ? tab! : 'form'}
                onChange={(next) => setSearch({ tab: next })}
                tabs={tabs}
              />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

/** What a model is told about directories of this kind. */
function Hints({ schema: { 'x-salient': hints } }: { readonly schema: EntrySchema }) {
  const t = useMessages(directoriesMessages);
  if (!hints) return null;
  return (
    <Card>
      <Facts
        facts={[
          [t('purpose'), hints.purpose],
          [t('whenToUse'), hints.when_to_use],
          [t('whenNotToUse'), hints.when_not_to_use],
          [t('searchable'), hints.searchable?.join(', ')],
          [t('filterable'), hints.filterable?.join(', ')],
        ]}
      />
    </Card>
  );
}

function Document({ document }: { readonly document: Readonly<Record<string, unknown>> }) {
  const t = useMessages(directoriesMessages);
  return (
    <pre className="code-block" tabIndex={0} aria-label={t('document')}>
      {JSON.stringify(document, null, 2)}
    </pre>
  );
}
