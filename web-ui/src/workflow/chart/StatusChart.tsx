import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import { Problem, problemText, recordPath, useGet, type FormPlace, type StatusChart as Chart } from '../../api';
import { useText } from '../../i18n';
import { RowsSkeleton, useIsPhone } from '../../ui';
import { linePath } from './chart';
import { Node, STATE_ICONS } from './Node';
import './chart.css';

const STATES = ['passed', 'current', 'possible', 'aside', 'stopped'] as const;

interface Props {
  place: FormPlace;
  record: string;
}

/** The workflow's steps from top to bottom: where it came through, where it stands, where it may go. Looks again while it runs. */
export function StatusChart({ place, record }: Props) {
  const t = useText();
  const phone = useIsPhone();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? !phone;
  const area = useId();
  return (
    <section className="jm-chart" aria-label={t('workflow.chart.title')}>
      <button
        type="button"
        className="jm-plain jm-chart-toggle"
        aria-expanded={open}
        aria-controls={area}
        onClick={() => setChosen(!open)}
      >
        {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />} {t('workflow.chart.title')}
      </button>
      <div id={area}>{open ? <Loaded place={place} record={record} /> : null}</div>
    </section>
  );
}

function Loaded({ place, record }: Props) {
  const t = useText();
  const chart = useGet<Chart>(`${recordPath(place, record)}/workflow/chart`, {
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? 5_000 : false),
  });
  if (chart.isPending) return <RowsSkeleton label={t('app.loading')} rows={4} />;
  if (chart.data) return <Drawn chart={chart.data} />;
  const none = chart.error instanceof Problem && chart.error.status === 404;
  return <p className="jm-quiet">{none ? t('workflow.chart.none') : problemText(chart.error)}</p>;
}

/** The list of steps is the drawing: who does not see it hears it in the same order. */
function Drawn({ chart }: { chart: Chart }) {
  const t = useText();
  const present = STATES.filter((state) => chart.nodes.some((node) => node.state === state));
  return (
    <>
      {/* Wider than the page it scrolls by itself, also by the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="jm-chart-frame" tabIndex={0} role="region" aria-label={t('workflow.chart.drawing')}>
        <div className="jm-chart-sheet" style={{ width: chart.width, height: chart.height }}>
          <svg width={chart.width} height={chart.height} aria-hidden focusable="false">
            <defs>
              {['taken', 'open'].map((kind) => (
                <marker
                  key={kind}
                  id={`jm-chart-${kind}`}
                  className={`jm-chart-tip-${kind}`}
                  viewBox="0 0 8 8"
                  refX="7"
                  refY="4"
                  markerWidth="7"
                  markerHeight="7"
                  orient="auto"
                  markerUnits="userSpaceOnUse"
                >
                  <path d="M0 0L8 4L0 8z" />
                </marker>
              ))}
            </defs>
            {[...chart.edges]
              .sort((one, other) => Number(one.taken) - Number(other.taken))
              .map((edge, index) => (
                <path
                  key={index}
                  className={edge.taken ? 'jm-chart-line jm-chart-taken' : 'jm-chart-line'}
                  d={linePath(edge.points)}
                  markerEnd={`url(#jm-chart-${edge.taken ? 'taken' : 'open'})`}
                />
              ))}
          </svg>
          <ol>
            {chart.nodes.map((node) => (
              <Node key={node.key} node={node} />
            ))}
          </ol>
        </div>
      </div>
      <p className="jm-chart-legend jm-hint" aria-hidden>
        {present.map((state) => (
          <span key={state} className={`jm-chart-${state}`}>
            <span className="jm-chart-mark">{STATE_ICONS[state]}</span> {t(`workflow.chart.state.${state}`)}
          </span>
        ))}
      </p>
    </>
  );
}
