import { BarChartOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useGet, type DashboardSummary, type Page } from '../api';
import { local, useText } from '../i18n';
import { dashboardPage, dashboardsPath } from './useDashboard';
import './links.css';

interface Props {
  tenant: string;
  app: string;
  /** Title of the app. */
  title: string;
  designer: boolean;
}

/** The dashboards of an app, for its card; designers also find drafts, and the way to a new one. */
export function DashboardLinks({ tenant, app, title, designer }: Props) {
  const t = useText();
  const dashboards = useGet<Page<DashboardSummary>>(dashboardsPath(tenant, app), { staleTime: 60_000 });
  const items = dashboards.data?.items ?? [];
  if (items.length === 0 && !designer) return null;
  return (
    <ul className="jm-home-dashboards">
      {items.map((item) => (
        <li key={item.key}>
          <Link
            className="jm-home-form"
            to={dashboardPage({ tenant, app, dashboard: item.key }) + (item.version === 0 ? '/design' : '')}
          >
            <span>
              <BarChartOutlined aria-hidden /> {local(item.title, item.key)}
              {item.version === 0 ? <span className="jm-hint"> {t('dashboard.draft')}</span> : null}
            </span>
          </Link>
        </li>
      ))}
      {designer ? (
        <li>
          <Link
            className="jm-hint"
            to={`${dashboardPage({ tenant, app, dashboard: 'new' })}`}
            aria-label={`${t('dashboard.new')}: ${title}`}
          >
            {t('dashboard.new')}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
