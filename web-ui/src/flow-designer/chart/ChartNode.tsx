import { Handle, Position, type NodeProps, type Node } from '@xyflow/react';
import { memo } from 'react';
import { NodeIcon } from '../canvas/NodeIcon';
import type { FlowNode } from '../model/document';
import { useWords } from '../useWords';

export interface ChartNodeData extends Record<string, unknown> {
  node: FlowNode;
}

/** A node in the free chart. */
export const ChartNode = memo(function ChartNode({ data, selected }: NodeProps<Node<ChartNodeData>>) {
  const { nodeTitle, who } = useWords();
  const { node } = data;
  const asks = ['approval', 'handling', 'cc'].includes(node.type);
  return (
    <div className={`jm-chart-node jm-flow-${node.type} ${selected ? 'jm-chart-selected' : ''}`}>
      {node.type === 'start' ? null : <Handle type="target" position={Position.Top} />}
      <span className="jm-flow-name">
        <NodeIcon type={node.type} />
        <span className="jm-flow-title">{nodeTitle(node)}</span>
      </span>
      {asks ? <span className="jm-flow-detail">{who(node.assignees)}</span> : null}
      {node.type === 'end' ? null : <Handle type="source" position={Position.Bottom} />}
    </div>
  );
});
