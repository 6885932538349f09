import { NavLink, Outlet, useOutletContext, useParams } from 'react-router';
import { path, type Me } from '../api';
import { useText } from '../i18n';
import { mayAdminister, mayDesign } from './rights';
import './operations.css';

/** What those who keep workflows running look after; each sees what is his by right. */
export function operationsOf(me: Me, tenant: string): { key: string; to: string }[] {
  const of = (keys: string[]) => keys.map((key) => ({ key, to: `${path`/t/${tenant}`}/${key}` }));
  return [
    ...(mayAdminister(me, tenant) ? of(['incidents', 'webhooks', 'calendar']) : []),
    ...(mayDesign(me, tenant) ? of(['migrations']) : []),
  ];
}

/** The pages of the section with the way between them. Who has no right gets the page's own answer, and no way further. */
export function Operations() {
  const t = useText();
  const { tenant = '' } = useParams();
  const me = useOutletContext<Me>();
  const pages = operationsOf(me, tenant);
  return (
    <>
      {pages.length > 1 ? (
        <nav className="jm-operations" aria-label={t('nav.operations')}>
          {pages.map((page) => (
            <NavLink key={page.key} to={page.to}>
              {t(`operations.${page.key}`)}
            </NavLink>
          ))}
        </nav>
      ) : null}
      <Outlet context={me} />
    </>
  );
}
