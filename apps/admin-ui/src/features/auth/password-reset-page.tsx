import type { NewPasswordRequest, PasswordResetRequest } from '@salient/contracts/admin';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, call } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { Button, buttonClass, Form, Notice, TextField } from '../../ui/index.js';
import { Door } from './door.js';
import { linkToken } from './link-token.js';
import { authMessages } from './messages/index.js';

const RESET = '/api/admin/auth/password-reset';

/** Without a link: asks for one. With the link of the mail: takes the new password. */
export default function PasswordResetPage() {
  const [token] = useState(linkToken);
  return token === null ? <AskForLink /> : <ChoosePassword token={token} />;
}

function AskForLink() {
  const t = useMessages(authMessages);
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: (body: PasswordResetRequest) => call('POST', RESET, { body }) });
  return (
    <Door title={t('resetTitle')} description={ask.isSuccess ? undefined : t('resetText')}>
      {ask.isSuccess ? (
        <Notice title={t('resetSent')}>{t('resetSentText', { email })}</Notice>
      ) : (
        <Form onSubmit={() => ask.mutate({ email: email.trim() })} problem={ask.error} fields={['/email']}>
          <TextField label={t('email')} type="email" pointer="/email" autoComplete="username" autoFocus value={email} onChange={setEmail} />
          <Button type="submit" variant="primary" busy={ask.isPending}>
            {t('sendLink')}
          </Button>
        </Form>
      )}
      <BackToSignIn />
    </Door>
  );
}

function ChoosePassword({ token }: { readonly token: string }) {
  const t = useMessages(authMessages);
  const [password, setPassword] = useState('');
  const choose = useMutation({
    mutationFn: (body: NewPasswordRequest) => call('POST', `${RESET}/${encodeURIComponent(token)}`, { body }),
  });
  if (choose.isSuccess)
    return (
      <Door title={t('passwordChanged')} description={t('passwordChangedText')}>
        <Link to="/sign-in" className={buttonClass({ variant: 'primary' })}>
          {t('signIn')}
        </Link>
      </Door>
    );
  const isUsedUp = choose.error instanceof ApiProblem && choose.error.code === 'not_found';
  return (
    <Door title={t('choosePassword')} description={t('choosePasswordText')}>
      {isUsedUp && <Notice tone="warn" title={t('linkUsedUp')} />}
      <Form onSubmit={() => choose.mutate({ password })} problem={isUsedUp ? null : choose.error} fields={['/password']}>
        <TextField
          label={t('newPassword')}
          hint={t('passwordHint')}
          type="password"
          pointer="/password"
          autoComplete="new-password"
          autoFocus
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" variant="primary" busy={choose.isPending}>
          {t('changePassword')}
        </Button>
      </Form>
      <BackToSignIn />
    </Door>
  );
}

function BackToSignIn() {
  const t = useMessages(authMessages);
  return (
    <Link to="/sign-in" className="small">
      {t('backToSignIn')}
    </Link>
  );
}
