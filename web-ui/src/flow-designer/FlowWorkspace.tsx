import { Drawer } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useText } from '../i18n';
import type { Field } from '../schema';
import type { Checked, Studio } from '../studio';
import { PageSkeleton, useMedia } from '../ui';
import { FlowCanvas } from './canvas/FlowCanvas';
import { FlowProvider, type FlowDesign, type Sample } from './context';
import type { Flow } from './model/document';
import { place } from './model/findings';
import { fragmentOf, type Fragment } from './model/fragment';
import { outlineOf } from './model/outline';
import { Panel } from './panel/Panel';
import { useAsked } from './simulate/useAsked';
import { Toolbar, type View } from './Toolbar';

const Simulation = lazy(async () => ({ default: (await import('./simulate/Simulation')).Simulation }));
const FreeChart = lazy(async () => ({ default: (await import('./chart/FreeChart')).FreeChart }));
const BpmnView = lazy(async () => ({ default: (await import('./chart/BpmnView')).BpmnView }));
const JsonView = lazy(async () => ({ default: (await import('./chart/JsonView')).JsonView }));

interface Props {
  studio: Studio<Flow>;
  flow: Flow;
  fields: readonly Field[];
  checked: Checked;
  stored: Flow;
}

/** The canvas in one of its views, with the panel of what is selected. */
export function FlowWorkspace(props: Props) {
  const t = useText();
  const { studio } = props;
  const [view, setView] = useState<View>('flow');
  const [simulating, setSimulating] = useState(false);
  const design = useDesign(props, simulating);
  const narrow = useMedia('(max-width: 900px)');
  const panel = useRef<HTMLDivElement>(null);
  const openPanel = () => panel.current?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus();
  const selected = studio.selection !== null;
  return (
    <FlowProvider value={design}>
      <Toolbar
        view={view}
        onView={setView}
        simulating={simulating}
        onSimulate={() => setSimulating((before) => !before)}
      />
      <Suspense fallback={<PageSkeleton label={t('app.loading')} />}>
        {simulating ? (
          <Simulation studio={studio} onClose={() => setSimulating(false)} />
        ) : view === 'bpmn' ? (
          <BpmnView studio={studio} />
        ) : view === 'json' ? (
          <JsonView />
        ) : (
          <div className="jm-flow-work">
            {view === 'chart' ? <FreeChart onOpenPanel={openPanel} /> : <FlowCanvas onOpenPanel={openPanel} />}
            {narrow ? null : (
              <aside className="jm-flow-panel" ref={panel} aria-label={t('flowDesign.panel')}>
                <Panel key={studio.selection ?? ''} />
              </aside>
            )}
          </div>
        )}
      </Suspense>
      {narrow && !simulating && (view === 'flow' || view === 'chart') ? (
        <Drawer
          open={selected}
          placement="bottom"
          height="75dvh"
          title={t('flowDesign.panel')}
          onClose={() => studio.select(null)}
          closable={{ 'aria-label': t('flowDesign.closePanel') }}
        >
          <Panel key={studio.selection ?? ''} />
        </Drawer>
      ) : null}
    </FlowProvider>
  );
}

/** What all parts share, made anew when something of it changes. */
function useDesign({ studio, flow, fields, checked, stored }: Props, still: boolean): FlowDesign {
  const [clipboard, setClipboard] = useState<Fragment>();
  const [sample, setSample] = useState<Sample>({ data: {} });
  const asked = useAsked(studio, sample, fields);
  const outline = useMemo(() => outlineOf(flow), [flow]);
  const findings = useMemo(() => place(checked.findings ?? [], stored), [checked.findings, stored]);
  const { tenant, app } = studio.place;
  const { form } = flow;
  const { selection, select, change } = studio;
  return useMemo(
    () => ({
      place: { tenant, app, form },
      flow,
      outline,
      fields,
      selection,
      select,
      edit: (label, recipe) => {
        const { flow: next, selected } = recipe(flow);
        if (next !== flow) change(label, () => next, selected === undefined ? {} : { select: selected });
      },
      change: (label, recipe, merge) => change(label, recipe, { merge }),
      findings,
      asked,
      sample,
      setSample,
      clipboard,
      copy: (key) => setClipboard(fragmentOf(flow, key)),
      still,
    }),
    [tenant, app, form, flow, outline, fields, selection, select, change, findings, asked, sample, clipboard, still],
  );
}
