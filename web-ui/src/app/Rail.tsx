import {
  AppstoreOutlined,
  CarryOutOutlined,
  LockOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { path, useGet, type Me, type Page, type TaskItem } from '../api';
import { useWaiting } from '../approvals';
import { useText } from '../i18n';
import { Brand } from './Brand';
import { administrationOf } from './Administration';
import { mayAudit, mayOversee } from './rights';

interface Props {
  me: Me;
  tenant: string;
  onSearch: () => void;
}

/** Where one can go, by right. Work stands in the middle of the phone's bar. */
export function Rail({ me, tenant, onSearch }: Props) {
  const t = useText();
  const { pathname } = useLocation();
  const todo = useGet<Page<TaskItem>>(tenant ? path`/tenants/${tenant}/tasks` + '?box=todo&limit=100' : null, {
    refetchInterval: 60_000,
  });
  const count = (todo.data?.items.length ?? 0) + useWaiting(tenant);
  const administration = administrationOf(me, tenant);
  const inApps = pathname === '/' || /^\/t\/[^/]+\/apps/.test(pathname);
  return (
    <nav className="jm-rail" aria-label={t('nav.label')}>
      <Link to="/" className="jm-rail-brand" aria-label={t('app.home')}>
        <Brand size={32} />
      </Link>
      <Link to="/" className="jm-rail-link" {...(inApps ? { 'aria-current': 'page' as const } : {})}>
        <Icon>
          <AppstoreOutlined aria-hidden />
        </Icon>
        {t('nav.apps')}
      </Link>
      <NavLink to={path`/t/${tenant}/tasks`} className="jm-rail-link">
        <Icon>
          <CarryOutOutlined aria-hidden />
        </Icon>
        {t('nav.tasks')}
        {count > 0 ? (
          <span className="jm-rail-count">
            {count > 99 ? '99+' : count}
            <span className="jm-sr"> {t('nav.waiting')}</span>
          </span>
        ) : null}
      </NavLink>
      {mayAudit(me, tenant) ? (
        <NavLink to={path`/t/${tenant}/audit`} className="jm-rail-link">
          <Icon>
            <SafetyCertificateOutlined aria-hidden />
          </Icon>
          {t('nav.audit')}
        </NavLink>
      ) : (
        <button type="button" className="jm-plain jm-rail-link jm-only-phone jm-rail-search" onClick={onSearch}>
          <Icon>
            <SearchOutlined aria-hidden />
          </Icon>
          {t('nav.search')}
        </button>
      )}
      {mayOversee(me, tenant) ? (
        <NavLink to={path`/t/${tenant}/privacy`} className="jm-rail-link">
          <Icon>
            <LockOutlined aria-hidden />
          </Icon>
          {t('nav.privacy')}
        </NavLink>
      ) : null}
      {administration[0] ? (
        <Link
          to={administration[0].to}
          className="jm-rail-link"
          {...(administration.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
            ? { 'aria-current': 'page' as const }
            : {})}
        >
          <Icon>
            <SettingOutlined aria-hidden />
          </Icon>
          {t('nav.admin')}
        </Link>
      ) : null}
    </nav>
  );
}

function Icon({ children }: { children: ReactNode }) {
  return (
    <span className="jm-rail-icon" aria-hidden>
      {children}
    </span>
  );
}
