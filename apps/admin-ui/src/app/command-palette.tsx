import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Building2, Languages, LogOut, SunMoon, UserRound } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useRef } from 'react';
import { accountsQuery } from '../api/index.js';
import { setLanguage, useLanguage, useMessages } from '../i18n/index.js';
import { accountPath, navigationMessages } from '../routing/index.js';
import { focusLastOutside } from '../ui/index.js';
import { hasProfile } from './features.js';
import './command-palette.css';
import { appMessages } from './messages/index.js';
import { useNavigationEntries } from './navigation.js';
import { signOut } from './sign-out.js';
import { setTheme, useTheme } from './theme.js';

/** Everywhere and everything by a few letters. */
export default function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(appMessages);
  const name = useMessages(navigationMessages);
  const navigate = useNavigate();
  const { accountEntries, platformEntries } = useNavigationEntries();
  const { data: accounts = [] } = useQuery(accountsQuery);
  const theme = useTheme();
  const language = useLanguage();
  const run = (action: () => void) => () => {
    onClose();
    action();
  };
  const content = useRef<HTMLDivElement>(null);
  const goTo = (to: string) => run(() => void navigate({ to }));
  const giveFocusBack = (event: Event) => {
    event.preventDefault(); // Radix knows only of triggers of its own
    focusLastOutside(content.current);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="palette" ref={content} onCloseAutoFocus={giveFocusBack} aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{t('commands')}</Dialog.Title>
          <Command label={t('commands')} loop>
            <Command.Input placeholder={t('commandsPlaceholder')} className="palette-input" />
            <Command.List className="palette-list" tabIndex={-1}>
              <Command.Empty className="palette-empty">{t('nothingFound')}</Command.Empty>
              <Command.Group heading={t('goTo')}>
                {[...accountEntries, ...platformEntries].map(({ name: key, icon: Icon, to }) => (
                  <Command.Item key={key} onSelect={goTo(to)}>
                    <Icon size={16} aria-hidden="true" /> {name(key)}
                  </Command.Item>
                ))}
                {hasProfile && (
                  <Command.Item onSelect={goTo('/you')}>
                    <UserRound size={16} aria-hidden="true" /> {t('profile')}
                  </Command.Item>
                )}
              </Command.Group>
              {accounts.length > 1 && (
                <Command.Group heading={t('switchAccount')}>
                  {accounts.map((account) => (
                    <Command.Item key={account.id} value={`${account.name} ${account.slug}`} onSelect={goTo(accountPath(account.slug, ''))}>
                      <Building2 size={16} aria-hidden="true" /> {account.name} <span className="quiet small">{account.slug}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              <Command.Group heading={t('settings')}>
                <Command.Item onSelect={run(() => setTheme(theme === 'dark' ? 'light' : 'dark'))}>
                  <SunMoon size={16} aria-hidden="true" /> {theme === 'dark' ? t('useLight') : t('useDark')}
                </Command.Item>
                <Command.Item onSelect={run(() => setLanguage(language === 'de' ? 'en' : 'de'))}>
                  <Languages size={16} aria-hidden="true" /> {language === 'de' ? 'English' : 'Deutsch'}
                </Command.Item>
                <Command.Item onSelect={run(() => void signOut())}>
                  <LogOut size={16} aria-hidden="true" /> {t('signOut')}
                </Command.Item>
              </Command.Group>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
