import { useLocation } from '@tanstack/react-router';
import { Menu as MenuIcon, Search, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent as ReactKeyboardEvent, type ReactNode } from 'react';
import { useMessages } from '../i18n/index.js';
import { Button, IconButton } from '../ui/index.js';
import { AccountSwitch } from './account-switch.js';
import { Logo } from './logo.js';
import { appMessages } from './messages/index.js';
import { Navigation } from './navigation.js';
import { OfflineNotice } from './offline-notice.js';
import { PersonMenu } from './person-menu.js';
import { isPaletteKey, PALETTE_KEYS } from './palette-key.js';

const CommandPalette = lazy(() => import('./command-palette.js'));

/** What surrounds every page: the way to all others, the account, the person. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useMessages(appMessages);
  const main = useRef<HTMLElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  // Open on this page: going to another one closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === pathname;
  const setOpen = (open: boolean) => setOpenAt(open ? pathname : null);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const closeOnEscape = ({ key, defaultPrevented }: ReactKeyboardEvent) => {
    if (key !== 'Escape' || defaultPrevented || !isOpen) return; // a menu inside has taken it for itself
    setOpen(false);
    toggle.current?.focus();
  };
  useFocusOnArrival(pathname, main);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isPaletteKey(event)) return;
      event.preventDefault();
      setPaletteOpen((open) => !open);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <div className="shell" data-open={isOpen || undefined} onKeyDown={closeOnEscape}>
      <a className="skip-link" href="#main" onClick={() => main.current?.focus()}>
        {t('skipToContent')}
      </a>
      <header className="topbar">
        <IconButton
          ref={toggle}
          className="topbar-toggle"
          icon={isOpen ? X : MenuIcon}
          label={isOpen ? t('closeNavigation') : t('openNavigation')}
          aria-expanded={isOpen}
          aria-controls="sidebar"
          onClick={() => setOpen(!isOpen)}
        />
        <Logo />
      </header>
      <aside className="sidebar" id="sidebar" aria-label="Salient">
        <div className="sidebar-head">
          <Logo />
        </div>
        <AccountSwitch />
        <Button className="palette-button" icon={Search} onClick={() => setPaletteOpen(true)} aria-keyshortcuts="Control+K Meta+K">
          <span>{t('search')}</span>
          <kbd>{PALETTE_KEYS}</kbd>
        </Button>
        <Navigation />
        <PersonMenu />
      </aside>
      <div className="sidebar-shade" aria-hidden="true" onClick={() => setOpen(false)} />
      <main id="main" ref={main} tabIndex={-1} className="content">
        <OfflineNotice />
        {children}
      </main>
      {isPaletteOpen && (
        <Suspense>
          <CommandPalette onClose={() => setPaletteOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** After going to another page, the keyboard and the screen reader are in its content, not where the last link was. */
function useFocusOnArrival(pathname: string, main: React.RefObject<HTMLElement | null>): void {
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}
