import { useEffect, useRef } from 'react';
import { Navigate, NavLink, Route, Routes, useLocation, useOutletContext, useParams } from 'react-router';
import { useWaiting } from '../approvals';
import { holdsRole, path, type Me } from '../api';
import { useText } from '../i18n';
import { InventoryPage } from './inventory/InventoryPage';
import { PeoplePage } from './people/PeoplePage';
import { SubjectPage } from './people/SubjectPage';
import { PurposesPage } from './purposes/PurposesPage';
import { ReportPage } from './report/ReportPage';
import { RequestPage } from './requests/RequestPage';
import { RequestsPage } from './requests/RequestsPage';
import { TermsPage } from './requests/terms/TermsPage';
import './desk.css';
import './requests/requests.css';

/** The privacy desk: each page by right, with the way between them. People, their requests and consents are the privacy officer's alone. */
export function DeskPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const me = useOutletContext<Me>();
  const officer = holdsRole(me, tenant, 'dpo');
  const waiting = useWaiting(tenant);
  const base = path`/t/${tenant}/privacy`;
  const pages = [...(officer ? ['people', 'requests'] : []), 'inventory', 'purposes', 'report'];
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the pages do not stand side by side: where one is must be in sight.
  useEffect(() => {
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <>
      <nav ref={nav} className="jm-desk-nav" aria-label={t('desk.title')}>
        {pages.map((page) => (
          <NavLink key={page} to={`${base}/${page}`}>
            {t(`desk.nav.${page}`)}
          </NavLink>
        ))}
        {officer ? (
          <NavLink to={path`/t/${tenant}/approvals`}>
            {t('desk.nav.approvals')} {waiting > 0 ? <span className="jm-count jm-num">{waiting}</span> : null}
          </NavLink>
        ) : null}
      </nav>
      <Routes>
        <Route index element={<Navigate replace to={`${base}/${officer ? 'people' : 'inventory'}`} />} />
        <Route path="people" element={<PeoplePage tenant={tenant} />} />
        <Route path="people/:subject" element={<SubjectPage tenant={tenant} />} />
        <Route path="requests" element={<RequestsPage tenant={tenant} />} />
        <Route path="requests/terms" element={<TermsPage tenant={tenant} />} />
        <Route path="requests/:request" element={<RequestPage tenant={tenant} />} />
        <Route path="report" element={<ReportPage tenant={tenant} />} />
        <Route path="inventory" element={<InventoryPage tenant={tenant} />} />
        <Route path="purposes" element={<PurposesPage tenant={tenant} />} />
        <Route path="*" element={<Navigate replace to={base} />} />
      </Routes>
    </>
  );
}
