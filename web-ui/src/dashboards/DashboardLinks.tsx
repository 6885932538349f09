import { BarChartOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useGet, type DashboardSummary, type Page } from '../api';
import { local } from '../i18n';
import { dashboardPage, dashboardsPath } from './useDashboard';
import './links.css';

/** The published dashboards of an app that there are for its reader, for the app's card. */
export function DashboardLinks({ tenant, app }: { tenant: string; app: string }) {
  const dashboards = useGet<Page<DashboardSummary>>(dashboardsPath(tenant, app), { staleTime: 60_000 });
  const items = (dashboards.data?.items ?? []).filter(({ version }) => version > 0);
  if (items.length === 0) return null;
  return (
    <ul className="jm-home-dashboards">
      {items.map((item) => (
        <li key={item.key}>
          <Link className="jm-home-form" to={dashboardPage({ tenant, app, dashboard: item.key })}>
            {local(item.title, item.key)}
            <BarChartOutlined aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
