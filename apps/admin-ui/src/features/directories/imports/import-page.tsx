import type { ImportView } from '@salient/contracts/directory-imports';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, useMay } from '../../../api/index.js';
import { useFormat, useMessages } from '../../../i18n/index.js';
import { accountPath, useAccountSlug, useParameter } from '../../../routing/index.js';
import { Button, Card, DownloadButton, Notice, Page, ProblemAlert, QueryView, Stat, toast } from '../../../ui/index.js';
import { paths } from '../directory-queries.js';
import '../directories.css';
import { directoriesMessages } from '../messages/index.js';
import { FaultTable } from './fault-table.js';
import { ImportStatus } from './import-status.js';
import { isUnderWay, useImport } from './use-import.js';

/** The last steps of an import: what it would do, what is wrong in the file, apply, and the way back. */
export default function ImportPage() {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const list = useParameter('list');
  const id = useParameter('import');
  const path = `${paths.list(account, list)}/imports/${id}`;
  const shown = useImport(path);
  return (
    <Page
      title={shown.data?.file_name ?? t('import')}
      back={{ to: `${accountPath(account, `directories/${list}`)}?tab=imports`, label: t('importsTab') }}
      status={shown.data && <ImportStatus status={shown.data.status} />}
    >
      <QueryView query={shown}>{(view) => <Import view={view} path={path} list={list} />}</QueryView>
    </Page>
  );
}

function Import({ view, path, list }: { readonly view: ImportView; readonly path: string; readonly list: string }) {
  const t = useMessages(directoriesMessages);
  const format = useFormat();
  const { status, counts, rows, error, kept } = view;
  return (
    <>
      {error && (
        <Notice tone="warn" title={t('import_failed')}>
          {error}
        </Notice>
      )}
      {isUnderWay(view) && (
        <Card>
          <progress className="progress" aria-label={t(`import_${status}`)} />
          <p aria-live="polite">{t('rowsRead', { rows: format.number(rows) })}</p>
        </Card>
      )}
      <div className="import-counts">
        {(['create', 'update', 'unchanged', 'archive', 'invalid'] as const).map((kind) => (
          <Stat key={kind} label={t(`count_${kind}`)} value={format.number(counts[kind])} />
        ))}
      </div>
      {status === 'undone' && kept > 0 && <Notice>{t.count('kept', kept)}</Notice>}
      <Steps view={view} path={path} list={list} />
      {counts.invalid > 0 && !isUnderWay(view) && <Faults path={path} />}
    </>
  );
}

function Steps({ view: { status, counts }, path, list }: { readonly view: ImportView; readonly path: string; readonly list: string }) {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const mayWrite = useMay(account, 'editor');
  const client = useQueryClient();
  const step = useMutation({
    mutationFn: (name: 'apply' | 'undo' | 'cancel') => api.send<ImportView>('POST', `${path}/${name}`),
    onSuccess: ({ value }, name) => {
      client.setQueryData(['import', path], value);
      if (name !== 'apply') toast({ text: t(name === 'undo' ? 'import_undone' : 'import_cancelled') });
    },
    onError: () => void client.invalidateQueries({ queryKey: ['import', path] }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['entries', account, list] });
      void client.invalidateQueries({ queryKey: ['directory-list', account, list] });
    },
  });
  if (!mayWrite) return null;
  const changes = counts.create + counts.update + counts.archive;
  return (
    <div className="stack">
      <div className="row">
        {status === 'ready' && (
          <Button variant="primary" busy={step.isPending} onClick={() => step.mutate('apply')}>
            {t.count('applyChanges', changes)}
          </Button>
        )}
        {status === 'applied' && (
          <Button busy={step.isPending} onClick={() => step.mutate('undo')}>
            {t('undoImport')}
          </Button>
        )}
        {(status === 'ready' || status === 'validating' || status === 'applying') && (
          <Button busy={step.isPending} onClick={() => step.mutate('cancel')}>
            {t('cancelImport')}
          </Button>
        )}
      </div>
      {step.error && <ProblemAlert problem={step.error} />}
    </div>
  );
}

function Faults({ path }: { readonly path: string }) {
  const t = useMessages(directoriesMessages);
  return (
    <Card
      title={t('faults')}
      actions={
        <DownloadButton path={`${path}/errors.csv`} fileName="errors.csv">
          {t('downloadFaults')}
        </DownloadButton>
      }
    >
      <div className="stack">
        <p className="quiet">{t('faultsText')}</p>
        <FaultTable path={path} />
      </div>
    </Card>
  );
}
