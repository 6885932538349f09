import { Link, useLocation } from 'react-router';
import { path, useApps, useForms, useGet, type DashboardSummary, type Page } from '../api';
import { dashboardPage, dashboardsPath } from '../dashboards';
import { local, useText } from '../i18n';
import { whereabouts } from './whereabouts';

interface Crumb {
  text: string;
  to: string;
}

/** Where one is, from the address: the app and what of it is open, or the page. */
export function Crumbs({ tenant }: { tenant: string }) {
  const t = useText();
  const { pathname } = useLocation();
  const { app, form, dashboard, word } = whereabouts(pathname);
  const apps = useApps(app ? tenant : null);
  const forms = useForms(tenant, form && app ? app : null);
  const dashboards = useGet<Page<DashboardSummary>>(dashboard && app ? dashboardsPath(tenant, app) : null, {
    staleTime: 60_000,
  });
  const titleIn = (list: typeof apps | typeof forms | typeof dashboards, key: string) =>
    local(list.data?.items.find((item) => item.key === key)?.title);
  const crumbs: Crumb[] = [];
  if (app) crumbs.push({ text: titleIn(apps, app), to: '/' });
  if (app && form) crumbs.push({ text: titleIn(forms, form), to: path`/t/${tenant}/apps/${app}/forms/${form}` });
  if (app && dashboard)
    crumbs.push({ text: titleIn(dashboards, dashboard), to: dashboardPage({ tenant, app, dashboard }) });
  // Where it is closed one is nowhere else.
  if (app && !apps.isPending && crumbs.every(({ text }) => !text)) crumbs.push({ text: t('home.workspace'), to: '/' });
  if (word) crumbs.push({ text: t(word.key), to: word.to });
  return (
    <nav className="jm-crumbs" aria-label={t('nav.here')}>
      <ol>
        {crumbs
          .filter(({ text }) => text)
          .map((crumb) => (
            <li key={crumb.to + crumb.text}>
              <Link to={crumb.to}>{crumb.text}</Link>
            </li>
          ))}
      </ol>
    </nav>
  );
}
