import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, type ComponentProps } from 'react';

/** The account of the address, by its slug. */
export function useAccountSlug(): string {
  return useParameter('account');
}

/** A parameter of the page's path, such as `agent` of `agents/$agent`. */
export function useParameter(name: string): string {
  const parameters = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const value = parameters[name];
  if (value === undefined) throw new Error(`This page's path has no $${name}.`);
  return value;
}

/** @param path below the account, such as `agents` */
export function accountPath(account: string, path: string): string {
  return `/accounts/${encodeURIComponent(account)}${path === '' ? '' : `/${path}`}`;
}

type AccountLinkProps = Omit<ComponentProps<'a'>, 'href'> & { readonly path: string };

/** A link to a page of the account of the address. */
export function AccountLink({ path, children, ...rest }: AccountLinkProps) {
  return (
    <Link {...rest} to={accountPath(useAccountSlug(), path)}>
      {children}
    </Link>
  );
}

/** Goes to a page of the account of the address. */
export function useGoTo(): (path: string) => void {
  const account = useAccountSlug();
  const navigate = useNavigate();
  return useCallback((path) => void navigate({ to: accountPath(account, path) }), [account, navigate]);
}
