import { useMutation } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { api, session } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { Button, Card, ProblemAlert } from '../../ui/index.js';
import { profileMessages } from './messages/index.js';

/** The way out on every device at once, for one that was lost or left open. */
export function SessionsCard() {
  const t = useMessages(profileMessages);
  const leave = useMutation({ mutationFn: () => api.send('POST', '/auth/logout-everywhere'), onSuccess: () => session.leave() });
  return (
    <Card title={t('sessions')}>
      <div className="stack">
        <p className="quiet">{t('sessionsText')}</p>
        {leave.error && <ProblemAlert problem={leave.error} />}
        <div>
          <Button icon={LogOut} busy={leave.isPending} onClick={() => leave.mutate()}>
            {t('signOutEverywhere')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
