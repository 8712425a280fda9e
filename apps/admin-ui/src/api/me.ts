import type { Account, Me, Role } from '@salient/contracts/admin';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { api } from './admin-api.js';
import { session, type SessionStatus } from './session.js';

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => api.get<Me>('/auth/me', undefined, signal) });

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => api.all<Account>('/accounts', {}, signal),
});

export const accountQuery = (account: string) =>
  queryOptions({ queryKey: ['account', account], queryFn: ({ signal }) => api.get<Account>(`/accounts/${account}`, undefined, signal) });

/** Who is signed in; below the shell it is always known. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useSessionStatus(): SessionStatus {
  return useSyncExternalStore(session.subscribe, session.status);
}

/** From the least to the most that a member may do. */
const ORDER: readonly Role[] = ['viewer', 'editor', 'admin', 'owner'];

/** Whether somebody may do in an account what takes this role; platform admins may do everything. */
export function holdsRole(me: Me, account: string, role: Role): boolean {
  if (me.platform_admin) return true;
  const held = me.memberships.find((membership) => membership.account === account || membership.account_id === account)?.role;
  return held !== undefined && ORDER.indexOf(held) >= ORDER.indexOf(role);
}

/** Whether the signed-in person holds at least this role in the account: what he may not do is not offered. */
export function useMay(account: string, role: Role): boolean {
  return holdsRole(useMe(), account, role);
}

export function useAccount(account: string): Account | undefined {
  return useQuery(accountQuery(account)).data;
}
