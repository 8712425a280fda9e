import type { AdminAgent, CreatedToken, CreateTokenRequest, RollTokenRequest, Token } from '@salient/contracts/admin';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/index.js';

export const tokensQuery = (account: string) =>
  queryOptions({ queryKey: ['tokens', account], queryFn: ({ signal }) => api.all<Token>(`/accounts/${account}/tokens`, {}, signal) });

export const tokenQuery = (account: string, id: string) =>
  queryOptions({
    queryKey: ['tokens', account, id],
    queryFn: ({ signal }) => api.read<Token>(`/accounts/${account}/tokens/${id}`, undefined, signal),
  });

export const agentsQuery = (account: string) =>
  queryOptions({ queryKey: ['agents', account], queryFn: ({ signal }) => api.all<AdminAgent>(`/accounts/${account}/agents`, {}, signal) });

/** A POST with a key of its own, so that a repeat of a lost answer makes no second token. */
export function useCreateToken(account: string) {
  return useTokenMutation(account, (body: CreateTokenRequest) =>
    api.send<CreatedToken>('POST', `/accounts/${account}/tokens`, { body, idempotencyKey: crypto.randomUUID() }),
  );
}

export function useRollToken(account: string, id: string) {
  return useTokenMutation(account, (body: RollTokenRequest) =>
    api.send<CreatedToken>('POST', `/accounts/${account}/tokens/${id}/roll`, { body, idempotencyKey: crypto.randomUUID() }),
  );
}

/** A change of tokens, after which the list is read anew. */
export function useTokenMutation<Input, Result>(account: string, work: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: work, onSuccess: () => client.invalidateQueries({ queryKey: ['tokens', account] }) });
}
