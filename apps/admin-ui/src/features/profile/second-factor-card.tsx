import type { Me, RecoveryCodes, TotpEnrolment } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { api, meQuery } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { Badge, Button, Card, ProblemAlert, useUndoable } from '../../ui/index.js';
import { Enrolment } from './enrolment.js';
import { profileMessages } from './messages/index.js';
import { RecoveryCodeList } from './recovery-code-list.js';

/** The second factor: set up, confirmed by a first code, with codes for the day when the phone is gone; and turned off. */
export function SecondFactorCard({ isOn }: { readonly isOn: boolean }) {
  const t = useMessages(profileMessages);
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const enrol = useMutation({ mutationFn: () => api.send<TotpEnrolment>('POST', '/auth/totp') });
  const undoable = useUndoable<Me>(meQuery.queryKey);
  const turnOff = () =>
    undoable({
      change: (me) => ({ ...me, totp_enabled: false }),
      text: t('turnedOff'),
      failed: () => t('notTurnedOff'),
      request: ['DELETE', '/auth/totp'],
    });
  const confirmed = ({ recovery_codes: made }: RecoveryCodes) => {
    setCodes(made);
    enrol.reset();
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <Card title={t('secondFactor')} actions={<Badge tone={isOn ? 'good' : 'neutral'}>{t(isOn ? 'on' : 'off')}</Badge>}>
      <div className="stack">
        <p className="quiet">{t(isOn ? 'onText' : 'offText')}</p>
        {enrol.error && <ProblemAlert problem={enrol.error} />}
        {codes ? (
          <RecoveryCodeList codes={codes} onKept={() => setCodes(null)} />
        ) : isOn ? (
          <div>
            <Button onClick={turnOff}>{t('turnOff')}</Button>
          </div>
        ) : enrol.data ? (
          <Enrolment enrolment={enrol.data.value} onConfirmed={confirmed} onCancel={enrol.reset} />
        ) : (
          <div>
            <Button variant="primary" icon={ShieldCheck} busy={enrol.isPending} onClick={() => enrol.mutate()}>
              {t('setUp')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
