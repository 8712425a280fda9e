import type { RecoveryCodes, TotpConfirmation, TotpEnrolment } from '@salient/contracts/admin';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { Button, CopyText, Form, TextField, uiMessages } from '../../ui/index.js';
import { profileMessages } from './messages/index.js';
import { QrCode } from './qr-code.js';

interface EnrolmentProps {
  readonly enrolment: TotpEnrolment;
  readonly onConfirmed: (codes: RecoveryCodes) => void;
  readonly onCancel: () => void;
}

/** What an authenticator app needs, by camera, by link or by hand; and the first code that it shows then. */
export function Enrolment({ enrolment: { secret, otpauth_url: url }, onConfirmed, onCancel }: EnrolmentProps) {
  const t = useMessages(profileMessages);
  const ui = useMessages(uiMessages);
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: (body: TotpConfirmation) => api.send<RecoveryCodes>('POST', '/auth/totp/confirm', { body }),
    onSuccess: ({ value }) => onConfirmed(value),
  });
  return (
    <div className="profile-enrolment">
      <QrCode text={url} label={t('qrCode')} />
      <Form
        className="stack"
        onSubmit={() => confirm.mutate({ totp: code.replaceAll(' ', '') })}
        problem={confirm.error}
        fields={['/totp']}
      >
        <p>
          {t('scan')} <a href={url}>{t('openApp')}</a>
        </p>
        <div className="stack-tight">
          <span className="small quiet">{t('byHand')}</span>
          <CopyText text={secret} label={t('secret')} />
        </div>
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          pointer="/totp"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          autoFocus
          value={code}
          onChange={setCode}
        />
        <div className="row">
          <Button type="submit" variant="primary" busy={confirm.isPending}>
            {t('turnOn')}
          </Button>
          <Button onClick={onCancel}>{ui('cancel')}</Button>
        </div>
      </Form>
    </div>
  );
}
