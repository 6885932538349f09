import { describe, expect, it } from 'vitest';
import type { Flow, FlowEdge, NodeType } from './document';
import {
  addBranch,
  fragmentFor,
  insert,
  mayEnd,
  move,
  rejectTo,
  remove,
  removeBranch,
  shift,
  shiftBranch,
} from './edit';
import { fragmentOf } from './fragment';
import { outlineOf, type Item } from './outline';

/** `a>b`, `a>b?x > 1` (a condition), `a>b*` (otherwise), `a>b!` (on reject); a node's type is the first letters of its key. */
function flow(...edges: string[]): Flow {
  const parsed = edges.map((text): FlowEdge => {
    const [way = '', when] = text.split('?');
    const [from = '', rest = ''] = way.split('>');
    const to = rest.replace(/[*!]$/, '');
    if (when !== undefined) return { from, to, when };
    if (rest.endsWith('*')) return { from, to, otherwise: true };
    return rest.endsWith('!') ? { from, to, on: 'reject' } : { from, to };
  });
  const keys = [...new Set(parsed.flatMap(({ from, to }) => [from, to]))];
  return {
    kind: 'workflow',
    key: 'w',
    form: 'f',
    nodes: keys.map((key) => ({ key, type: typeOf(key) })),
    edges: parsed,
  };
}

function typeOf(key: string): NodeType {
  const types: [string, NodeType][] = [
    ['start', 'start'],
    ['end', 'end'],
    ['c', 'condition'],
    ['p', 'parallel'],
    ['j', 'join'],
    ['h', 'handling'],
  ];
  return types.find(([letters]) => key.startsWith(letters))?.[1] ?? 'approval';
}

/** The outline in a line: `c(a|b)` are ways, `p[a|b]j` parallel ones, `a{b}` what a rejection leads to, `→x` a jump. */
function line(items: readonly Item[]): string {
  return items
    .map((item) => {
      if (item.kind === 'jump') return `→${item.to.key}`;
      if (item.kind === 'step') return item.node.key + (item.reject ? `{${line(item.reject.items)}}` : '');
      const lanes = item.lanes.map((lane) => line(lane.items)).join('|');
      return item.join ? `${item.node.key}[${lanes}]${item.join.key}` : `${item.node.key}(${lanes})`;
    })
    .join(' ');
}
const drawn = (document: Flow) => {
  const { items, loose } = outlineOf(document);
  return line(items) + (loose.length > 0 ? ` + ${loose.map(({ key }) => key).join(' ')}` : '');
};

const plain = flow('start>a', 'a>b', 'b>end');
const branched = flow('start>a', 'a>c', 'c>b?x > 1', 'c>d*', 'b>e', 'd>e', 'e>end');
const side = flow('start>p', 'p>a', 'p>b', 'a>j', 'b>j', 'j>d', 'd>end');

describe('a workflow is drawn from top to bottom', () => {
  it.each([
    ['a sequence', plain, 'start a b end'],
    ['ways that meet again', branched, 'start a c(b|d) e end'],
    ['a way with nothing on it', flow('start>c', 'c>a?x', 'c>b*', 'a>b', 'b>end'), 'start c(a|) b end'],
    ['ways that end each for itself', flow('start>c', 'c>end1?x', 'c>a*', 'a>end2'), 'start c(end1|a end2)'],
    [
      'two of three ways that meet',
      flow('start>c', 'c>a?x', 'c>b?y', 'c>end2*', 'a>d', 'b>d', 'd>end1'),
      'start c(a|b|end2) d end1',
    ],
    ['parallel ways and their join', side, 'start p[a|b]j d end'],
    [
      'blocks within each other',
      flow('start>p', 'p>c', 'p>b', 'c>d?x', 'c>e*', 'd>j', 'e>j', 'b>j', 'j>end'),
      'start p[c(d|e)|b]j end',
    ],
    ['a rejection that leads on', flow('start>a', 'a>b', 'a>r!', 'r>end', 'b>end'), 'start a{r →end} b end'],
    ['a rejection that leads back', flow('start>h', 'h>a', 'a>end', 'a>h!'), 'start h a{→h} end'],
    ['a way back', flow('start>a', 'a>c', 'c>a?x', 'c>end*'), 'start a c(→a|) end'],
    [
      'what nothing leads to',
      { ...plain, nodes: [...plain.nodes, { key: 'lost', type: 'cc' as const }] },
      'start a b end + lost',
    ],
  ])('%s', (_, document, expected) => expect(drawn(document)).toBe(expected));
});

describe('changes of the shape', () => {
  const add = (document: Flow, type: NodeType, key: string, place: number[]) =>
    insert(document, place, fragmentFor(document, { key, type })).flow;
  const at = (document: Flow, from: string, to: string) =>
    document.edges.findIndex((edge) => edge.from === from && edge.to === to);
  it.each<[string, Flow, string]>([
    ['a step between two', add(plain, 'approval', 'n', [1]), 'start a n b end'],
    ['a condition with two ways', add(plain, 'condition', 'c', [1]), 'start a c(|) b end'],
    ['parallel ways with their join', add(plain, 'parallel', 'p', [1]), 'start a p[|]join b end'],
    [
      'below ways that meet',
      add(branched, 'approval', 'n', [at(branched, 'b', 'e'), at(branched, 'd', 'e')]),
      'start a c(b|d) n e end',
    ],
    ['an end of one way', add(branched, 'end', 'end2', [at(branched, 'b', 'e')]), 'start a c(b end2|d e end)'],
    ['without a step', remove(plain, 'a').flow, 'start b end'],
    ['without a condition and all on its ways', remove(branched, 'c').flow, 'start a e end'],
    ['without parallel ways', remove(side, 'p').flow, 'start d end'],
    ['the start stays', remove(plain, 'start').flow, 'start a b end'],
    ['the only end stays', remove(plain, 'end').flow, 'start a b end'],
    [
      'without what only a rejection led to',
      remove(flow('start>a', 'a>b', 'a>r!', 'r>end2', 'b>end'), 'a').flow,
      'start b end',
    ],
    ['a step one down', shift(plain, 'a', 1).flow, 'start b a end'],
    ['a step one up', shift(plain, 'b', -1).flow, 'start b a end'],
    ['not above the start', shift(plain, 'a', -1).flow, 'start a b end'],
    ['a step below a block', shift(branched, 'a', 1).flow, 'start c(b|d) a e end'],
    ['a block one up', shift(branched, 'c', -1).flow, 'start c(b|d) a e end'],
    ['a step into a way', move(branched, 'a', [at(branched, 'c', 'd')]).flow, 'start c(b|a d) e end'],
    ['not into itself', move(branched, 'c', [at(branched, 'c', 'd')]).flow, 'start a c(b|d) e end'],
    ['one way more', addBranch(branched, 'c').flow, 'start a c(b||d) e end'],
    ['one parallel way more', addBranch(side, 'p').flow, 'start p[a|b|]j d end'],
    ['one way of two gone', removeBranch(branched, at(branched, 'c', 'b')).flow, 'start a d e end'],
    ['one parallel way of two gone', removeBranch(side, at(side, 'p', 'a')).flow, 'start b d end'],
    ['one way of three gone', removeBranch(addBranch(branched, 'c').flow, 2).flow, 'start a c(|d) e end'],
    ['ways in another order', shiftBranch(branched, at(branched, 'c', 'b'), 1).flow, 'start a c(d|b) e end'],
    ['a rejection that leads on', rejectTo(plain, 'a', 'end'), 'start a{→end} b end'],
  ])('%s', (_, document, expected) => expect(drawn(document)).toBe(expected));

  it('keep what conditions the ways had', () => {
    const added = add(branched, 'approval', 'n', [at(branched, 'c', 'b')]);
    expect(added.edges.find((edge) => edge.to === 'n')).toEqual({ from: 'c', to: 'n', when: 'x > 1' });
  });

  it('leave a condition with one way for all other cases', () => {
    const three = addBranch(branched, 'c').flow;
    const left = removeBranch(
      three,
      three.edges.findIndex((edge) => edge.otherwise),
    ).flow;
    expect(left.edges.filter((edge) => edge.from === 'c').map((edge) => edge.otherwise ?? false)).toEqual([
      false,
      true,
    ]);
  });

  it('do not name what is gone', () => {
    const named: Flow = {
      ...plain,
      nodes: plain.nodes.map((node) => (node.key === 'b' ? { ...node, return: { to: ['a', 'start'] } } : node)),
      withdraw: { by: 'initiator', before: ['a'] },
    };
    const left = remove(named, 'a').flow;
    expect(left.nodes.find(({ key }) => key === 'b')?.return).toEqual({ to: ['start'] });
    expect(left.withdraw).toEqual({ by: 'initiator' });
  });

  it('copy a block with keys of its own', () => {
    const fragment = fragmentOf(branched, 'c');
    const pasted = fragment && insert(branched, [at(branched, 'e', 'end')], fragment).flow;
    expect(pasted && drawn(pasted)).toBe('start a c(b|d) e c-2(b-2|d-2) end');
  });

  it('end a way only where the rest is still reached', () => {
    expect(mayEnd(branched, [at(branched, 'b', 'e')])).toBe(true);
    expect(mayEnd(plain, [1])).toBe(false);
    expect(mayEnd(side, [at(side, 'p', 'a')])).toBe(false);
  });

  it('never change what they were given', () => {
    const before = JSON.stringify(branched);
    remove(branched, 'c');
    addBranch(branched, 'c');
    shift(branched, 'a', 1);
    removeBranch(branched, 2);
    expect(JSON.stringify(branched)).toBe(before);
  });
});
