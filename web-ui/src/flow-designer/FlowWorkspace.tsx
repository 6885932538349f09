import { Drawer } from 'antd';
import { Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../api';
import { useLatest } from '../form';
import { useText } from '../i18n';
import type { Field } from '../schema';
import type { Checked, Studio } from '../studio';
import { Behind, lazily, PageSkeleton, useMedia } from '../ui';
import { FlowCanvas } from './canvas/FlowCanvas';
import {
  ActsProvider,
  FlowProvider,
  SelectionProvider,
  useFlow,
  useSelection,
  type FlowActs,
  type FlowDesign,
  type Sample,
} from './context';
import type { Flow } from './model/document';
import type { Edited } from './model/edit';
import { place } from './model/findings';
import { fragmentOf, type Fragment } from './model/fragment';
import { outlineOf } from './model/outline';
import { Panel } from './panel/Panel';
import { useAsked } from './simulate/useAsked';
import { Toolbar, type View } from './Toolbar';
import { useWordsOf, WordsProvider } from './useWords';

const Simulation = lazily(async () => (await import('./simulate/Simulation')).Simulation);
const FreeChart = lazily(async () => (await import('./chart/FreeChart')).FreeChart);
const BpmnView = lazily(async () => (await import('./chart/BpmnView')).BpmnView);
const JsonView = lazily(async () => (await import('./chart/JsonView')).JsonView);

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
  const shown = useDeferredValue(view);
  const [simulating, setSimulating] = useState(false);
  // The button answers at once; sixty cards are drawn while the page goes on answering.
  const running = useDeferredValue(simulating);
  const { design, acts } = useDesign(props, running);
  const words = useWordsOf(studio.place.tenant, props.fields);
  const narrow = useMedia('(max-width: 900px)');
  const [wish, setWish] = useState(0);
  const openPanel = useCallback(() => setWish((before) => before + 1), []);
  const selected = studio.selection !== null;
  return (
    <WordsProvider value={words}>
      <ActsProvider value={acts}>
        <FlowProvider value={design}>
          <SelectionProvider value={studio.selection}>
            <Toolbar
              view={view}
              onView={setView}
              simulating={simulating}
              onSimulate={() => setSimulating((before) => !before)}
            />
            <Suspense fallback={<PageSkeleton label={t('app.loading')} />}>
              {running ? (
                <Simulation studio={studio} onClose={() => setSimulating(false)} />
              ) : shown === 'bpmn' ? (
                <BpmnView studio={studio} />
              ) : shown === 'json' ? (
                <JsonView studio={studio} findings={props.checked.findings ?? NONE} />
              ) : (
                <div className="jm-flow-work">
                  {shown === 'chart' ? <FreeChart onOpenPanel={openPanel} /> : <FlowCanvas onOpenPanel={openPanel} />}
                  {narrow ? null : <Beside wish={wish} />}
                </div>
              )}
            </Suspense>
            {narrow && !running && (shown === 'flow' || shown === 'chart') ? (
              <Drawer
                open={selected}
                placement="bottom"
                height="75dvh"
                title={t('flowDesign.panel')}
                onClose={() => studio.select(null)}
                closable={{ 'aria-label': t('flowDesign.closePanel') }}
              >
                <Panel />
              </Drawer>
            ) : null}
          </SelectionProvider>
        </FlowProvider>
      </ActsProvider>
    </WordsProvider>
  );
}

/**
 * The panel beside the canvas. What is typed stands at once; the panel of what is newly selected comes a blink later than the mark on its
 * card, so that the arrows never wait for it. `wish` counts how often one asked to be brought into it.
 */
function Beside({ wish }: { wish: number }) {
  const t = useText();
  const design = useFlow();
  const selection = useSelection();
  const panel = useRef<HTMLElement>(null);
  const now = useMemo(() => ({ design, selection }), [design, selection]);
  const late = useDeferredValue(now);
  const moved = late.selection !== selection;
  const shown = moved ? late : now;
  const heard = useRef(wish);
  useEffect(() => {
    if (moved || heard.current === wish) return;
    heard.current = wish;
    panel.current?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')?.focus();
  }, [moved, wish]);
  return (
    <aside className="jm-flow-panel" ref={panel} aria-label={t('flowDesign.panel')}>
      <FlowProvider value={shown.design}>
        <SelectionProvider value={shown.selection}>
          <Behind late={moved}>
            <Panel />
          </Behind>
        </SelectionProvider>
      </FlowProvider>
    </aside>
  );
}

const NONE: Finding[] = [];

/** What all parts share, made anew when something of it changes; what can be done stays the same. */
function useDesign({ studio, flow, fields, checked, stored }: Props, still: boolean) {
  const [clipboard, setClipboard] = useState<Fragment>();
  const [sample, setSample] = useState<Sample>({ data: {} });
  const asked = useAsked(studio, sample, fields);
  const outline = useMemo(() => outlineOf(flow), [flow]);
  const findings = useMemo(() => place(checked.findings ?? NONE, stored), [checked.findings, stored]);
  const { tenant, app } = studio.place;
  const { form } = flow;
  const select = useLatest(studio.select);
  const edit = useLatest((label: string, recipe: (flow: Flow) => Edited) => {
    const { flow: next, selected } = recipe(flow);
    if (next !== flow) studio.change(label, () => next, selected === undefined ? {} : { select: selected });
  });
  const change = useLatest((label: string, recipe: (flow: Flow) => Flow, merge?: string) =>
    studio.change(label, recipe, { merge }),
  );
  const copy = useLatest((key: string) => setClipboard(fragmentOf(flow, key)));
  const acts = useMemo<FlowActs>(
    () => ({ select, edit, change, copy, setSample }),
    [select, edit, change, copy, setSample],
  );
  const here = useMemo(() => ({ tenant, app, form }), [tenant, app, form]);
  const design = useMemo<FlowDesign>(
    () => ({
      ...acts,
      place: here,
      flow,
      outline,
      fields,
      findings,
      asked,
      sample,
      clipboard,
      still,
    }),
    [acts, here, flow, outline, fields, findings, asked, sample, clipboard, still],
  );
  return { design, acts };
}
