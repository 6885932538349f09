import { ClockCircleOutlined, CloseCircleFilled, LockOutlined, WarningFilled } from '@ant-design/icons';
import { memo } from 'react';
import type { Field } from '../../schema';
import { useFlow, useFlowActs, useSelection, type Asked } from '../context';
import type { FlowNode } from '../model/document';
import { gravest, type Severity } from '../model/findings';
import { readSpan } from '../model/duration';
import { opened } from '../model/views';
import { useWords } from '../useWords';
import { NodeIcon } from './NodeIcon';

interface Props {
  node: FlowNode;
  state?: 'passed' | 'current' | 'aside' | undefined;
}

/** One node: its name, who acts, how they sign, and how many protected fields can be opened there. */
export function Card({ node, state }: Props) {
  const { findings, fields, asked } = useFlow();
  const selected = useSelection() === node.key;
  const grave = gravest(findings.filter((each) => each.node === node.key && each.edge === undefined));
  return <Face node={node} state={state} selected={selected} grave={grave} fields={fields} asked={asked?.[node.key]} />;
}

interface FaceProps extends Props {
  selected: boolean;
  grave: Severity | undefined;
  fields: readonly Field[];
  /** Whom the step would ask; undefined while that is not known. */
  asked: Asked | undefined;
}

/** Drawn again only when something of its own has changed: of sixty cards an act concerns one or two. */
const Face = memo(function Face({ node, state, selected, grave, fields, asked }: FaceProps) {
  const { t, nodeTitle } = useWords();
  const { select } = useFlowActs();
  const lines = useLines(node, asked);
  const seen = opened(node, fields).length;
  const span = readSpan(node.due?.after);
  const small = node.type === 'condition' || node.type === 'parallel' || node.type === 'join';
  return (
    <button
      type="button"
      className={`jm-flow-card jm-flow-${node.type} ${small ? 'jm-flow-small' : ''} ${state ? `jm-flow-${state}` : ''}`}
      data-node={node.key}
      aria-pressed={selected}
      onClick={() => select(selected ? null : node.key)}
    >
      <span className="jm-flow-name">
        <NodeIcon type={node.type} />
        <span className="jm-flow-title">{nodeTitle(node)}</span>
        {grave === 'error' ? (
          <CloseCircleFilled className="jm-flow-bad" role="img" aria-label={t('flowDesign.hasErrors')} />
        ) : null}
        {grave === 'warning' ? (
          <WarningFilled className="jm-flow-warn" role="img" aria-label={t('flowDesign.hasWarnings')} />
        ) : null}
      </span>
      {lines.map((line) => (
        <span key={line} className="jm-flow-detail">
          {line}
        </span>
      ))}
      {seen > 0 || span ? (
        <span className="jm-flow-signs">
          {seen > 0 ? (
            <span title={t('flowDesign.opened', { count: seen })}>
              <LockOutlined aria-hidden /> <span aria-hidden>{seen}</span>
              <span className="jm-sr">{t('flowDesign.opened', { count: seen })}</span>
            </span>
          ) : null}
          {span ? (
            <span>
              <ClockCircleOutlined aria-hidden /> {t(`flowDesign.span.${span.unit}`, { count: span.count })}
            </span>
          ) : null}
        </span>
      ) : null}
    </button>
  );
});

/** What a card says below its name. */
function useLines(node: FlowNode, found: Asked | undefined): string[] {
  const { t, who, mode, list, fieldTitle } = useWords();
  if (node.type === 'approval' || node.type === 'handling' || node.type === 'cc') {
    const names = found && found.people.length > 0 ? list(found.people.slice(0, 3).map(({ name }) => name)) : '';
    const more = (found?.people.length ?? 0) > 3 ? t('flowDesign.andMore', { count: found?.people.length ?? 0 }) : '';
    const rule = who(node.assignees);
    // Members who are named need not be found.
    const line = names && names !== rule ? t('flowDesign.whoIs', { who: rule, names: names + more }) : rule;
    return node.type === 'cc' ? [line] : [line, mode(node.sign)];
  }
  if (node.type === 'automation')
    return (node.steps ?? []).slice(0, 3).map((step) => t(`flowDesign.step.${Object.keys(step)[0] ?? 'wait'}`));
  if (node.type === 'subworkflow') {
    const { through, create } = node.records ?? {};
    return [through ? t('flowDesign.sub.ofField', { field: fieldTitle(through) }) : (create?.form ?? '')].filter(
      Boolean,
    );
  }
  if (node.type === 'end' && node.set)
    return [t('flowDesign.setsFields', { fields: list(Object.keys(node.set).map(fieldTitle)) })];
  return [];
}
