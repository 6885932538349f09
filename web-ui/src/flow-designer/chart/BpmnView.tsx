import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { callFile, problemText } from '../../api';
import { useText } from '../../i18n';
import { definitionPath, type Studio } from '../../studio';
import { Failure, PageSkeleton } from '../../ui';
import type { Flow } from '../model/document';
import { readBpmn, type BpmnDrawing } from './bpmn';
import './chart.css';

/** The draft as other tools draw it (BPMN 2.0), to look at and to take away. */
export function BpmnView({ studio }: { studio: Studio<Flow> }) {
  const t = useText();
  const file = useQuery({
    queryKey: [definitionPath(studio.place), 'bpmn', studio.revision],
    queryFn: async () => (await callFile(`${definitionPath(studio.place)}/bpmn?draft=true`, 'application/xml')).text(),
    enabled: studio.saving === 'saved',
    placeholderData: (before) => before,
    retry: false,
  });
  if (file.error)
    return (
      <Failure
        title={t('flowDesign.bpmn.failed')}
        hint={problemText(file.error)}
        retry={{ label: t('app.retry'), act: () => void file.refetch() }}
      />
    );
  if (file.data === undefined) return <PageSkeleton label={t('app.loading')} />;
  const drawing = readBpmn(file.data);
  const address = `data:application/xml;charset=utf-8,${encodeURIComponent(file.data)}`;
  return (
    <div className="jm-bpmn">
      <div className="jm-row jm-wrap">
        <p className="jm-hint jm-grow">{t('flowDesign.bpmn.hint')}</p>
        <Button icon={<DownloadOutlined aria-hidden />} href={address} download={`${studio.place.key}.bpmn`}>
          {t('flowDesign.bpmn.download')}
        </Button>
      </div>
      {drawing ? <Drawn drawing={drawing} /> : null}
      <details>
        <summary>{t('flowDesign.bpmn.source')}</summary>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
        <pre className="jm-bpmn-source jm-mono" tabIndex={0}>
          {file.data}
        </pre>
      </details>
    </div>
  );
}

function Drawn({ drawing }: { drawing: BpmnDrawing }) {
  const t = useText();
  const { width, height } = drawing;
  return (
    <svg
      role="img"
      aria-label={t('flowDesign.bpmn.drawn')}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <defs>
        <marker id="jm-bpmn-tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0 8 4 0 8" className="jm-bpmn-line" />
        </marker>
      </defs>
      {drawing.lines.map((line) => (
        <polyline
          key={line.id}
          className="jm-bpmn-line"
          points={line.points.map((point) => point.join(',')).join(' ')}
          markerEnd="url(#jm-bpmn-tip)"
        />
      ))}
      {drawing.shapes.map((shape) => (
        <Shape key={shape.id} shape={shape} />
      ))}
    </svg>
  );
}

function Shape({ shape }: { shape: BpmnDrawing['shapes'][number] }) {
  const { x, y, width, height, kind, title } = shape;
  const middle = { x: x + width / 2, y: y + height / 2 };
  const round = kind.endsWith('Event');
  const below = round || kind.endsWith('Gateway');
  return (
    <g>
      {round ? (
        <circle
          className="jm-bpmn-shape"
          cx={middle.x}
          cy={middle.y}
          r={width / 2}
          strokeWidth={kind === 'endEvent' ? 3 : 1}
        />
      ) : below ? (
        <path
          className="jm-bpmn-shape"
          d={`M${middle.x} ${y} ${x + width} ${middle.y} ${middle.x} ${y + height} ${x} ${middle.y}Z`}
        />
      ) : (
        <rect className="jm-bpmn-shape" x={x} y={y} width={width} height={height} rx={6} />
      )}
      {kind === 'exclusiveGateway' || kind === 'parallelGateway' ? (
        <text className="jm-bpmn-text" x={middle.x} y={middle.y + 5} textAnchor="middle" aria-hidden>
          {kind === 'parallelGateway' ? '+' : '×'}
        </text>
      ) : null}
      <text className="jm-bpmn-text" x={middle.x} y={below ? y + height + 16 : middle.y + 4} textAnchor="middle">
        {title}
      </text>
    </g>
  );
}
