import type { AccountSchemaSummary } from '@salient/contracts/admin';
import type { DirectoryListView } from '@salient/contracts/directory';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/index.js';
import type { EntrySchema } from './form/entry-schema.js';

/** Paths below `/api/admin`. */
export const paths = {
  lists: (account: string) => `/accounts/${account}/directory-lists`,
  list: (account: string, list: string) => `/accounts/${account}/directory-lists/${list}`,
  schemas: (account: string) => `/accounts/${account}/directory-schemas`,
};

export const listQuery = (account: string, list: string) =>
  queryOptions({
    queryKey: ['directory-list', account, list],
    queryFn: ({ signal }) => api.read<DirectoryListView>(paths.list(account, list), {}, signal),
  });

/** The schema that the list's entries have to fit: the version that it pins, with the account's overlay. */
export const listSchemaQuery = (account: string, list: string) =>
  queryOptions({
    queryKey: ['directory-list', account, list, 'schema'],
    queryFn: async ({ signal }) => (await api.get<{ schema: EntrySchema }>(`${paths.list(account, list)}/schema`, {}, signal)).schema,
  });

export const accountSchemasQuery = (account: string) =>
  queryOptions({
    queryKey: ['account-schemas', account],
    queryFn: ({ signal }) => api.all<AccountSchemaSummary>(paths.schemas(account), {}, signal),
  });
