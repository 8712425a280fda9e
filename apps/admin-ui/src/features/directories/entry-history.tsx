import type { EntryVersionView } from '@salient/contracts/directory';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, useMay, usePages } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Button, Card, ProblemAlert, QueryView, toast } from '../../ui/index.js';
import { shownValue } from './form/entry-schema.js';
import { directoriesMessages } from './messages/index.js';

/** What the entry was, the newest version first, and a way back to each. */
export function EntryHistory({ path }: { readonly path: string }) {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const mayWrite = useMay(account, 'editor');
  const client = useQueryClient();
  const versions = usePages<EntryVersionView>(['entry-history', path], `${path}/history`);
  const restore = useMutation({
    mutationFn: (version: number) => api.send('POST', `${path}/undo`, { body: { version } }),
    onSuccess: (_, version) => {
      void client.invalidateQueries();
      toast({ text: t('restored', { version }) });
    },
  });
  return (
    <Card title={t('history')} className="entry-history">
      {restore.error && <ProblemAlert problem={restore.error} />}
      <QueryView query={versions}>
        {(rows) => (
          <ol className="history">
            {rows.map((version, index) => (
              <li key={version.version} className="stack-tight">
                <Change version={version} former={rows[index + 1]} />
                {mayWrite && index > 0 && version.status !== 'deleted' && (
                  <div>
                    <Button size="small" busy={restore.isPending} onClick={() => restore.mutate(version.version)}>
                      {t('bringBack', { version: version.version })}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ol>
        )}
      </QueryView>
      {versions.more && <Button onClick={versions.more}>{t('more')}</Button>}
    </Card>
  );
}

function Change({ version, former }: { readonly version: EntryVersionView; readonly former: EntryVersionView | undefined }) {
  const t = useMessages(directoriesMessages);
  const format = useFormat();
  return (
    <>
      <strong>
        {version.version}. {t(`change_${version.change}`)}
      </strong>
      <span className="small quiet">
        <time dateTime={version.changed_at}>{format.dateTime(version.changed_at)}</time> · {version.changed_by.split(':')[0]}
      </span>
      {former && (
        <ul className="small differences">
          {differences(former, version).map(([field, before, after]) => (
            <li key={field}>
              <code>{field}</code> {before && <del>{before}</del>} {after && <ins>{after}</ins>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function differences(former: EntryVersionView, version: EntryVersionView): (readonly [string, string, string])[] {
  const flat = ({ name, tags, contact, data }: EntryVersionView): Record<string, unknown> => ({ name, tags, ...contact, ...data });
  const [before, after] = [flat(former), flat(version)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => [field, shownValue(before[field]), shownValue(after[field])] as const)
    .filter(([, one, other]) => one !== other);
}
