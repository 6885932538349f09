import { useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation, useOutletContext, useParams } from 'react-router';
import { path, type Me } from '../api';
import { useText } from '../i18n';
import { mayAdminister, mayDesign } from './rights';
import './administration.css';

interface AdminPage {
  key: string;
  to: string;
}

/** The pages of the section in their order, by what they are about. */
const PARTS = [
  { key: 'people', pages: ['members', 'roles'] },
  { key: 'running', pages: ['jobs', 'incidents', 'webhooks', 'migrations', 'health'] },
  { key: 'house', pages: ['settings', 'calendar', 'api-clients', 'keys'] },
];

/** What designers look after as well. */
const DESIGNERS = ['roles', 'migrations'];

function partsOf(me: Me, tenant: string): { key: string; pages: AdminPage[] }[] {
  const may = (key: string) => mayAdminister(me, tenant) || (mayDesign(me, tenant) && DESIGNERS.includes(key));
  return PARTS.map(({ key, pages }) => ({
    key,
    pages: pages.filter(may).map((page) => ({ key: page, to: `${path`/t/${tenant}`}/${page}` })),
  })).filter(({ pages }) => pages.length > 0);
}

/** What those who keep the tenant running look after; each sees what is his by right. */
export function administrationOf(me: Me, tenant: string): AdminPage[] {
  return partsOf(me, tenant).flatMap(({ pages }) => pages);
}

/** The pages of the section with the way between them. Who has no right gets the page's own answer, and no way further. */
export function Administration() {
  const t = useText();
  const { tenant = '' } = useParams();
  const me = useOutletContext<Me>();
  const parts = partsOf(me, tenant);
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => bringIntoView(nav.current), [pathname]);
  if (parts.length === 0) return <Outlet context={me} />;
  return (
    <div className="jm-administration">
      <nav ref={nav} className="jm-administration-nav" aria-label={t('nav.admin')}>
        {parts.map((part) => (
          <div key={part.key} role="group" aria-label={t(`administration.part.${part.key}`)}>
            <p className="jm-hint jm-only-desk" aria-hidden>
              {t(`administration.part.${part.key}`)}
            </p>
            {part.pages.map((page) => (
              <NavLink key={page.key} to={page.to}>
                {t(`operations.${page.key}`)}
              </NavLink>
            ))}
          </div>
        ))}
      </nav>
      <div className="jm-administration-page">
        <Outlet context={me} />
      </div>
    </div>
  );
}

/** On a phone the pages stand in one line that scrolls: the one that is open stands in its middle. */
function bringIntoView(nav: HTMLElement | null) {
  const current = nav?.querySelector('[aria-current="page"]')?.getBoundingClientRect();
  const whole = nav?.getBoundingClientRect();
  if (nav && current && whole) nav.scrollLeft += current.left - whole.left - (whole.width - current.width) / 2;
}
