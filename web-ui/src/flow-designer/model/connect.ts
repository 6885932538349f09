import type { Flow } from './document';
import { put } from './document';
import { without } from './fragment';
import { nodeOf, passesOf } from './graph';

/** Draws a way from one node to another: one more out of a node that parts, else instead of the one that it has. */
export function connect(flow: Flow, from: string, to: string): Flow {
  const source = nodeOf(flow, from);
  const target = nodeOf(flow, to);
  if (!source || !target || from === to || source.type === 'end' || target.type === 'start') return flow;
  const passes = passesOf(flow, from);
  if (passes.some((index) => flow.edges[index]?.to === to)) return flow;
  const parts = source.type === 'condition' || source.type === 'parallel';
  const only = passes[0];
  if (!parts && only !== undefined)
    return { ...flow, edges: flow.edges.map((edge, index) => (index === only ? put(edge, { to }) : edge)) };
  const edge = source.type === 'condition' ? { from, to, when: '' } : { from, to };
  return { ...flow, edges: [...flow.edges, edge] };
}

/** Takes a way away, and nothing else: what it led to may be connected anew. */
export function disconnect(flow: Flow, index: number): Flow {
  return { ...flow, edges: flow.edges.filter((_, each) => each !== index) };
}

/** Takes a node away with the ways at it, as it stands in the free chart; the start stays. */
export function drop(flow: Flow, key: string): Flow {
  if (nodeOf(flow, key)?.type === 'start') return flow;
  return without({ ...flow, edges: [] }, new Set([key]), flow.edges);
}
