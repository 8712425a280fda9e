import type { BulkEditRequest, DirectoryEntryView, DirectoryListView, EntrySort } from '@salient/contracts/directory';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useMay, type Paging } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { AccountLink, useAccountSlug } from '../../routing/index.js';
import { Badge, DataTable, type Column, type TableSelection, type TableSort } from '../../ui/index.js';
import { BulkBar } from './bulk-bar.js';
import { listSchemaQuery } from './directory-queries.js';
import { displayFields, shownValue } from './form/entry-schema.js';
import { directoriesMessages } from './messages/index.js';

/** Beside name and tags a row has room for so many fields. */
const FIELDS_MAX = 3;

interface EntryTableProps {
  readonly list: DirectoryListView;
  readonly rows: readonly DirectoryEntryView[];
  /** What has found the rows. */
  readonly filter: NonNullable<BulkEditRequest['filter']>;
  readonly paging: Paging;
  readonly sort: TableSort;
  /** Whether nothing is filtered, so that the list's own number of entries is that of the rows. */
  readonly isWhole: boolean;
}

/** The rows of a list's entries, with what can be done to those that are marked. */
export function EntryTable({ list, rows, filter, paging, sort, isWhole }: EntryTableProps) {
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
        sortName: 'name' satisfies EntrySort,
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
      { id: 'tags', header: t('tags'), cell: ({ tags }) => <Tags tags={tags} /> },
      {
        id: 'changed',
        header: t('changedAt'),
        width: '130px',
        align: 'end',
        sortName: '-updated_at' satisfies EntrySort, // what was changed last is what one looks for
        cell: ({ updated_at: at }) => format.relative(at),
      },
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
        sort={sort}
        {...(isWhole ? { total: list.entries } : {})}
      />
    </>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <div className="row row-tight">
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </div>
  );
}

/** On one line; what is cut off is shown on hovering. */
function Shown({ value }: { readonly value: string }) {
  if (value === '') return null;
  return (
    <div className="truncate" title={value}>
      {value}
    </div>
  );
}
