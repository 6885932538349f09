import { BarChartOutlined, EditOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Problem, useGet, type PublishedDashboard } from '../api';
import { LoadFailure } from '../ask';
import { local, useText } from '../i18n';
import { Empty, PageSkeleton, useTitle, When } from '../ui';
import { readingOrder } from './grid';
import type { Dashboard, Pick } from './model';
import { PickChips } from './PickChips';
import {
  dashboardPage,
  dashboardPath,
  useDivisionsOf,
  useFigures,
  useFormsOf,
  type DashboardPlace,
} from './useDashboard';
import { WidgetCard } from './WidgetCard';
import './dashboards.css';

/** A dashboard as its reader may see it. */
export function DashboardPage() {
  const t = useText();
  const { tenant = '', app = '', dashboard = '' } = useParams();
  const place = { tenant, app, dashboard };
  const published = useGet<PublishedDashboard>(dashboardPath(place), { staleTime: 60_000 });
  const title = local((published.data?.definition as Dashboard | undefined)?.title, t('dashboard.title'));
  useTitle(title);
  if (published.isPending) return <PageSkeleton label={t('app.loading')} />;
  if (published.error)
    return (
      <LoadFailure
        title={t('dashboard.failed')}
        error={published.error}
        tenant={tenant}
        onRetry={() => void published.refetch()}
      />
    );
  return <Shown key={dashboard} place={place} published={published.data} />;
}

interface Picked extends Pick {
  label: string;
}

function Shown({ place, published }: { place: DashboardPlace; published: PublishedDashboard }) {
  const t = useText();
  const definition = published.definition as unknown as Dashboard;
  const widgets = readingOrder(definition.widgets);
  const [picked, setPicked] = useState<Picked[]>([]);
  const figures = useFigures(
    place,
    picked.map(({ widget, dimension, key }) => ({ widget, dimension, key })),
  );
  const forms = useFormsOf(place, widgets);
  const divisions = useDivisionsOf(widgets, forms);
  const choose = (pick: Pick, label: string) =>
    setPicked((before) => {
      const same = before.find(({ widget }) => widget === pick.widget);
      const others = before.filter(({ widget }) => widget !== pick.widget);
      return same?.key === pick.key && same.dimension === pick.dimension ? others : [...others, { ...pick, label }];
    });
  return (
    <div className="jm-page jm-page-large jm-dashboard">
      <div className="jm-row jm-wrap jm-dashboard-head">
        <h1 className="jm-title">{local(definition.title, definition.key)}</h1>
        <span className="jm-grow" />
        {figures.dataUpdatedAt > 0 ? (
          <span className="jm-hint jm-only-desk">
            {t('dashboard.asOf')} <When at={new Date(figures.dataUpdatedAt).toISOString()} />
          </span>
        ) : null}
        <Button
          icon={<ReloadOutlined aria-hidden />}
          loading={figures.isFetching}
          onClick={() => void figures.refetch()}
        >
          {t('dashboard.refresh')}
        </Button>
        {published.editable ? (
          <Link to={`${dashboardPage(place)}/design`} className="ant-btn ant-btn-default">
            <EditOutlined aria-hidden /> {t('dashboard.edit')}
          </Link>
        ) : null}
      </div>
      <PickChips
        chips={picked.map(({ widget, label }) => ({
          id: widget,
          label,
          title: local(widgets.find(({ key }) => key === widget)?.title, widget),
        }))}
        onClear={(id) => setPicked((before) => (id === null ? [] : before.filter(({ widget }) => widget !== id)))}
      />
      {figures.error ? (
        <div className="jm-card">
          <LoadFailure
            title={t('dashboard.figuresFailed')}
            error={figures.error}
            tenant={place.tenant}
            askable={figures.error instanceof Problem}
            onRetry={() => void figures.refetch()}
          />
        </div>
      ) : widgets.length === 0 ? (
        <div className="jm-card">
          <Empty
            icon={<BarChartOutlined aria-hidden />}
            title={t('dashboard.noWidgets')}
            hint={t('dashboard.noWidgetsHint')}
          />
        </div>
      ) : (
        <div className="jm-widgets" aria-busy={figures.isPlaceholderData}>
          {widgets.map((widget) => (
            <div
              key={widget.key}
              className="jm-widgets-item"
              style={{
                gridColumn: `${widget.at.x + 1} / span ${widget.at.w}`,
                gridRow: `${widget.at.y + 1} / span ${widget.at.h}`,
              }}
            >
              <WidgetCard
                widget={widget}
                place={{ ...place, form: widget.form }}
                form={forms[widget.form]}
                figures={figures.data?.widgets[widget.key]}
                divisions={divisions}
                picked={picked.find(({ widget: key }) => key === widget.key)}
                onPick={choose}
              />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
