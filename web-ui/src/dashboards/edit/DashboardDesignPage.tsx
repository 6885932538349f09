import { ArrowLeftOutlined, BarChartOutlined, CodeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useForms, useGet, type PublishedDashboard } from '../../api';
import { LoadFailure } from '../../ask';
import { local, useText } from '../../i18n';
import {
  ConflictPage,
  ControlsSlot,
  FindingList,
  JsonPane,
  StudioControls,
  useFindings,
  useStudio,
  type Studio,
} from '../../studio';
import '../../studio/studio.css';
import { Empty, PageSkeleton, useIsPhone, useTitle } from '../../ui';
import { useDivisionsOf, useFormsOf, usePreview, dashboardPage, dashboardPath } from '../useDashboard';
import type { Dashboard, Place, Widget, WidgetKind } from '../model';
import { WidgetCard } from '../WidgetCard';
import { added, blank, moved, removed, replaced, shifted } from './changes';
import { DashboardTitle } from './DashboardTitle';
import { shaped } from './fieldsFor';
import { Gallery } from './Gallery';
import { GridEditor } from './GridEditor';
import { PanelFrame } from './PanelFrame';
import { PublishButton } from './PublishButton';
import { WidgetPanel } from './WidgetPanel';
import '../dashboards.css';
import './design.css';

/** Designs a dashboard: widgets out of a gallery, set up beside it, arranged on its grid; it shows what its designer may see. */
export function DashboardDesignPage() {
  const t = useText();
  const { tenant = '', app = '', dashboard = '' } = useParams();
  const { studio, error, reload } = useStudio<Dashboard>({ tenant, app, kind: 'dashboards', key: dashboard });
  useTitle(`${t('dashboard.edit')} · ${local(studio?.document.title, dashboard)}`);
  if (error) return <LoadFailure title={t('dashboard.designFailed')} error={error} tenant={tenant} onRetry={reload} />;
  if (!studio) return <PageSkeleton label={t('app.loading')} />;
  return <Designed key={dashboard} studio={studio} />;
}

function Designed({ studio }: { studio: Studio<Dashboard> }) {
  const t = useText();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [asJson, setAsJson] = useState(false);
  const { tenant, app, key } = studio.place;
  return (
    <div className="jm-studio">
      <div className="jm-studio-bar">
        <Link
          to={dashboardPage({ tenant, app, dashboard: key })}
          className="jm-studio-back"
          aria-label={t('dashboard.back')}
          title={t('dashboard.back')}
        >
          <ArrowLeftOutlined aria-hidden />
        </Link>
        <DashboardTitle studio={studio} />
        <span className="jm-grow" />
        <div className="jm-row jm-design-acts">
          <div className="jm-studio-controls" ref={setSlot} />
          <Button
            type="text"
            icon={<CodeOutlined aria-hidden />}
            aria-label={t('dashboard.asJson')}
            title={t('dashboard.asJson')}
            aria-pressed={asJson}
            onClick={() => setAsJson(!asJson)}
          />
          <PublishButton studio={studio} />
        </div>
      </div>
      <ControlsSlot value={slot}>
        <StudioControls studio={studio} />
        {studio.conflict ? (
          <ConflictPage studio={studio} conflict={studio.conflict} />
        ) : asJson ? (
          <Definition studio={studio} />
        ) : (
          <Body studio={studio} />
        )}
      </ControlsSlot>
    </div>
  );
}

function Body({ studio }: { studio: Studio<Dashboard> }) {
  const t = useText();
  const phone = useIsPhone();
  const { tenant, app, key } = studio.place;
  const place = { tenant, app, dashboard: key };
  const { document, selection } = studio;
  const summaries = useForms(tenant, app).data?.items ?? [];
  const forms = useFormsOf(place, [
    ...document.widgets,
    ...summaries.slice(0, 1).map(({ key: form }) => ({ form }) as Widget),
  ]);
  const figures = usePreview(place, document);
  const divisions = useDivisionsOf(document.widgets, forms);
  const selected = document.widgets.find((widget) => widget.key === selection);
  const add = (kind: WidgetKind) => {
    const widget = blank(document, kind, t(`dashboard.kind.${kind}`));
    const first = Object.values(forms)[0];
    const ready = first ? shaped({ ...widget, form: first.key }, first) : widget;
    studio.change(t('dashboard.did.add'), (before) => added(before, ready), { select: ready.key });
  };
  const change = (next: Widget, merge?: string) =>
    studio.change(t('dashboard.did.change'), (before) => replaced(before, next.key, () => next), {
      merge: merge && `${next.key} ${merge}`,
    });
  return (
    <div className="jm-design">
      <Gallery onAdd={add} />
      <div className="jm-design-canvas">
        {document.widgets.length === 0 ? (
          <div className="jm-card">
            <Empty
              icon={<BarChartOutlined aria-hidden />}
              title={t('dashboard.startHere')}
              hint={t('dashboard.startHint')}
            />
          </div>
        ) : (
          <GridEditor
            dashboard={document}
            selection={selection}
            onSelect={studio.select}
            onMove={(widget, at: Place) =>
              studio.change(t('dashboard.did.move'), (before) => moved(before, widget, at), {
                merge: `move ${widget}`,
                select: widget,
              })
            }
            onShift={(widget, by) => studio.change(t('dashboard.did.move'), (before) => shifted(before, widget, by))}
            onRemove={(widget) =>
              studio.change(t('dashboard.did.remove'), (before) => removed(before, widget), { select: null })
            }
          >
            {(widget, acts) => (
              <WidgetCard
                widget={widget}
                place={{ tenant, app, form: widget.form }}
                form={forms[widget.form] ?? (widget.form === '' ? Object.values(forms)[0] : undefined)}
                figures={figures.data?.widgets[widget.key]}
                divisions={divisions}
                picked={undefined}
                acts={acts}
              />
            )}
          </GridEditor>
        )}
        <Findings studio={studio} />
      </div>
      <PanelFrame
        open={selected !== undefined}
        drawer={phone}
        title={selected ? local(selected.title, selected.key) : ''}
        onClose={() => studio.select(null)}
      >
        {selected ? (
          <WidgetPanel
            key={selected.key}
            place={place}
            widget={selected}
            forms={summaries}
            form={forms[selected.form]}
            onChange={change}
            onForm={(form) => change({ ...selected, form, groupBy: [], measures: [] })}
          />
        ) : (
          <p className="jm-hint">{t('dashboard.chooseWidget')}</p>
        )}
      </PanelFrame>
    </div>
  );
}

/** The definition as JSON, both ways. */
function Definition({ studio }: { studio: Studio<Dashboard> }) {
  const t = useText();
  const { findings = [] } = useFindings(studio);
  const { tenant, app, key } = studio.place;
  const published = useGet<PublishedDashboard>(dashboardPath({ tenant, app, dashboard: key }));
  return (
    <div className="jm-page">
      <JsonPane
        studio={studio}
        findings={findings}
        published={(published.data?.definition as unknown as Dashboard | undefined) ?? null}
        label={t('dashboard.did.json')}
      />
    </div>
  );
}

function Findings({ studio }: { studio: Studio<Dashboard> }) {
  const t = useText();
  const { findings = [] } = useFindings(studio);
  if (findings.length === 0 || studio.document.widgets.length === 0) return null;
  return (
    <section className="jm-card jm-design-findings" aria-label={t('dashboard.findings')}>
      <FindingList
        document={studio.document}
        findings={findings}
        onOpen={({ pointer = '' }) => {
          const index = Number(/^\/widgets\/(\d+)/.exec(pointer)?.[1] ?? -1);
          const widget = studio.document.widgets[index];
          if (widget) studio.select(widget.key);
        }}
      />
    </section>
  );
}
