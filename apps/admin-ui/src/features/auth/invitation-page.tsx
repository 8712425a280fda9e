import type { AcceptedInvitation, AcceptInvitationRequest, Invitation } from '@salient/contracts/admin';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, call } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { Button, buttonClass, Form, Notice, QueryView, TextField } from '../../ui/index.js';
import { Door } from './door.js';
import { linkToken } from './link-token.js';
import { authMessages } from './messages/index.js';

/** Accepts an invitation: somebody new chooses name and password, somebody known confirms with the one that he has. */
export default function InvitationPage() {
  const t = useMessages(authMessages);
  const [token] = useState(() => linkToken() ?? '');
  const url = `/api/admin/auth/invitations/${encodeURIComponent(token)}`;
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: async ({ signal }) => (await (await call('GET', url, { signal })).json()) as Invitation,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isGone = invitation.error instanceof ApiProblem && invitation.error.status === 404;
  if (isGone)
    return (
      <Door title={t('invitationGone')} description={t('invitationGoneText')}>
        <Link to="/sign-in" className={buttonClass({ variant: 'primary' })}>
          {t('signIn')}
        </Link>
      </Door>
    );
  return <QueryView query={invitation}>{(data) => <Accept url={url} invitation={data} />}</QueryView>;
}

function Accept({
  url,
  invitation: { email, account, role, has_password: isKnown },
}: {
  readonly url: string;
  readonly invitation: Invitation;
}) {
  const t = useMessages(authMessages);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: async (body: AcceptInvitationRequest) => (await (await call('POST', url, { body })).json()) as AcceptedInvitation,
  });
  if (accept.isSuccess)
    return (
      <Door title={t('accepted')} description={t('acceptedText', { account: account.name })}>
        <Link to="/sign-in" search={{ email } as never} className={buttonClass({ variant: 'primary' })}>
          {t('signIn')}
        </Link>
      </Door>
    );
  const submit = () => accept.mutate({ password, ...(isKnown || !name.trim() ? {} : { name: name.trim() }) });
  return (
    <Door title={t('invitedTo', { account: account.name })} description={t('invitedAs', { email, role: t(role) })}>
      {isKnown && <Notice>{t('confirmText')}</Notice>}
      <Form onSubmit={submit} problem={accept.error} fields={['/name', '/password']}>
        {!isKnown && <TextField label={t('yourName')} pointer="/name" autoComplete="name" optional value={name} onChange={setName} />}
        <TextField
          label={isKnown ? t('password') : t('newPassword')}
          hint={isKnown ? undefined : t('passwordHint')}
          type="password"
          pointer="/password"
          autoComplete={isKnown ? 'current-password' : 'new-password'}
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" variant="primary" busy={accept.isPending}>
          {t('accept')}
        </Button>
      </Form>
    </Door>
  );
}
