import { BarChartOutlined } from '@ant-design/icons';
import { Segmented, Select } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { path, Problem, useGet, type Figures, type Page, type WorkflowSummary } from '../api';
import { LoadFailure } from '../ask';
import { local, useText } from '../i18n';
import { Empty, PageSkeleton, RowsSkeleton, useTitle } from '../ui';
import { Counts } from './Counts';
import { Lines } from './Lines';
import { OverdueList } from './OverdueList';
import './figures.css';

const DAYS = [7, 30, 90] as const;
const DAY = 86_400_000;

/** How the workflows of an app do: one at a time, over the last days. */
export function FiguresPage() {
  const t = useText();
  const { tenant = '', app = '' } = useParams();
  useTitle(t('figures.title'));
  const workflows = useGet<Page<WorkflowSummary>>(path`/tenants/${tenant}/apps/${app}/workflows`);
  if (workflows.isPending) return <PageSkeleton label={t('app.loading')} />;
  if (workflows.error) {
    const closed = workflows.error instanceof Problem && workflows.error.status === 403;
    return (
      <LoadFailure
        title={t(closed ? 'figures.closed' : 'figures.failed')}
        error={workflows.error}
        tenant={tenant}
        onRetry={() => void workflows.refetch()}
      />
    );
  }
  return (
    <div className="jm-page jm-figures">
      {workflows.data.items.length === 0 ? (
        <>
          <h1 className="jm-title">{t('figures.title')}</h1>
          <div className="jm-card">
            <Empty
              icon={<BarChartOutlined aria-hidden />}
              title={t('figures.noWorkflow')}
              hint={t('figures.noWorkflowHint')}
              action={<Link to="/">{t('app.home')}</Link>}
            />
          </div>
        </>
      ) : (
        <Chosen tenant={tenant} app={app} workflows={workflows.data.items} />
      )}
    </div>
  );
}

function Chosen({ tenant, app, workflows }: { tenant: string; app: string; workflows: WorkflowSummary[] }) {
  const t = useText();
  const id = useId();
  const [params, setParams] = useSearchParams();
  const asked = params.get('workflow');
  const chosen = workflows.find((each) => each.key === asked) ?? workflows[0];
  const days = DAYS.find((each) => String(each) === params.get('days')) ?? 30;
  const choose = (next: Record<string, string>) =>
    setParams({ workflow: chosen?.key ?? '', days: String(days), ...next }, { replace: true });
  return (
    <>
      <div className="jm-figures-head">
        <h1 className="jm-title">{t('figures.title')}</h1>
        <label className="jm-sr" htmlFor={`${id}-workflow`}>
          {t('figures.workflow')}
        </label>
        <Select
          id={`${id}-workflow`}
          className="jm-figures-workflow"
          value={chosen?.key}
          onChange={(workflow) => choose({ workflow })}
          options={workflows.map((each) => ({ value: each.key, label: local(each.title, each.key) }))}
        />
        <span className="jm-grow" />
        <Segmented
          aria-label={t('figures.period')}
          value={days}
          onChange={(next) => choose({ days: String(next) })}
          options={DAYS.map((count) => ({ value: count, label: t('figures.days', { count }) }))}
        />
      </div>
      {chosen ? <Loaded key={chosen.key} tenant={tenant} app={app} workflow={chosen.key} days={days} /> : null}
    </>
  );
}

interface Asked {
  tenant: string;
  app: string;
  workflow: string;
  days: number;
}

function Loaded({ tenant, app, workflow, days }: Asked) {
  const t = useText();
  // One moment for the page, to the minute: looking again does not ask for another period.
  const [now] = useState(() => Math.floor(Date.now() / 60_000) * 60_000);
  const from = new Date(now - days * DAY).toISOString();
  const figures = useGet<Figures>(
    path`/tenants/${tenant}/apps/${app}/workflows/${workflow}/figures` + `?from=${encodeURIComponent(from)}`,
    { staleTime: 30_000 },
  );
  if (figures.isPending) return <RowsSkeleton label={t('app.loading')} rows={8} />;
  if (figures.error) {
    if (figures.error instanceof Problem && figures.error.status === 404)
      return (
        <div className="jm-card">
          <Empty
            icon={<BarChartOutlined aria-hidden />}
            title={t('figures.unpublished')}
            hint={t('figures.unpublishedHint')}
          />
        </div>
      );
    return (
      <LoadFailure
        title={t('figures.failed')}
        error={figures.error}
        tenant={tenant}
        onRetry={() => void figures.refetch()}
      />
    );
  }
  return <Told tenant={tenant} app={app} figures={figures.data} />;
}

function Told({ tenant, app, figures }: { tenant: string; app: string; figures: Figures }) {
  const t = useText();
  const notes = [
    t(figures.workingTime ? 'figures.workingTime' : 'figures.clockTime'),
    ...(figures.sampled ? [t('figures.sampled')] : []),
  ];
  return (
    <>
      {figures.instances ? <Counts instances={figures.instances} /> : null}
      <Lines
        title={t('figures.nodes')}
        head={t('figures.node')}
        empty={t('figures.noNodes')}
        lines={figures.nodes.map((line) => ({ ...line, name: line.title || t('figures.formerNode') }))}
      />
      <Lines
        title={t('figures.people')}
        head={t('figures.person')}
        empty={t('figures.noPeople')}
        lines={figures.people.map((line) => ({ ...line, key: line.person.id, name: line.person.name }))}
      />
      <p className="jm-hint">{notes.join(' ')}</p>
      <OverdueList tenant={tenant} app={app} overdue={figures.overdue} />
    </>
  );
}
