import {
  BranchesOutlined,
  CheckCircleFilled,
  CheckOutlined,
  ClockCircleOutlined,
  EllipsisOutlined,
  MinusOutlined,
  PartitionOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { formatDuration, useText } from '../../i18n';
import { PersonName, usePersonName, When } from '../../ui';
import { isGateway, type ChartNode } from './chart';

export const STATE_ICONS: Record<ChartNode['state'], ReactNode> = {
  passed: <CheckCircleFilled aria-hidden />,
  current: <ClockCircleOutlined aria-hidden />,
  possible: <EllipsisOutlined aria-hidden />,
  aside: <MinusOutlined aria-hidden />,
  stopped: <StopOutlined aria-hidden />,
};

/** Shorter stays are not worth a word. */
const MINUTE = 60_000;

/** One step at its place. What happened there opens on a click; what has not happened is no button. */
export function Node({ node }: { node: ChartNode }) {
  const t = useText();
  const title = node.title || t(`workflow.chart.type.${node.type}`, { defaultValue: t('workflow.chart.type.other') });
  const place = { left: node.x, top: node.y, width: node.width, height: node.height };
  const state = t(`workflow.chart.state.${node.state}`);
  if (isGateway(node)) {
    return (
      <li className={`jm-chart-gateway jm-chart-${node.state}`} style={place} title={title}>
        <span className="jm-chart-diamond" aria-hidden>
          {node.type === 'condition' ? <BranchesOutlined /> : <PartitionOutlined />}
        </span>
        {node.state === 'passed' ? (
          <span className="jm-chart-tick" aria-hidden>
            <CheckOutlined />
          </span>
        ) : null}
        <span className="jm-sr">{`${title} ${state}`}</span>
      </li>
    );
  }
  const told = node.since !== undefined;
  const body = <Body node={node} title={title} state={state} />;
  return (
    <li className={`jm-chart-node jm-chart-${node.state}`} style={place} title={told ? undefined : title}>
      {told ? (
        <Popover trigger="click" title={title} content={<Details node={node} state={state} />}>
          <button type="button" className="jm-plain jm-chart-box" aria-haspopup="dialog">
            {body}
          </button>
        </Popover>
      ) : (
        <div className="jm-chart-box">{body}</div>
      )}
    </li>
  );
}

function Body({ node, title, state }: { node: ChartNode; title: string; state: string }) {
  const t = useText();
  const nameOf = usePersonName();
  const spent = node.spentMs ?? 0;
  const [first] = node.people;
  const who = first
    ? node.people.length > 1
      ? t('workflow.chart.andMore', { name: nameOf(first), count: node.people.length })
      : nameOf(first)
    : node.waitingFor > 0
      ? t('workflow.waitingFor', { count: node.waitingFor })
      : '';
  const hint = [who, spent >= MINUTE ? formatDuration(spent) : ''].filter(Boolean).join(' · ');
  return (
    <>
      <span className="jm-chart-mark">{STATE_ICONS[node.state]}</span>
      <span className="jm-chart-text">
        <span className="jm-chart-title">{title}</span>
        <span className="jm-sr">{` ${state} `}</span>
        {hint ? <span className="jm-chart-hint">{hint}</span> : null}
      </span>
    </>
  );
}

function Details({ node, state }: { node: ChartNode; state: string }) {
  const t = useText();
  const spent = node.spentMs ?? 0;
  const unnamed = node.state === 'current' ? node.waitingFor - node.people.length : 0;
  return (
    <div className="jm-chart-details">
      <p>{state}</p>
      {node.people.map((person) => (
        <p key={person.id}>
          <PersonName person={person} />
        </p>
      ))}
      {unnamed > 0 ? <p>{t('workflow.waitingFor', { count: unnamed })}</p> : null}
      {node.since ? (
        <p className="jm-quiet">
          {t('workflow.chart.since')} <When at={node.since} />
          {spent >= MINUTE ? ` · ${t('workflow.took', { time: formatDuration(spent) })}` : null}
        </p>
      ) : null}
    </div>
  );
}
