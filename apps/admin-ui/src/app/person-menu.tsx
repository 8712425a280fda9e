import { Link } from '@tanstack/react-router';
import { LogOut, UserRound } from 'lucide-react';
import { useMe } from '../api/index.js';
import { languages, setLanguage, useLanguage, useMessages, type Language } from '../i18n/index.js';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../ui/index.js';
import { hasProfile } from './features.js';
import { appMessages } from './messages/index.js';
import { signOut } from './sign-out.js';
import { setTheme, themes, useTheme, type Theme } from './theme.js';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** Who is signed in, how it looks, and the way out. */
export function PersonMenu() {
  const t = useMessages(appMessages);
  const me = useMe();
  const theme = useTheme();
  const language = useLanguage();
  const themeNames: Readonly<Record<Theme, string>> = { system: t('themeSystem'), light: t('themeLight'), dark: t('themeDark') };
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="person-button">
          <span className="visually-hidden">{t('personMenu')}</span>
          <span className="person-mark" aria-hidden="true">
            {(me.name ?? me.email).slice(0, 1).toUpperCase()}
          </span>
          <span className="account-text">
            <span className="truncate">{me.name ?? me.email}</span>
            {me.name && <span className="truncate small quiet">{me.email}</span>}
          </span>
        </button>
      }
    >
      {hasProfile && (
        <MenuItem asChild>
          <Link to="/you">
            <UserRound size={16} aria-hidden="true" /> {t('profile')}
          </Link>
        </MenuItem>
      )}
      <MenuLine />
      <MenuChoice
        label={t('theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: themeNames[value] }))}
        onChange={(value) => setTheme(value as Theme)}
      />
      <MenuLine />
      <MenuChoice
        label={t('language')}
        value={language}
        options={languages.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={(value) => setLanguage(value as Language)}
      />
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={() => void signOut()}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
