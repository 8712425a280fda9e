import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { accountsQuery, useMe } from '../api/index.js';

const KEY = 'salient.account';

/** The account of the address, else the one that was open last, else the first; undefined while it is looked up, null when there is none. */
export function useCurrentAccount(): string | null | undefined {
  const me = useMe();
  const { account: shown } = useParams({ strict: false }) as { readonly account?: string };
  const { data: accounts } = useQuery(accountsQuery);
  useEffect(() => {
    if (shown) localStorage.setItem(KEY, shown);
  }, [shown]);
  if (shown) return shown;
  const last = localStorage.getItem(KEY);
  if (me.memberships.length > 0 && !me.platform_admin)
    return (me.memberships.find(({ account }) => account === last) ?? me.memberships[0]!).account;
  if (!accounts) return undefined;
  const known = accounts.filter(({ status }) => status !== 'deleted' && status !== 'deleting');
  return (known.find(({ slug }) => slug === last) ?? known.at(-1))?.slug ?? null;
}
