import { ArrowLeftOutlined, FormOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { Link, NavLink, Outlet, useMatch, useOutletContext, useParams } from 'react-router';
import { path, Problem, problemText, useApps, type Finding, type Me } from '../api';
import { AskAdmin } from '../ask';
import { local, useText } from '../i18n';
import { Empty, Failure, PageSkeleton, useTitle } from '../ui';
import { ConflictPage } from './ConflictPage';
import type { FormDocument } from './document';
import { designPath } from './place';
import { ControlsSlot, StudioControls } from './StudioControls';
import { pageOf, useFindings, useWorkflowFindings, useWorkflowsOf, type Checked } from './useFindings';
import { useStudio, type Studio } from './useStudio';
import './studio.css';

/** What the pages of a form's studio get from their frame. */
export interface FormStudio {
  me: Me;
  studio: Studio<FormDocument>;
  checked: Checked;
}

/** The form that is being designed, on any page of its studio. */
export const useFormStudio = () => useOutletContext<FormStudio>();

/** The frame of designing: one bar with form, workflow, permissions and publish, what undoes and how it stands with saving. */
export function StudioPage() {
  const me = useOutletContext<Me>();
  const t = useText();
  const { tenant = '', app = '', form = '' } = useParams();
  const { studio, error, reload } = useStudio<FormDocument>({ tenant, app, kind: 'forms', key: form });
  const title = local(studio?.document.title, form);
  useTitle(`${t('studio.design')} · ${title}`);
  if (error) return <Unreadable error={error} tenant={tenant} onRetry={reload} />;
  if (!studio) return <PageSkeleton label={t('app.loading')} />;
  return <Frame key={form} me={me} studio={studio} />;
}

function Frame({ me, studio }: { me: Me; studio: Studio<FormDocument> }) {
  const t = useText();
  const { tenant, app, key: form } = studio.place;
  const checked = useFindings(studio);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const elsewhere = useMatch('/t/:tenant/apps/:app/forms/:form/design/workflows/*');
  const apps = useApps(tenant);
  const appTitle = local(apps.data?.items.find((each) => each.key === app)?.title, app);
  return (
    <div className="jm-studio">
      <div className="jm-studio-bar">
        <Link
          to={path`/t/${tenant}/apps/${app}/forms/${form}`}
          className="jm-studio-back"
          aria-label={t('studio.back')}
          title={t('studio.back')}
        >
          <ArrowLeftOutlined aria-hidden />
        </Link>
        <div className="jm-studio-name">
          <h1>{local(studio.document.title, form)}</h1>
          <span className="jm-hint jm-only-desk">{appTitle}</span>
        </div>
        <Tabs place={{ tenant, app, form }} checked={checked} />
        <div className="jm-studio-controls" ref={setSlot} />
      </div>
      <ControlsSlot value={slot}>
        {elsewhere ? null : <StudioControls studio={studio} />}
        <div className="jm-studio-body">
          {studio.conflict ? (
            <ConflictPage studio={studio} conflict={studio.conflict} />
          ) : (
            <Outlet context={{ me, studio, checked } satisfies FormStudio} />
          )}
        </div>
      </ControlsSlot>
    </div>
  );
}

interface TabsProps {
  place: { tenant: string; app: string; form: string };
  checked: Checked;
}

function Tabs({ place, checked }: TabsProps) {
  const t = useText();
  const workflows = useWorkflowsOf(place.tenant, place.app, place.form) ?? [];
  const flow = useWorkflowFindings(place.tenant, place.app, workflows);
  const of = (page: string) => checked.findings?.filter((finding) => pageOf(finding) === page);
  const tabs: [name: string, part: string | undefined, findings: Finding[] | undefined][] = [
    ['form', undefined, of('form')],
    ['workflow', 'workflows', flow],
    ['permissions', 'permissions', of('permissions')],
    ['publish', 'publish', checked.findings],
  ];
  return (
    <nav className="jm-studio-tabs" aria-label={t('studio.parts')}>
      {tabs.map(([name, part, findings]) => (
        <NavLink key={name} to={designPath(place, part)} end={part === undefined} className="jm-studio-tab">
          {t(`studio.tab.${name}`)}
          <Count findings={findings ?? []} />
        </NavLink>
      ))}
    </nav>
  );
}

function Count({ findings }: { findings: Finding[] }) {
  const t = useText();
  if (findings.length === 0) return null;
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const words = errors > 0 ? t('studio.errors', { count: errors }) : t('studio.warnings', { count: findings.length });
  return (
    <span className={errors > 0 ? 'jm-studio-count jm-studio-count-bad' : 'jm-studio-count'} title={words}>
      <span aria-hidden>{errors || findings.length}</span>
      <span className="jm-sr"> {words}</span>
    </span>
  );
}

function Unreadable({ error, tenant, onRetry }: { error: unknown; tenant: string; onRetry: () => void }) {
  const t = useText();
  const status = error instanceof Problem ? error.status : 0;
  if (status === 403 || status === 404)
    return (
      <Empty
        icon={<FormOutlined aria-hidden />}
        title={t(status === 403 ? 'studio.noRight' : 'studio.missing')}
        hint={t(status === 403 ? 'studio.noRightHint' : 'studio.missingHint')}
        action={<AskAdmin tenant={tenant} wish={t('studio.wish')} />}
      />
    );
  return (
    <Failure title={t('studio.failed')} hint={problemText(error)} retry={{ label: t('app.retry'), act: onRetry }} />
  );
}
