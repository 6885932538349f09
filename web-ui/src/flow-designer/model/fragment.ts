import { put, type Flow, type FlowEdge, type FlowNode } from './document';
import { nodeOf, reach } from './graph';
import { find, outlineOf, walk, type Item } from './outline';
import { unique } from './keys';

/** Stands for "wherever the place leads" in a fragment's edges. */
export const EXIT = '';

/** A part of a workflow that can be put in elsewhere: a step, or a block with everything in it. */
export interface Fragment {
  entry: string;
  nodes: FlowNode[];
  edges: FlowEdge[];
}

/** The keys that belong to an item: the node, and of a block all that its lanes hold and its join. */
export function keysOf(item: Item): string[] {
  if (item.kind === 'jump') return [];
  const own = walk([item]).map(({ key }) => key);
  return [...own, ...joinsOf(item)];
}

function joinsOf(item: Item): string[] {
  if (item.kind === 'jump') return [];
  const lanes = item.kind === 'step' ? (item.reject ? [item.reject] : []) : item.lanes;
  const inner = lanes.flatMap((lane) => lane.items.flatMap(joinsOf));
  return item.kind === 'block' && item.join ? [...inner, item.join.key] : inner;
}

/** What can be copied of a node: itself with its block; nothing of a start, an end or a join. */
export function fragmentOf(flow: Flow, key: string): Fragment | undefined {
  const found = find(outlineOf(flow).items, key)?.item;
  if (!found || found.kind === 'jump' || found.node.key !== key) return undefined;
  if (found.node.type === 'start' || found.node.type === 'end') return undefined;
  const after = new Set(found.after.map((edge) => flow.edges[edge]?.to));
  const keys = new Set(found.kind === 'step' ? [key] : keysOf(found));
  const edges = flow.edges
    .filter((edge) => keys.has(edge.from))
    .filter((edge) => keys.has(edge.to) || (after.has(edge.to) && edge.on !== 'reject'))
    .map((edge) => (keys.has(edge.to) ? edge : { ...edge, to: EXIT }));
  return { entry: key, nodes: flow.nodes.filter((node) => keys.has(node.key)), edges };
}

/** A fragment whose keys are free in this workflow. What it says of other nodes (where a return leads) stays only where they exist. */
export function fresh(flow: Flow, fragment: Fragment): Fragment {
  const taken = flow.nodes.map(({ key }) => key);
  const names = new Map<string, string>();
  for (const { key } of fragment.nodes) names.set(key, unique(key, [...taken, ...names.values()]));
  const name = (key: string) => names.get(key) ?? key;
  return {
    entry: name(fragment.entry),
    nodes: fragment.nodes.map((node) => ({ ...node, key: name(node.key) })),
    edges: fragment.edges.map((edge) => ({
      ...edge,
      from: name(edge.from),
      to: edge.to === EXIT ? EXIT : name(edge.to),
    })),
  };
}

/** Takes away nodes with their edges, whatever only they led to, and what others say of them. */
export function without(flow: Flow, gone: ReadonlySet<string>, edges: FlowEdge[]): Flow {
  const start = flow.nodes.filter(({ type }) => type === 'start').map(({ key }) => key);
  const before = reach(flow, start);
  const left: Flow = {
    ...flow,
    nodes: flow.nodes.filter(({ key }) => !gone.has(key)),
    edges: edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to)),
  };
  const after = reach(left, start);
  const kept = left.nodes.filter(({ key }) => after.has(key) || !before.has(key));
  const keys = new Set(kept.map(({ key }) => key));
  return forget({
    ...left,
    nodes: kept,
    edges: left.edges.filter(({ from, to }) => keys.has(from) && keys.has(to)),
  });
}

/** What names nodes that are not there any more names them no longer. */
function forget(flow: Flow): Flow {
  const words = ['previous', 'start'];
  const known = (key: string) => words.includes(key) || nodeOf(flow, key) !== undefined;
  const nodes = flow.nodes.map((node) => {
    const to = node.return?.to;
    if (to === undefined || [to].flat().every(known)) return node;
    const left = [to].flat().filter(known);
    const rule = put(node.return ?? {}, { to: left.length > 0 ? left : undefined });
    return put(node, { return: Object.keys(rule).length > 0 ? rule : undefined });
  });
  const before = flow.withdraw?.before;
  if (flow.withdraw === undefined || before === undefined || before.every(known)) return { ...flow, nodes };
  const left = before.filter(known);
  return { ...flow, nodes, withdraw: left.length > 0 ? { by: 'initiator', before: left } : { by: 'initiator' } };
}
