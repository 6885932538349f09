import { Background, Controls, MiniMap, ReactFlow, type Connection, type Edge, type Node } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import { edgeName, useFlow, useSelection } from '../context';
import { connect } from '../model/connect';
import { mayRemove, remove, removeBranch } from '../model/edit';
import { edgeOf } from '../context';
import { passesOf } from '../model/graph';
import { layoutOf } from '../model/layout';
import { useWayWords } from '../canvas/Block';
import { useWords } from '../useWords';
import { ChartNode, type ChartNodeData } from './ChartNode';
import './chart.css';

const types = { step: ChartNode };

/** The same workflow as a chart that one moves about in; ways are drawn from the handle of a node to another. */
export function FreeChart({ onOpenPanel }: { onOpenPanel: () => void }) {
  const { t } = useWords();
  const { flow, select, edit, change } = useFlow();
  const selection = useSelection();
  const words = useWayWords();
  const boxes = useMemo(() => layoutOf(flow), [flow]);
  // The same as long as its node is: then its card need not be drawn again.
  const held = useMemo(() => new Map(flow.nodes.map((node) => [node.key, { node }])), [flow.nodes]);
  const nodes: Node<ChartNodeData>[] = flow.nodes.map((node) => {
    const box = boxes.get(node.key) ?? { x: 0, y: 0, width: 220, height: 64 };
    return {
      id: node.key,
      type: 'step',
      position: { x: box.x, y: box.y },
      width: box.width,
      height: box.height,
      data: held.get(node.key) ?? { node },
      selected: selection === node.key,
      draggable: false,
    };
  });
  const edges: Edge[] = flow.edges.map((edge, index) => {
    const passes = passesOf(flow, edge.from);
    const several = passes.length > 1 || edge.on === 'reject';
    return {
      id: edgeName(flow, index),
      source: edge.from,
      target: edge.to,
      type: 'smoothstep',
      label: several ? words(edge, passes.indexOf(index) + 1) : undefined,
      selected: selection === edgeName(flow, index),
      className: edge.on === 'reject' ? 'jm-chart-reject' : '',
    };
  });
  const takeAway = () => {
    const edge = edgeOf(flow, selection);
    if (edge !== undefined) edit(t('flowDesign.did.removeBranch'), (now) => removeBranch(now, edge));
    else if (selection !== null && mayRemove(flow, selection))
      edit(t('flowDesign.did.remove'), (now) => remove(now, selection));
  };
  return (
    // The nodes take the keys; the region only hears them.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="jm-flow-chart"
      role="region"
      aria-label={t('flowDesign.view.chart')}
      onKeyDown={(event) => {
        if ((event.target as Element).closest('input, textarea')) return;
        if (event.key === 'Delete' || event.key === 'Backspace') takeAway();
        if (event.key === 'Enter') onOpenPanel();
      }}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={types}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
        minZoom={0.2}
        deleteKeyCode={null}
        proOptions={{ hideAttribution: true }}
        onNodeClick={(_, node) => select(node.id)}
        onEdgeClick={(_, edge) => select(edge.id)}
        onPaneClick={() => select(null)}
        onConnect={({ source, target }: Connection) =>
          change(t('flowDesign.did.connect'), (now) => connect(now, source, target))
        }
        ariaLabelConfig={{
          'controls.ariaLabel': t('flowDesign.chart.controls'),
          'controls.zoomIn.ariaLabel': t('flowDesign.chart.zoomIn'),
          'controls.zoomOut.ariaLabel': t('flowDesign.chart.zoomOut'),
          'controls.fitView.ariaLabel': t('flowDesign.chart.fit'),
          'minimap.ariaLabel': t('flowDesign.chart.map'),
        }}
      >
        <Background />
        <Controls showInteractive={false} />
        <MiniMap pannable zoomable className="jm-only-desk" />
      </ReactFlow>
    </div>
  );
}
