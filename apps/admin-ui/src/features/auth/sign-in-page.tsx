import type { LoginRequest } from '@salient/contracts/admin';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiProblem, session, useSessionStatus } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { Button, Form, Notice, TextField } from '../../ui/index.js';
import { Door } from './door.js';
import { authMessages } from './messages/index.js';

interface SignInSearch {
  readonly then?: string;
  readonly ended?: unknown;
  readonly email?: string;
}

/** Signs in; asks for the code of the second factor when the API does. */
export default function SignInPage() {
  const t = useMessages(authMessages);
  const status = useSessionStatus();
  const router = useRouter();
  // As it was on arrival: while the next page is on its way, the address is that page's already.
  const search = useSearch({ strict: false }) as SignInSearch;
  const [{ then, ended, email: known = '' }] = useState(search);
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const signIn = useMutation<void, Error, LoginRequest>({ mutationFn: (credentials) => session.signIn(credentials) });
  const isCodeAsked = signIn.error instanceof ApiProblem && signIn.error.code === 'totp_required';
  const [needsCode, setNeedsCode] = useState(false);
  if (isCodeAsked && !needsCode) setNeedsCode(true);
  useEffect(() => {
    if (status === 'signed-in') router.history.replace(ownPath(then));
  }, [status, router, then]);
  const submit = () => {
    const totp = code.trim();
    signIn.mutate({ email: email.trim(), password, ...(needsCode && totp ? { totp } : {}) });
  };
  return (
    <Door title={t('signIn')} description={needsCode ? t('codeNeeded') : undefined}>
      {Boolean(ended) && <Notice title={t('sessionEnded')} />}
      <Form onSubmit={submit} problem={isCodeAsked ? null : signIn.error} fields={['/email', '/password', '/totp']}>
        <TextField
          label={t('email')}
          type="email"
          pointer="/email"
          autoComplete="username"
          required
          value={email}
          onChange={setEmail}
          autoFocus={!known}
        />
        <TextField
          label={t('password')}
          type="password"
          pointer="/password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
          autoFocus={Boolean(known)}
        />
        {needsCode && (
          <TextField
            label={t('code')}
            hint={t('codeHint')}
            pointer="/totp"
            autoComplete="one-time-code"
            autoFocus
            value={code}
            onChange={setCode}
          />
        )}
        <Button type="submit" variant="primary" busy={signIn.isPending || status === 'starting' || status === 'signed-in'}>
          {t('signIn')}
        </Button>
      </Form>
      <Link to="/password-reset" className="small">
        {t('forgotten')}
      </Link>
    </Door>
  );
}

/** Only a path of this interface: an address from outside leads nowhere. */
function ownPath(path: string | undefined): string {
  return path?.startsWith('/') && !path.startsWith('//') && !path.startsWith('/\\') && !path.startsWith('/sign-in') ? path : '/';
}
