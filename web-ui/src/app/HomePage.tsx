import {
  AppstoreAddOutlined,
  AppstoreOutlined,
  ArrowRightOutlined,
  BarChartOutlined,
  CheckCircleOutlined,
  FormOutlined,
} from '@ant-design/icons';
import { Link, useOutletContext } from 'react-router';
import {
  path,
  useApps,
  useForms,
  useGet,
  type AppSummary,
  type FormSummary,
  type Me,
  type Page,
  type TaskItem,
} from '../api';
import { AskAdmin, LoadFailure } from '../ask';
import { DashboardLinks } from '../dashboards';
import { local, useText } from '../i18n';
import { NewApp, NewForm } from '../studio/create';
import { Empty, RowsSkeleton, useTitle, When } from '../ui';
import { nodeTitle } from '../workflow/node';
import { mayDesign } from './rights';
import './home.css';

/** Where the day starts: what waits for me, and my apps. */
export function HomePage() {
  const me = useOutletContext<Me>();
  const t = useText();
  const tenant = me.tenants[0]?.key;
  useTitle(t('home.workspace'));
  if (!tenant)
    return (
      <Empty icon={<AppstoreAddOutlined aria-hidden />} title={t('home.noTenant')} hint={t('home.noTenantHint')} />
    );
  return (
    <div className="jm-page jm-home">
      <h1 className="jm-title">{t('home.hello', { name: me.name })}</h1>
      <div className="jm-home-columns">
        <section aria-labelledby="home-apps">
          <div className="jm-row jm-home-heading">
            <h2 id="home-apps">{t('nav.apps')}</h2>
            <span className="jm-grow" />
            {mayDesign(me, tenant) ? <Making tenant={tenant} /> : null}
          </div>
          <Apps tenant={tenant} designs={mayDesign(me, tenant)} />
        </section>
        <section aria-labelledby="home-todo">
          <h2 id="home-todo" className="jm-home-heading">
            {t('home.todo')}
          </h2>
          <Todo tenant={tenant} />
        </section>
      </div>
    </div>
  );
}

/** The two ways to an app: a ready-made one, or one's own. */
function Making({ tenant, primary = false }: { tenant: string; primary?: boolean }) {
  const t = useText();
  return (
    <span className="jm-row jm-home-making">
      <Link to={path`/t/${tenant}/templates`}>
        <AppstoreOutlined aria-hidden /> {t('templates.browse')}
      </Link>
      <NewApp tenant={tenant} primary={primary} />
    </span>
  );
}

function Apps({ tenant, designs }: { tenant: string; designs: boolean }) {
  const t = useText();
  const apps = useApps(tenant);
  if (apps.isPending) return <RowsSkeleton label={t('app.loading')} rows={4} />;
  if (apps.error)
    return (
      <LoadFailure
        title={t('home.appsFailed')}
        error={apps.error}
        tenant={tenant}
        onRetry={() => void apps.refetch()}
      />
    );
  if (apps.data.items.length === 0)
    return (
      <div className="jm-card">
        <Empty
          icon={<AppstoreAddOutlined aria-hidden />}
          title={t('home.noApps')}
          hint={t('home.noAppsHint')}
          action={designs ? <Making tenant={tenant} primary /> : <AskAdmin tenant={tenant} wish={t('home.wish')} />}
        />
      </div>
    );
  return (
    <ul className="jm-home-apps">
      {apps.data.items.map((app) => (
        <AppCard key={app.key} tenant={tenant} app={app} designs={designs} />
      ))}
    </ul>
  );
}

function AppCard({ tenant, app, designs }: { tenant: string; app: AppSummary; designs: boolean }) {
  const t = useText();
  const forms = useForms(tenant, app.key);
  const title = local(app.title, app.key);
  const empty = forms.data?.items.length === 0;
  return (
    <li className="jm-card jm-home-app">
      <div className="jm-row">
        <span className="jm-home-mark" aria-hidden>
          {title.slice(0, 1)}
        </span>
        <h3>{title}</h3>
      </div>
      <ul>
        {(forms.data?.items ?? []).map((form) => (
          <FormLine key={form.key} tenant={tenant} app={app.key} form={form} designs={designs} />
        ))}
      </ul>
      {empty ? <p className="jm-quiet">{t(designs ? 'home.firstForm' : 'home.noForms')}</p> : null}
      {/* Without a form there is nothing to draw or to count yet. */}
      {empty ? null : <DashboardLinks tenant={tenant} app={app.key} title={title} designer={designs} />}
      {designs ? (
        <div className="jm-row jm-home-design">
          <NewForm tenant={tenant} app={app.key} appTitle={title} first={empty} />
          {empty ? null : (
            <Link
              to={path`/t/${tenant}/apps/${app.key}/figures`}
              className="jm-hint"
              aria-label={`${t('figures.title')}: ${title}`}
            >
              <BarChartOutlined aria-hidden /> {t('figures.title')}
            </Link>
          )}
        </div>
      ) : null}
    </li>
  );
}

interface LineProps {
  tenant: string;
  app: string;
  form: FormSummary;
  designs: boolean;
}

/** A form; of one that was never published there is only its design. */
function FormLine({ tenant, app, form, designs }: LineProps) {
  const t = useText();
  const title = local(form.title, form.key);
  const records = path`/t/${tenant}/apps/${app}/forms/${form.key}`;
  const drafted = designs && form.version === 0;
  return (
    <li className="jm-home-line">
      <Link to={drafted ? `${records}/design` : records} className="jm-home-form">
        <span>
          {title}
          {drafted ? <span className="jm-home-draft">{t('studio.draft')}</span> : null}
        </span>
        <ArrowRightOutlined aria-hidden />
      </Link>
      {designs && !drafted ? (
        <Link
          to={`${records}/design`}
          className="jm-home-pen"
          aria-label={`${t('studio.designIt')}: ${title}`}
          title={t('studio.designIt')}
        >
          <FormOutlined aria-hidden />
        </Link>
      ) : null}
    </li>
  );
}

function Todo({ tenant }: { tenant: string }) {
  const t = useText();
  const todo = useGet<Page<TaskItem>>(path`/tenants/${tenant}/tasks` + '?box=todo&limit=100');
  const items = todo.data?.items ?? [];
  if (todo.isPending) return <RowsSkeleton label={t('app.loading')} rows={3} />;
  if (items.length === 0) {
    return (
      <div className="jm-card">
        <Empty
          icon={<CheckCircleOutlined aria-hidden />}
          title={t('home.nothingWaits')}
          hint={t('home.nothingWaitsHint')}
        />
      </div>
    );
  }
  return (
    <div className="jm-card">
      <ul>
        {items.slice(0, 6).map((task) => (
          <li key={task.id} className="jm-home-task">
            <Link to={path`/t/${tenant}/tasks/${task.id}`}>{task.record.title || t('home.untitled')}</Link>
            <span className="jm-hint">{nodeTitle(task)}</span>
            <span className="jm-hint">
              <When at={task.createdAt} />
            </span>
          </li>
        ))}
      </ul>
      <Link to={path`/t/${tenant}/tasks`} className="jm-home-all">
        {t('home.allTasks', { count: items.length })}
      </Link>
    </div>
  );
}
