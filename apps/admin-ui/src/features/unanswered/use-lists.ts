import type { DirectoryListView } from '@salient/contracts/directory';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.js';

/** The account's directory lists, as choices. */
export function useListChoices(account: string): readonly { readonly value: string; readonly label: string; readonly entryType: string }[] {
  const { data = [] } = useQuery({
    queryKey: ['directory-lists', account, 'names'],
    queryFn: ({ signal }) => api.all<DirectoryListView>(`/accounts/${account}/directory-lists`, {}, signal),
  });
  return data.map(({ slug, name, entry_type: entryType }) => ({ value: slug, label: name, entryType }));
}
