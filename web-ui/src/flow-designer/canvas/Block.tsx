import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { edgeName, useFlow, useSelection } from '../context';
import type { FlowEdge } from '../model/document';
import { addBranch } from '../model/edit';
import { gravest } from '../model/findings';
import { exitsOf, type Item, type Lane } from '../model/outline';
import { local } from '../../i18n';
import { useWords } from '../useWords';
import { Card } from './Card';
import { Plus } from './Plus';
import { useRun } from './run';
import { Sequence } from './Sequence';

type BlockItem = Extract<Item, { kind: 'block' }>;

/** Ways side by side: of a condition each with its sentence, of parallel branches all at once until their join. */
export function Block({ item }: { item: BlockItem }) {
  const { t, nodeTitle } = useWords();
  const { edit, still } = useFlow();
  const run = useRun();
  const { node } = item;
  return (
    <div className="jm-flow-block">
      <Card node={node} state={run?.[node.key]} />
      {still ? null : (
        <Button
          size="small"
          className="jm-flow-addway"
          icon={<PlusOutlined aria-hidden />}
          aria-label={t('flowDesign.addBranchTo', { node: nodeTitle(node) })}
          onClick={() => edit(t('flowDesign.did.addBranch'), (flow) => addBranch(flow, node.key))}
        >
          {t('flowDesign.addBranch')}
        </Button>
      )}
      <ul className="jm-flow-lanes" aria-label={t('flowDesign.waysOf', { node: nodeTitle(node) })}>
        {item.lanes.map((lane, index) => (
          <li key={lane.edge} className="jm-flow-lane">
            <Way lane={lane} number={index + 1} />
          </li>
        ))}
      </ul>
      {item.join ? <Card node={item.join} state={run?.[item.join.key]} /> : null}
    </div>
  );
}

function Way({ lane, number }: { lane: Lane; number: number }) {
  const { flow } = useFlow();
  const edge = flow.edges[lane.edge];
  const words = useWayWords();
  if (!edge) return null;
  const name = words(edge, number);
  const open = exitsOf(lane).length > 0;
  return (
    <>
      <WayCard edge={lane.edge} name={name} />
      <Plus place={[lane.edge]} after={name} />
      <Sequence items={lane.items} />
      {open ? <span className="jm-flow-tail" aria-hidden /> : null}
    </>
  );
}

/** How a way is called: its title, its condition as a sentence, "otherwise", or its number. */
export function useWayWords() {
  const { t, condition } = useWords();
  const { flow } = useFlow();
  return (edge: FlowEdge, number: number): string => {
    const title = local(edge.title);
    if (title) return title;
    if (edge.on === 'reject') return t('flowDesign.onReject');
    if (edge.otherwise) return t('flowDesign.otherwise');
    const routes = flow.nodes.some((node) => node.key === edge.from && node.type === 'condition');
    return routes ? condition(edge.when) : t('flowDesign.branch', { number });
  };
}

function WayCard({ edge, name }: { edge: number; name: string }) {
  const { t } = useWords();
  const { flow, select, findings } = useFlow();
  const selection = useSelection();
  const own = edgeName(flow, edge);
  const grave = gravest(findings.filter((each) => each.edge === edge));
  return (
    <button
      type="button"
      className={`jm-flow-way ${grave === 'error' ? 'jm-flow-way-bad' : ''}`}
      data-node={own}
      aria-pressed={selection === own}
      onClick={() => select(selection === own ? null : own)}
    >
      {name}
      {grave === 'error' ? <span className="jm-sr"> {t('flowDesign.hasErrors')}</span> : null}
    </button>
  );
}
