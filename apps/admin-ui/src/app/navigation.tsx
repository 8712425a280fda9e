import { Link } from '@tanstack/react-router';
import { holdsRole, useMe } from '../api/index.js';
import { useMessages } from '../i18n/index.js';
import { accountPath, navigationMessages } from '../routing/index.js';
import { useCurrentAccount } from './current-account.js';
import { navigation } from './features.js';
import { appMessages } from './messages/index.js';

/** Links to what this person has a use for. */
export function Navigation() {
  const t = useMessages(appMessages);
  const name = useMessages(navigationMessages);
  const { accountEntries, platformEntries } = useNavigationEntries();
  const list = (entries: readonly NavigationEntry[]) => (
    <ul>
      {entries.map(({ name: key, icon: Icon, to, isExact }) => (
        <li key={key}>
          <Link to={to} className="nav-link" activeOptions={{ exact: isExact }} activeProps={{ 'aria-current': 'page' }}>
            <Icon size={17} aria-hidden="true" />
            {name(key)}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <nav className="navigation" aria-label={t('navigation')}>
      {list(accountEntries)}
      {platformEntries.length > 0 && (
        <>
          <h2 className="nav-heading">{t('platform')}</h2>
          {list(platformEntries)}
        </>
      )}
    </nav>
  );
}

export type NavigationEntry = ReturnType<typeof entriesOf>[number];

function entriesOf(area: 'account' | 'platform', base: (path: string) => string) {
  return navigation.filter((entry) => entry.area === area).map((entry) => ({ ...entry, to: base(entry.path), isExact: entry.path === '' }));
}

export function useNavigationEntries(): {
  readonly accountEntries: readonly NavigationEntry[];
  readonly platformEntries: readonly NavigationEntry[];
} {
  const me = useMe();
  const account = useCurrentAccount();
  const accountEntries = account ? entriesOf('account', (path) => accountPath(account, path)) : [];
  return {
    accountEntries: accountEntries.filter(({ role }) => !role || holdsRole(me, account!, role)),
    platformEntries: me.platform_admin ? entriesOf('platform', (path) => `/platform/${path}`) : [],
  };
}
