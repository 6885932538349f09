import type { Flow, FlowEdge, FlowNode } from './document';

export const nodeOf = (flow: Flow, key: string): FlowNode | undefined => flow.nodes.find((node) => node.key === key);

/** Indexes of the edges that leave a node, in the order in which they count. */
export const outsOf = (flow: Flow, key: string): number[] => indexes(flow, (edge) => edge.from === key);
export const insOf = (flow: Flow, key: string): number[] => indexes(flow, (edge) => edge.to === key);
/** Those that are taken when the node is passed. */
export const passesOf = (flow: Flow, key: string): number[] =>
  indexes(flow, (edge) => edge.from === key && edge.on !== 'reject');
export const rejectOf = (flow: Flow, key: string): number | undefined =>
  indexes(flow, (edge) => edge.from === key && edge.on === 'reject')[0];

function indexes(flow: Flow, which: (edge: FlowEdge) => boolean): number[] {
  return flow.edges.flatMap((edge, index) => (which(edge) ? [index] : []));
}

/** What can be reached from these nodes, themselves included; without `rejections`, along passing edges only. */
export function reach(flow: Flow, from: readonly string[], rejections = true): Set<string> {
  const next = new Map<string, string[]>(flow.nodes.map(({ key }) => [key, []]));
  for (const edge of flow.edges) if (rejections || edge.on !== 'reject') next.get(edge.from)?.push(edge.to);
  const found = new Set<string>();
  const waiting = [...from];
  while (waiting.length > 0) {
    const key = waiting.pop();
    const ways = key === undefined || found.has(key) ? undefined : next.get(key);
    if (key === undefined || ways === undefined) continue;
    found.add(key);
    waiting.push(...ways);
  }
  return found;
}

/** Of a workflow as it stands: every block of a drawing asks. */
const dominators = new WeakMap<Flow, Map<string, Set<string>>>();

/** Per node what every way from it to an end passes, itself included; rejections aside. */
function postDominators(flow: Flow): Map<string, Set<string>> {
  const known = dominators.get(flow) ?? foundDominators(flow);
  dominators.set(flow, known);
  return known;
}

function foundDominators(flow: Flow): Map<string, Set<string>> {
  // Nodes stand mostly in the order in which they are passed: from the end they are settled in few rounds.
  const all = flow.nodes.map(({ key }) => key).reverse();
  const next = new Map(
    all.map((key) => [
      key,
      passesOf(flow, key)
        .map((index) => flow.edges[index]?.to ?? '')
        .filter((to) => nodeOf(flow, to)),
    ]),
  );
  const found = new Map(all.map((key) => [key, new Set(next.get(key)?.length ? all : [key])]));
  for (let changed = true; changed;) {
    changed = false;
    for (const key of all) {
      const ways = (next.get(key) ?? []).map((to) => found.get(to) ?? new Set<string>());
      if (ways.length === 0) continue;
      const common = new Set([...(ways[0] ?? [])].filter((each) => ways.every((way) => way.has(each))));
      common.add(key);
      if (common.size !== found.get(key)?.size) {
        found.set(key, common);
        changed = true;
      }
    }
  }
  return found;
}

/**
 * Where the ways that part at a node meet again: the next node that all of them pass, else the first one that at least two of them pass.
 * `undefined`: each goes its own way to an end.
 */
export function mergeOf(flow: Flow, key: string): string | undefined {
  const passed = postDominators(flow);
  const common = [...(passed.get(key) ?? [])].filter((each) => each !== key);
  if (common.length > 0 && common.length < flow.nodes.length)
    return common.reduce((nearest, each) =>
      (passed.get(each)?.size ?? 0) > (passed.get(nearest)?.size ?? 0) ? each : nearest,
    );
  const lanes = passesOf(flow, key).map((index) => reach(flow, [flow.edges[index]?.to ?? ''], false));
  const shared = flow.nodes
    .map((node) => node.key)
    .filter((each) => each !== key && lanes.filter((lane) => lane.has(each)).length > 1)
    .filter((each) => !reach(flow, [each], false).has(key));
  return shared.find((each) => {
    const beyond = reach(flow, [each], false);
    return shared.every((other) => beyond.has(other));
  });
}
