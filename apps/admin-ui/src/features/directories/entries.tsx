import type { BulkEditRequest, DirectoryEntryView, DirectoryListView } from '@salient/contracts/directory';
import { useQuery } from '@tanstack/react-query';
import { Rows3 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useMay, usePages, type Paging } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { AccountLink, useAccountSlug, useSearchValues } from '../../routing/index.js';
import { Badge, DataTable, EmptyState, QueryView, SelectField, TextField, type Column, type TableSelection } from '../../ui/index.js';
import { BulkBar } from './bulk-bar.js';
import { listSchemaQuery, paths } from './directory-queries.js';
import { displayFields, shownValue } from './form/entry-schema.js';
import { directoriesMessages } from './messages/index.js';

const statuses = ['active', 'archived', 'all'] as const;
const matches = ['text', 'exact', 'substring'] as const;
/** After the last letter, in milliseconds. */
const TYPING_MS = 250;
/** Beside name and tags a row has room for so many fields. */
const FIELDS_MAX = 3;

/** A list's entries, as far as they were scrolled to, found the way that an agent finds them. */
export function Entries({ list }: { readonly list: DirectoryListView }) {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const [search, setSearch] = useSearchValues();
  const status = statuses.find((each) => each === search['status']) ?? 'active';
  const match = matches.find((each) => each === search['match']) ?? 'text';
  const q = search['q'] ?? '';
  const query = { q, status, ...(q && match !== 'text' ? { match } : {}) };
  const entries = usePages<DirectoryEntryView>(['entries', account, list.slug], `${paths.list(account, list.slug)}/entries`, query);
  return (
    <div className="stack">
      <search className="grid-two">
        <SearchField value={q} onChange={(words) => setSearch({ q: words })} />
        <SelectField
          label={t('match')}
          value={match}
          options={matches.map((each) => ({ value: each, label: t(`match_${each}`) }))}
          onChange={(next) => setSearch({ match: next === 'text' ? undefined : next })}
        />
        <SelectField
          label={t('status')}
          value={status}
          options={statuses.map((each) => ({ value: each, label: t(each) }))}
          onChange={(next) => setSearch({ status: next === 'active' ? undefined : next })}
        />
      </search>
      <QueryView query={entries}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={Rows3} title={q ? t('noneFoundTitle') : t('noEntriesTitle')}>
              {q ? t('noneFoundText') : t('noEntriesText')}
            </EmptyState>
          ) : (
            <EntryTable
              key={JSON.stringify(query)} // what is marked belongs to what was found
              list={list}
              rows={rows}
              filter={{ status, ...(q ? { q, match } : {}) }}
              paging={entries}
              isWhole={!q && status === 'active'}
            />
          )
        }
      </QueryView>
    </div>
  );
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (words: string) => void }) {
  const t = useMessages(directoriesMessages);
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return <TextField label={t('find')} type="search" maxLength={500} value={text} onChange={setText} />;
}

interface EntryTableProps {
  readonly list: DirectoryListView;
  readonly rows: readonly DirectoryEntryView[];
  /** What has found the rows. */
  readonly filter: NonNullable<BulkEditRequest['filter']>;
  readonly paging: Paging;
  /** Whether nothing is filtered, so that the list's own number of entries is that of the rows. */
  readonly isWhole: boolean;
}

function EntryTable({ list, rows, filter, paging, isWhole }: EntryTableProps) {
  const t = useMessages(directoriesMessages);
  const format = useFormat();
  const account = useAccountSlug();
  const mayWrite = useMay(account, 'editor');
  const { data: schema } = useQuery(listSchemaQuery(account, list.slug));
  const [selected, setSelected] = useState<ReadonlySet<string> | 'all'>(new Set());
  const selection: TableSelection<DirectoryEntryView> = {
    isSelected: ({ id }) => selected === 'all' || selected.has(id),
    onSelect: (entries, isSelected) => {
      const ids = new Set(selected === 'all' ? rows.map(({ id }) => id) : selected);
      for (const { id } of entries) ids[isSelected ? 'add' : 'delete'](id);
      setSelected(ids);
    },
    labelOf: ({ name }) => t('select', { name }),
  };
  const columns = useMemo((): Column<DirectoryEntryView>[] => {
    const fields = schema ? displayFields(schema).slice(0, FIELDS_MAX) : [];
    return [
      {
        id: 'name',
        header: t('name'),
        primary: true,
        width: '2fr',
        cell: ({ id, name, status }) => (
          <>
            <AccountLink path={`directories/${list.slug}/entries/${id}`} className="row-link">
              {name}
            </AccountLink>{' '}
            {status === 'archived' && <Badge>{t('archived')}</Badge>}
          </>
        ),
      },
      ...fields.map(({ name, title }): Column<DirectoryEntryView> => {
        return { id: name, header: title, width: '1.3fr', cell: ({ data }) => <Shown value={shownValue(data[name])} /> };
      }),
      { id: 'tags', header: t('tags'), cell: ({ tags }) => tags.map((tag) => <Badge key={tag}>{tag}</Badge>) },
      { id: 'changed', header: t('changedAt'), width: '130px', align: 'end', cell: ({ updated_at: at }) => format.relative(at) },
    ];
  }, [schema, list.slug, t, format]);
  return (
    <>
      {(selected === 'all' || selected.size > 0) && (
        <BulkBar
          list={list.slug}
          selected={selected}
          filter={filter}
          onSelectAll={() => setSelected('all')}
          onClear={() => setSelected(new Set())}
        />
      )}
      <DataTable
        label={list.name}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        linked
        selection={mayWrite ? selection : undefined}
        paging={paging}
        {...(isWhole ? { total: list.entries } : {})}
      />
    </>
  );
}

/** On one line; what is cut off is shown on hovering. */
function Shown({ value }: { readonly value: string }) {
  return (
    <div className="truncate" title={value}>
      {value}
    </div>
  );
}
