import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check, ChevronsUpDown } from 'lucide-react';
import { accountsQuery, useMe } from '../api/index.js';
import { useMessages } from '../i18n/index.js';
import { accountPath } from '../routing/index.js';
import { Menu, MenuItem } from '../ui/index.js';
import { useCurrentAccount } from './current-account.js';
import { appMessages } from './messages/index.js';

const SHOWN_MAX = 30;

/** Says which account is open, and opens another one. */
export function AccountSwitch() {
  const t = useMessages(appMessages);
  const me = useMe();
  const current = useCurrentAccount();
  const { data: accounts = [] } = useQuery(accountsQuery);
  const navigate = useNavigate();
  if (!current) return null;
  const name = accounts.find(({ slug }) => slug === current)?.name ?? current;
  const role = me.memberships.find(({ account }) => account === current)?.role;
  const others = accounts.filter(({ status }) => status !== 'deleted').slice(0, SHOWN_MAX);
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="account-switch">
          <span className="visually-hidden">{t('account')}</span>
          <span className="account-mark" aria-hidden="true">
            {name.slice(0, 1).toUpperCase()}
          </span>
          <span className="account-text">
            <span className="truncate account-name">{name}</span>
            <span className="truncate small quiet">{role ? t(role) : t('platformAdmin')}</span>
          </span>
          <ChevronsUpDown size={16} aria-hidden="true" />
        </button>
      }
    >
      {others.map((account) => (
        <MenuItem key={account.id} onSelect={() => void navigate({ to: accountPath(account.slug, '') })}>
          <span className="truncate" style={{ flex: 1 }}>
            {account.name}
          </span>
          {account.slug === current && <Check size={16} aria-label={t('current')} />}
        </MenuItem>
      ))}
      {accounts.length > SHOWN_MAX && <div className="menu-label">{t('moreAccounts')}</div>}
    </Menu>
  );
}
