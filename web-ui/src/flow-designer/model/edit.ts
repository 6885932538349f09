import type { LocalText } from '../../i18n';
import type { Flow, FlowEdge, FlowNode, NodeType } from './document';
import { put } from './document';
import { EXIT, fragmentOf, fresh, keysOf, without, type Fragment } from './fragment';
import { insOf, mergeOf, nodeOf, passesOf, reach, rejectOf } from './graph';
import { newKey } from './keys';
import { exitsOf, find, outlineOf, type Place } from './outline';

/** What a change leads to: the workflow, and the node that is selected after it. */
export interface Edited {
  flow: Flow;
  selected: string | undefined;
}

const keep = (flow: Flow): Edited => ({ flow, selected: undefined });

/** Puts a fragment into a place: the edges that led on lead to it, and it leads on. What conditions they had stays with them. */
export function insert(flow: Flow, place: Place, fragment: Fragment): Edited {
  const to = flow.edges[place[0] ?? -1]?.to;
  if (to === undefined) return keep(flow);
  const { entry, nodes, edges } = fresh(flow, fragment);
  const own = edges.map((edge) => (edge.to === EXIT ? { ...edge, to } : edge));
  const led = flow.edges.map((edge, index) => (place.includes(index) ? { ...edge, to: entry } : edge));
  return { flow: { ...flow, nodes: [...flow.nodes, ...nodes], edges: [...led, ...own] }, selected: entry };
}

/** A new node as a fragment; a condition comes with two ways, a parallel node with two ways and its join. */
export function fragmentFor(flow: Flow, node: FlowNode, joinTitle?: LocalText): Fragment {
  const { key, type } = node;
  if (type === 'end') return { entry: key, nodes: [node], edges: [] };
  if (type === 'condition')
    return {
      entry: key,
      nodes: [node],
      edges: [
        { from: key, to: EXIT, when: '' },
        { from: key, to: EXIT, otherwise: true },
      ],
    };
  if (type === 'parallel') {
    const join = newKey({ ...flow, nodes: [...flow.nodes, node] }, 'join');
    return {
      entry: key,
      nodes: [node, { key: join, type: 'join', ...(joinTitle === undefined ? {} : { title: joinTitle }) }],
      edges: [
        { from: key, to: join },
        { from: key, to: join },
        { from: join, to: EXIT },
      ],
    };
  }
  return { entry: key, nodes: [node], edges: [{ from: key, to: EXIT }] };
}

/** Whether a way may end at a place: what it led to so far must still be reached, and no parallel branch ends by itself. */
export function mayEnd(flow: Flow, place: Place): boolean {
  const to = flow.edges[place[0] ?? -1]?.to;
  if (to === undefined || nodeOf(flow, to)?.type === 'end' || nodeOf(flow, to)?.type === 'join') return false;
  const cut = { ...flow, edges: flow.edges.filter((_, index) => !place.includes(index)) };
  const start = flow.nodes.filter(({ type }) => type === 'start').map(({ key }) => key);
  return reach(cut, start).has(to);
}

/** Whether it can be taken away: not the start, not the only end, not a join without its fork. */
export function mayRemove(flow: Flow, key: string): boolean {
  const node = nodeOf(flow, key);
  if (!node || node.type === 'start' || node.type === 'join') return false;
  return node.type !== 'end' || flow.nodes.filter(({ type }) => type === 'end').length > 1;
}

/** Takes a step away, or a block with all in it; what led to it leads to what came after it. */
export function remove(flow: Flow, key: string): Edited {
  if (!mayRemove(flow, key)) return keep(flow);
  const found = find(outlineOf(flow).items, key)?.item;
  const gone = found && found.kind === 'block' ? new Set(keysOf(found)) : new Set([key]);
  const after = found && found.kind !== 'jump' ? flow.edges[found.after[0] ?? -1]?.to : undefined;
  const other = flow.nodes.find((node) => node.type === 'end' && node.key !== key)?.key;
  const next = after ?? (nodeOf(flow, key)?.type === 'end' ? other : flow.edges[passesOf(flow, key)[0] ?? -1]?.to);
  const to = next === undefined || gone.has(next) ? endOf(flow, gone) : next;
  if (to === undefined) return keep(flow);
  gone.delete(to);
  const ins = insOf(flow, key);
  const edges = flow.edges
    .map((edge, index) => (ins.includes(index) && !gone.has(edge.from) ? { ...edge, to } : edge))
    .filter((edge) => edge.from !== edge.to);
  return { flow: without(flow, gone, edges), selected: to };
}

/** An end to go on to where the ways of a block each had their own: one outside of it, else one of them stays. */
function endOf(flow: Flow, gone: ReadonlySet<string>): string | undefined {
  const ends = flow.nodes.filter(({ type }) => type === 'end').map(({ key }) => key);
  return ends.find((key) => !gone.has(key)) ?? ends.at(-1);
}

/** Takes an item out and puts it into another place; nothing changes when that place lies within it. */
export function move(flow: Flow, key: string, place: Place): Edited {
  const fragment = fragmentOf(flow, key);
  const anchor = place[0] === undefined ? undefined : flow.edges[place[0]];
  if (!fragment || !anchor) return keep(flow);
  const own = new Set(fragment.nodes.map((node) => node.key));
  const edges = place.map((index) => flow.edges[index]).filter((edge) => edge !== undefined);
  if (edges.some((edge) => own.has(edge.from) || edge.to === key)) return keep(flow);
  const rejection = rejectOf(flow, key) !== undefined ? flow.edges[rejectOf(flow, key) ?? -1] : undefined;
  const cut = remove(flow, key).flow;
  const there = edges.map((edge) => cut.edges.indexOf(edge)).filter((index) => index >= 0);
  if (there.length === 0) return keep(flow);
  const moved = insert(cut, there, fragment).flow;
  const back = rejection && nodeOf(moved, rejection.to) ? [...moved.edges, rejection] : moved.edges;
  return { flow: { ...moved, edges: back }, selected: key };
}

/** One place up or down among its neighbours. */
export function shift(flow: Flow, key: string, by: -1 | 1): Edited {
  const found = find(outlineOf(flow).items, key);
  const neighbour = found?.among[found.at + by];
  if (!found || !neighbour || neighbour.kind === 'jump') return keep(flow);
  const fixed = neighbour.node.type === 'start' || neighbour.node.type === 'end';
  if (fixed) return keep(flow);
  return by > 0
    ? move(flow, key, neighbour.after)
    : { ...move(flow, neighbour.node.key, found.item.kind === 'jump' ? [] : found.item.after), selected: key };
}

/** One more way: of a condition before the one for all other cases. */
export function addBranch(flow: Flow, key: string): Edited {
  const node = nodeOf(flow, key);
  const passes = passesOf(flow, key);
  const last = flow.edges[passes.at(-1) ?? -1];
  const to = mergeOf(flow, key) ?? last?.to;
  if (!node || !last || to === undefined) return keep(flow);
  const edge: FlowEdge = node.type === 'condition' ? { from: key, to, when: '' } : { from: key, to };
  const otherwise = passes.find((index) => flow.edges[index]?.otherwise);
  const at = otherwise ?? (passes.at(-1) ?? flow.edges.length - 1) + 1;
  return { flow: { ...flow, edges: flow.edges.toSpliced(at, 0, edge) }, selected: key };
}

/** Takes a way with what stands on it. With the last but one the block is gone and what is left of it stays. */
export function removeBranch(flow: Flow, index: number): Edited {
  const edge = flow.edges[index];
  const item = edge && find(outlineOf(flow).items, edge.from)?.item;
  if (!edge || !item || item.kind !== 'block') return keep(flow);
  const rest = passesOf(flow, edge.from).filter((each) => each !== index);
  if (rest.length >= 2) {
    const edges = flow.edges.filter((_, each) => each !== index);
    return { flow: withDefault(without(flow, new Set(), edges), edge.from, item.node.type), selected: edge.from };
  }
  return dissolve(flow, edge.from, index, rest[0]);
}

/** The last way of a condition is for all other cases when none is. */
function withDefault(flow: Flow, key: string, type: NodeType): Flow {
  const passes = passesOf(flow, key);
  if (type !== 'condition' || passes.some((index) => flow.edges[index]?.otherwise)) return flow;
  return otherwise(flow, passes.at(-1) ?? -1).flow;
}

function dissolve(flow: Flow, key: string, index: number, left: number | undefined): Edited {
  const item = find(outlineOf(flow).items, key)?.item;
  if (!item || item.kind !== 'block' || left === undefined) return keep(flow);
  const lane = item.lanes.find(({ edge }) => edge === left);
  const beyond = flow.edges[item.after[0] ?? -1]?.to;
  const joined = item.join?.key;
  const first = flow.edges[left]?.to;
  const entry = first === joined ? beyond : first;
  if (entry === undefined || !lane) return keep(flow);
  const exits = exitsOf(lane);
  const edges = flow.edges.flatMap((edge, each) => {
    if (each === index || each === left) return [];
    if (edge.to === key) return [{ ...edge, to: entry }];
    if (joined !== undefined && edge.to === joined && exits.includes(each) && beyond !== undefined)
      return [{ ...edge, to: beyond }];
    return [edge];
  });
  const gone = new Set([key, ...(joined === undefined ? [] : [joined])]);
  return { flow: without(flow, gone, edges), selected: entry };
}

/** The order of the ways is the order in which conditions are tried. */
export function shiftBranch(flow: Flow, index: number, by: -1 | 1): Edited {
  const edge = flow.edges[index];
  const passes = edge ? passesOf(flow, edge.from) : [];
  const other = passes[passes.indexOf(index) + by];
  const there = other === undefined ? undefined : flow.edges[other];
  if (!edge || other === undefined || !there) return keep(flow);
  return { flow: { ...flow, edges: flow.edges.with(index, there).with(other, edge) }, selected: edge.from };
}

/** Makes a way the one for all other cases; the one that was it so far needs a condition. */
export function otherwise(flow: Flow, index: number): Edited {
  const chosen = flow.edges[index];
  if (!chosen) return keep(flow);
  const edges = flow.edges.map((edge, each) => {
    if (edge.from !== chosen.from || edge.on === 'reject') return edge;
    if (each === index) return put(edge, { when: undefined, otherwise: true });
    return edge.otherwise ? put(edge, { otherwise: undefined, when: '' }) : edge;
  });
  return { flow: { ...flow, edges }, selected: chosen.from };
}

export function changeEdge(
  flow: Flow,
  index: number,
  change: { [K in keyof FlowEdge]?: FlowEdge[K] | undefined },
): Flow {
  return { ...flow, edges: flow.edges.map((edge, each) => (each === index ? put(edge, change) : edge)) };
}

export function changeNode(flow: Flow, key: string, change: { [K in keyof FlowNode]?: FlowNode[K] | undefined }): Flow {
  return { ...flow, nodes: flow.nodes.map((node) => (node.key === key ? put(node, change) : node)) };
}

/** Where a rejection leads instead of the end of the instance; `undefined`: to the end. */
export function rejectTo(flow: Flow, key: string, to: string | undefined): Flow {
  const index = rejectOf(flow, key);
  const edge = index === undefined ? undefined : flow.edges[index];
  if (to === edge?.to) return flow;
  const rest = flow.edges.filter((_, each) => each !== index);
  const cut = edge ? without(flow, new Set(), rest) : flow;
  return to === undefined || !nodeOf(cut, to)
    ? cut
    : { ...cut, edges: [...cut.edges, { from: key, to, on: 'reject' }] };
}
