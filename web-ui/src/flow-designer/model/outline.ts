import type { Flow, FlowNode } from './document';
import { mergeOf, nodeOf, passesOf, reach, rejectOf } from './graph';

/** A place where something can be put in: edges that lead to the same node. */
export type Place = readonly number[];

/** One way out of a node, from its edge on. */
export interface Lane {
  edge: number;
  items: Item[];
}

/** What is drawn, from top to bottom. `after` is the place below it; empty where nothing can follow. */
export type Item =
  | { kind: 'step'; node: FlowNode; after: Place; reject?: Lane }
  | { kind: 'block'; node: FlowNode; lanes: Lane[]; join?: FlowNode; after: Place }
  | { kind: 'jump'; to: FlowNode };

/** A workflow as a vertical flow. `loose` are nodes that no way leads to: they are shown, so that nothing is lost. */
export interface Outline {
  items: Item[];
  loose: FlowNode[];
}

/** Draws a definition from its start. Whatever is not a tree becomes a jump to a node that is drawn elsewhere. */
export function outlineOf(flow: Flow): Outline {
  const drawing = new Drawing(flow);
  const start = flow.nodes.find((node) => node.type === 'start');
  const items = start ? drawing.sequence(start.key, new Set()) : [];
  return { items, loose: flow.nodes.filter((node) => !drawing.placed.has(node.key)) };
}

class Drawing {
  readonly placed = new Set<string>();

  constructor(private readonly flow: Flow) {}

  sequence(from: string, stop: ReadonlySet<string>): Item[] {
    const items: Item[] = [];
    let next: string | undefined = from;
    while (next !== undefined && !stop.has(next)) {
      const node = nodeOf(this.flow, next);
      if (!node) break;
      if (this.placed.has(next)) return [...items, { kind: 'jump', to: node }];
      this.placed.add(next);
      const drawn: { item: Item; next: string | undefined } = this.draw(node, stop);
      items.push(drawn.item);
      next = drawn.next;
    }
    return items;
  }

  private draw(node: FlowNode, stop: ReadonlySet<string>): { item: Item; next: string | undefined } {
    const passes = passesOf(this.flow, node.key);
    const parts = node.type === 'condition' || node.type === 'parallel';
    return parts && passes.length > 0 ? this.block(node, passes, stop) : this.step(node, passes);
  }

  private step(node: FlowNode, passes: number[]): { item: Item; next: string | undefined } {
    const pass = passes[0];
    const next = pass === undefined ? undefined : this.flow.edges[pass]?.to;
    const reject = rejectOf(this.flow, node.key);
    const after = pass === undefined ? [] : [pass];
    const lane = reject === undefined ? {} : { reject: this.rejection(reject, next) };
    return { item: { kind: 'step', node, after, ...lane }, next };
  }

  /** What only a rejection leads to; where it meets the way on, it jumps there. */
  private rejection(edge: number, next: string | undefined): Lane {
    const to = this.flow.edges[edge]?.to ?? '';
    const main = next === undefined ? new Set<string>() : reach(this.flow, [next], false);
    const items = this.sequence(to, main);
    const exit = this.flow.edges[exitsOf({ edge, items })[0] ?? -1]?.to;
    const jump = exit !== undefined && main.has(exit) ? nodeOf(this.flow, exit) : undefined;
    return { edge, items: jump ? [...items, { kind: 'jump', to: jump }] : items };
  }

  private block(node: FlowNode, passes: number[], stop: ReadonlySet<string>) {
    const found = mergeOf(this.flow, node.key);
    const merge = found !== undefined && !this.placed.has(found) ? found : undefined;
    const within = merge === undefined ? stop : new Set([...stop, merge]);
    const lanes = passes.map((edge) => ({
      edge,
      items: this.sequence(this.flow.edges[edge]?.to ?? '', within),
    }));
    const join = merge === undefined ? undefined : nodeOf(this.flow, merge);
    if (node.type === 'parallel' && join?.type === 'join') {
      this.placed.add(join.key);
      const pass = passesOf(this.flow, join.key)[0];
      const item: Item = { kind: 'block', node, lanes, join, after: pass === undefined ? [] : [pass] };
      return { item, next: pass === undefined ? undefined : this.flow.edges[pass]?.to };
    }
    const after = lanes.flatMap((lane) => exitsOf(lane)).filter((edge) => this.flow.edges[edge]?.to === merge);
    const item: Item = { kind: 'block', node, lanes, after };
    return { item, next: merge };
  }
}

/** The edges by which a lane is left at its bottom; none where it ends or jumps. */
export function exitsOf(lane: Lane): Place {
  const last = lane.items.at(-1);
  if (last === undefined) return [lane.edge];
  return last.kind === 'jump' ? [] : last.after;
}

/** Every card in the order in which one reads them; what the arrow keys walk. */
export function walk(items: readonly Item[]): FlowNode[] {
  return items.flatMap((item) => {
    if (item.kind === 'jump') return [];
    if (item.kind === 'step') return [item.node, ...walk(item.reject?.items ?? [])];
    return [item.node, ...item.lanes.flatMap((lane) => walk(lane.items))];
  });
}

/** The item of a node, with the sequence that it stands in and its number there. */
export function find(
  items: readonly Item[],
  key: string,
): { item: Item; among: readonly Item[]; at: number } | undefined {
  for (const [at, item] of items.entries()) {
    if (item.kind === 'jump') continue;
    if (item.node.key === key || (item.kind === 'block' && item.join?.key === key)) return { item, among: items, at };
    const lanes = item.kind === 'step' ? (item.reject ? [item.reject] : []) : item.lanes;
    for (const lane of lanes) {
      const found = find(lane.items, key);
      if (found) return found;
    }
  }
  return undefined;
}
