import type { AdminAgent, AdminAgentDetail, AgentContent, AgentDiff, AgentVersion, CreateAgentRequest } from '@salient/contracts/admin';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Tagged } from '../../api/index.js';

export const agentsQuery = (account: string) =>
  queryOptions({ queryKey: ['agents', account], queryFn: ({ signal }) => api.all<AdminAgent>(`/accounts/${account}/agents`, {}, signal) });

const path = (account: string, id: string, rest = '') => `/accounts/${account}/agents/${id}${rest}`;

export const agentQuery = (account: string, id: string) =>
  queryOptions({
    queryKey: ['agent', account, id],
    queryFn: ({ signal }) => api.read<AdminAgentDetail>(path(account, id), undefined, signal),
  });

export const versionsQuery = (account: string, id: string) =>
  queryOptions({
    queryKey: ['agent', account, id, 'versions'],
    queryFn: ({ signal }) => api.all<AgentVersion>(path(account, id, '/versions'), {}, signal),
  });

/** @param revision the agent's tag: another one, another comparison */
export const diffQuery = (account: string, id: string, revision: string | null) =>
  queryOptions({
    queryKey: ['agent', account, id, 'diff', revision],
    queryFn: ({ signal }) => api.get<AgentDiff>(path(account, id, '/diff'), undefined, signal),
  });

export function useCreateAgent(account: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateAgentRequest) =>
      api.send<AdminAgentDetail>('POST', `/accounts/${account}/agents`, { body, idempotencyKey: crypto.randomUUID() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['agents', account] }),
  });
}

export type AgentStep =
  | { readonly kind: 'save'; readonly change: Partial<AgentContent> }
  | { readonly kind: 'publish' | 'unpublish' | 'discard' | 'delete' }
  | { readonly kind: 'rollback'; readonly version: number };

type StepDone = (next: Tagged<AdminAgentDetail | null>, step: AgentStep) => void;

/**
 * Every change of an agent names the tag that it was made on, and leaves the newest state where it is read.
 *
 * @param onDone called also when what asked for it is no longer shown
 */
export function useAgentStep(account: string, { value: { id }, etag }: Tagged<AdminAgentDetail>, onDone?: StepDone) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: AgentStep) => send(account, id, etag, step),
    onSuccess: async (next, step) => {
      onDone?.(next, step);
      if (next.value) client.setQueryData(agentQuery(account, id).queryKey, next as Tagged<AdminAgentDetail>);
      await client.invalidateQueries({ queryKey: ['agents', account] });
      await client.invalidateQueries({ queryKey: versionsQuery(account, id).queryKey });
    },
  });
}

function send(account: string, id: string, ifMatch: string | null, step: AgentStep): Promise<Tagged<AdminAgentDetail | null>> {
  switch (step.kind) {
    case 'save':
      return api.send('PATCH', path(account, id), { body: { ...step.change, draft: true }, ifMatch });
    case 'rollback':
      return api.send('POST', path(account, id, '/rollback'), { body: { version: step.version }, ifMatch });
    case 'discard':
      return api.send('DELETE', path(account, id, '/draft'), { ifMatch });
    case 'delete':
      return api.send('DELETE', path(account, id), { ifMatch });
    case 'publish':
    case 'unpublish':
      return api.send('POST', path(account, id, `/${step.kind}`), { ifMatch });
  }
}
