import type { Me } from '@salient/contracts/admin';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { accountPath } from '../../routing/index.js';
import { Badge, Card, Facts, Page } from '../../ui/index.js';
import { profileMessages } from './messages/index.js';
import { PasswordCard } from './password-card.js';
import './profile.css';
import { SecondFactorCard } from './second-factor-card.js';
import { SessionsCard } from './sessions-card.js';

/** Who somebody is here, and what keeps others from being him. */
export default function ProfilePage() {
  const t = useMessages(profileMessages);
  const me = useMe();
  return (
    <Page title={t('title')} description={t('description')}>
      <Person me={me} />
      <PasswordCard email={me.email} />
      <SecondFactorCard isOn={me.totp_enabled} />
      <SessionsCard />
    </Page>
  );
}

function Person({ me }: { readonly me: Me }) {
  const t = useMessages(profileMessages);
  return (
    <Card title={t('person')}>
      <Facts
        facts={[
          ...(me.name ? [[t('name'), me.name] as const] : []),
          [t('email'), me.email],
          [t('memberships'), <Memberships key="memberships" me={me} />],
        ]}
      />
    </Card>
  );
}

function Memberships({ me: { memberships, platform_admin: isPlatformAdmin } }: { readonly me: Me }) {
  const t = useMessages(profileMessages);
  return (
    <ul className="profile-memberships">
      {isPlatformAdmin && (
        <li>
          <Badge tone="accent">{t('platformAdmin')}</Badge> <span className="quiet">{t('everyAccount')}</span>
        </li>
      )}
      {memberships.map(({ account_id: id, account, role }) => (
        <li key={id}>
          <Link to={accountPath(account, '')}>{account}</Link> <Badge>{t(role)}</Badge>
        </li>
      ))}
      {!isPlatformAdmin && memberships.length === 0 && <li>{t('noMembership')}</li>}
    </ul>
  );
}
