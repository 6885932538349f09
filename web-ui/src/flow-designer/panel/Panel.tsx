import { CopyOutlined, DeleteOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { memo } from 'react';
import { edgeOf, selectedNode, useFlow, useSelection } from '../context';
import { changeNode, mayRemove, remove, shift } from '../model/edit';
import { fragmentOf } from '../model/fragment';
import type { FlowNode } from '../model/document';
import { useWords } from '../useWords';
import { FindingsHere } from './FindingsButton';
import { NodeParts } from './NodeParts';
import { TextLine } from './parts';
import { WayPanel } from './WayPanel';
import { Within } from './Within';
import { WorkflowPanel } from './WorkflowPanel';

/** What is selected and can be said of it: a node, a way, or the workflow itself. */
export const Panel = memo(function Panel() {
  const { flow, findings } = useFlow();
  const selection = useSelection();
  const edge = edgeOf(flow, selection);
  const node = selectedNode(flow, selection);
  if (edge !== undefined) return <WayPanel key={selection} edge={edge} />;
  if (!node) return <WorkflowPanel />;
  const own = findings.filter((each) => each.node === node.key && each.edge === undefined);
  return (
    <div key={node.key} className="jm-flow-panel-body">
      <Head node={node} />
      <FindingsHere findings={own} />
      <Within findings={own}>
        <NodeParts node={node} />
      </Within>
    </div>
  );
});

/** Name of the node and what can be done with it as a whole. */
function Head({ node }: { node: FlowNode }) {
  const { t, nodeTitle } = useWords();
  const { flow, edit, change, copy } = useFlow();
  const type = t(`flowDesign.type.${node.type}`);
  const fixed = node.type === 'start' || node.type === 'end' || node.type === 'join';
  const acts = [
    ...(fixed
      ? []
      : [
          {
            name: t('flowDesign.moveUp'),
            icon: <UpOutlined aria-hidden />,
            act: () => edit(t('flowDesign.did.move'), (now) => shift(now, node.key, -1)),
          },
          {
            name: t('flowDesign.moveDown'),
            icon: <DownOutlined aria-hidden />,
            act: () => edit(t('flowDesign.did.move'), (now) => shift(now, node.key, 1)),
          },
        ]),
    ...(fragmentOf(flow, node.key)
      ? [{ name: t('flowDesign.copy'), icon: <CopyOutlined aria-hidden />, act: () => copy(node.key) }]
      : []),
    ...(mayRemove(flow, node.key)
      ? [
          {
            name: t('flowDesign.remove'),
            icon: <DeleteOutlined aria-hidden />,
            act: () => edit(t('flowDesign.did.removeNode', { node: nodeTitle(node) }), (now) => remove(now, node.key)),
          },
        ]
      : []),
  ];
  return (
    <header className="jm-flow-panel-head">
      <div className="jm-row">
        <h2>{type}</h2>
        <span className="jm-grow" />
        {acts.map(({ name, icon, act }) => (
          <Tooltip key={name} title={name}>
            <Button type="text" size="small" icon={icon} aria-label={name} onClick={act} />
          </Tooltip>
        ))}
      </div>
      <TextLine
        label={t('flowDesign.title')}
        value={node.title}
        placeholder={type}
        onChange={(title) =>
          change(t('flowDesign.did.rename'), (now) => changeNode(now, node.key, { title }), `title ${node.key}`)
        }
      />
    </header>
  );
}
