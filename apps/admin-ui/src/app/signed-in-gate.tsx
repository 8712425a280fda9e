import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { meQuery, useSessionStatus } from '../api/index.js';
import { useMessages } from '../i18n/index.js';
import { ProblemAlert } from '../ui/index.js';
import { appMessages } from './messages/index.js';

/** Shows what is behind it to whoever is signed in; everybody else goes to sign in first and comes back here. */
export function SignedInGate({ children }: { readonly children: ReactNode }) {
  const status = useSessionStatus();
  if (status === 'starting') return <Splash />;
  if (status === 'signed-in') return <WithMe>{children}</WithMe>;
  return <ToSignIn hasEnded={status === 'ended'} />;
}

function ToSignIn({ hasEnded }: { readonly hasEnded: boolean }) {
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    // Once, and with the address of now: while the next page is on its way, the address is that page's already.
    if (router.latestLocation.pathname === '/sign-in') return;
    const search = { then: router.latestLocation.href, ...(hasEnded ? { ended: 1 } : {}) };
    void navigate({ to: '/sign-in', search: search as never, replace: true });
  }, [navigate, router, hasEnded]);
  return <Splash />;
}

function WithMe({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery(meQuery);
  if (data) return children;
  if (!error) return <Splash />;
  return (
    <main className="splash">
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
    </main>
  );
}

function Splash() {
  const t = useMessages(appMessages);
  return (
    <main className="splash" role="status" aria-label={t('starting')}>
      <span className="spinner" aria-hidden="true" />
    </main>
  );
}
