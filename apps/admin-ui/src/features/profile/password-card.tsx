import type { ChangePasswordRequest } from '@salient/contracts/admin';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, session } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { Button, Card, Form, TextField, toast } from '../../ui/index.js';
import { profileMessages } from './messages/index.js';

/** Another password; the one before is asked for, and every other session ends. */
export function PasswordCard({ email }: { readonly email: string }) {
  const t = useMessages(profileMessages);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: async (body: ChangePasswordRequest) => session.goOn(await api.raw('POST', '/auth/password', { body })),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      toast({ text: t('passwordChanged') });
    },
  });
  return (
    <Card title={t('password')}>
      <Form
        className="stack profile-form"
        aria-label={t('password')}
        onSubmit={() => change.mutate({ current_password: current, password: next })}
        problem={change.error}
        fields={['/current_password', '/password']}
      >
        {/* Tells password managers whose password it is. */}
        <input className="visually-hidden" type="email" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden="true" />
        <TextField
          label={t('currentPassword')}
          type="password"
          pointer="/current_password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <TextField
          label={t('newPassword')}
          hint={t('passwordHint')}
          type="password"
          pointer="/password"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
        />
        <div>
          <Button type="submit" variant="primary" busy={change.isPending}>
            {t('changePassword')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
