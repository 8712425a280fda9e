import type { DirectoryEntryView, DirectoryListView, EntrySort } from '@salient/contracts/directory';
import { Rows3 } from 'lucide-react';
import { usePages } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug, useSearchValues } from '../../routing/index.js';
import { EmptyState, QueryView, SearchField, SelectField } from '../../ui/index.js';
import { paths } from './directory-queries.js';
import { EntryTable } from './entry-table.js';
import { directoriesMessages } from './messages/index.js';

const statuses = ['active', 'archived', 'all'] as const;
const matches = ['text', 'exact', 'substring'] as const;
const sorts = ['name', '-name', 'updated_at', '-updated_at'] as const satisfies readonly EntrySort[];

/** A list's entries, as far as they were scrolled to, found the way that an agent finds them. */
export function Entries({ list }: { readonly list: DirectoryListView }) {
  const t = useMessages(directoriesMessages);
  const account = useAccountSlug();
  const [search, setSearch] = useSearchValues();
  const status = statuses.find((each) => each === search['status']) ?? 'active';
  const match = matches.find((each) => each === search['match']) ?? 'text';
  const q = search['q'] ?? '';
  const sort = sorts.find((each) => each === search['sort']);
  const filter = { status, ...(q ? { q, match } : {}) };
  const query = { ...filter, sort };
  const isFiltered = q !== '' || status !== 'active';
  const entries = usePages<DirectoryEntryView>(['entries', account, list.slug], `${paths.list(account, list.slug)}/entries`, query);
  return (
    <div className="stack">
      <search className="filters">
        <SearchField label={t('find')} maxLength={500} value={q} onChange={(words) => setSearch({ q: words })} />
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
            <EmptyState icon={Rows3} title={isFiltered ? t('noneFoundTitle') : t('noEntriesTitle')}>
              {isFiltered ? t('noneFoundText') : t('noEntriesText')}
            </EmptyState>
          ) : (
            <EntryTable
              key={JSON.stringify(filter)} // what is marked belongs to what was found
              list={list}
              rows={rows}
              filter={filter}
              paging={entries}
              sort={{ value: sort, onChange: (next) => setSearch({ sort: next }) }}
              isWhole={!isFiltered}
            />
          )
        }
      </QueryView>
    </div>
  );
}
