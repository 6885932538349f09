import { QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Link, useLocation, useNavigation, useParams } from 'react-router';
import type { Me } from '../api';
import { HelpPanel, useHelp } from '../help';
import { useText } from '../i18n';
import { Bell } from '../notifications';
import { Busy } from '../ui';
import { ViewBar } from '../viewing';
import { Brand } from './Brand';
import { Crumbs } from './Crumbs';
import { PersonMenu } from './PersonMenu';
import { Rail } from './Rail';
import { workWords } from './words';
import './frame.css';

/** It names the pages of every feature. */
const loadPalette = async () => ({
  default: (await Promise.all([import('./palette/Palette'), workWords()]))[0].Palette,
});
const Palette = lazy(loadPalette);

/** Rail, top bar, page; at phone width the rail is a bar at the bottom. */
export function Frame({ me, children }: { me: Me; children: ReactNode }) {
  const t = useText();
  const { pathname } = useLocation();
  const tenant = useTenant(me);
  const [searching, setSearching] = useState(false);
  const help = useHelp(isTyping);
  const navigation = useNavigation();
  const main = useFocusOnPage(pathname);
  const open = useCallback(() => setSearching(true), []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const palette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const search = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (!palette && !search) return;
      event.preventDefault();
      setSearching((before) => search || !before);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  // Fetched once the page stands, so that what is typed right after Ctrl K meets it.
  useEffect(() => {
    const soon = setTimeout(() => void loadPalette().catch(() => undefined), 1_500);
    return () => clearTimeout(soon);
  }, []);

  return (
    <div className={help.open ? 'jm-frame jm-frame-helped' : 'jm-frame'}>
      <a className="jm-skip" href="#page">
        {t('app.skip')}
      </a>
      <Rail me={me} tenant={tenant} onSearch={open} />
      <header className="jm-top">
        <Link to="/" className="jm-top-brand jm-only-phone" aria-label={t('app.home')}>
          <Brand size={28} />
        </Link>
        <Crumbs tenant={tenant} />
        <button
          type="button"
          className="jm-plain jm-search jm-only-desk"
          onClick={open}
          aria-keyshortcuts="Control+K /"
        >
          <SearchOutlined aria-hidden />
          <span>{t('app.search')}</span>
          <kbd aria-hidden>Ctrl K</kbd>
        </button>
        <button
          type="button"
          className="jm-plain jm-bell"
          aria-label={t('help.open')}
          aria-expanded={help.open}
          aria-keyshortcuts="?"
          onClick={help.toggle}
        >
          <QuestionCircleOutlined aria-hidden />
        </button>
        {tenant ? <Bell tenant={tenant} /> : null}
        <PersonMenu me={me} tenant={tenant} />
      </header>
      <Busy label={t('app.busy')} opening={navigation.state === 'loading'} />
      <main id="page" ref={main} className="jm-main" key={pathname.split('/').slice(0, 6).join('/')} tabIndex={-1}>
        <ViewBar />
        {children}
      </main>
      {help.open ? (
        <Suspense fallback={null}>
          <HelpPanel pathname={pathname} onClose={help.close} />
        </Suspense>
      ) : null}
      {searching ? (
        <Suspense fallback={null}>
          <Palette tenant={tenant} me={me} onClose={() => setSearching(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"]') !== null
  );
}

/** After moving to another page, the keyboard goes on from its content, unless it already stands somewhere. */
function useFocusOnPage(page: string): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    if (document.activeElement === null || document.activeElement === document.body) main.current?.focus();
  }, [page]);
  return main;
}

/** The tenant in the address, else the first of this person's. */
function useTenant(me: Me): string {
  const { tenant } = useParams();
  const { pathname } = useLocation();
  const named = tenant ?? /^\/t\/([^/]+)/.exec(pathname)?.[1];
  return named ?? me.tenants[0]?.key ?? '';
}
