import { describe, expect, it } from 'vitest';
import { connect, disconnect } from './connect';
import { literalOf, read, titled, write } from './conditions';
import { asFlow, type Flow } from './document';
import { readSpan, writeSpan } from './duration';
import { gravest, place } from './findings';
import { keyFrom, unique } from './keys';
import { layoutOf } from './layout';
import { careful, newNode, starter } from './starter';
import { opened, shownAt } from './views';
import type { Field } from '../../schema';

const fields: Field[] = [
  { key: 'amount', type: 'money', title: '金额' },
  { key: 'level', type: 'choice', title: '等级', options: [{ value: 'A', title: '重点' }] },
  { key: 'phone', type: 'phone', sensitivity: { level: 'personal' } },
  { key: 'idNumber', type: 'id-card', sensitivity: { level: 'sensitive' } },
  { key: 'token', type: 'text', sensitivity: { level: 'secret' } },
];
const kind = (key: string) => literalOf(fields.find((field) => field.key === key)?.type ?? 'text');
const flow: Flow = starter('w', 'W', 'f', fields, { start: 's', approval: 'a', end: 'e' });

describe('conditions', () => {
  it.each([
    'amount >= 100000',
    'level = "A"',
    'level in ("A", "B")',
    'amount >= 1 and level != "A"',
    'amount > 1 or phone != null',
    'level = null',
    'level = "a and \\"b\\""',
    'date = date("2026-01-02")',
  ])('%s is read as lines and written alike', (text) => {
    const condition = read(text);
    expect(condition).toBeDefined();
    const dates = (key: string) => (key === 'date' ? ('date' as const) : kind(key));
    expect(condition && write(condition, dates)).toBe(text);
  });
  it.each(['amount * 2 > 10', 'if a then b else c', 'a > 1 and b > 2 or c > 3', 'sum(deals.amount) > 1'])(
    '%s is left to a formula',
    (text) => expect(read(text)).toBeUndefined(),
  );
  it('are read with the titles of fields, texts left alone', () =>
    expect(titled('amount > 1 and level = "level"', (key) => (key === 'amount' ? '金额' : undefined))).toBe(
      '金额 > 1 and level = "level"',
    ));
});

describe('what a step shows', () => {
  it('is careful by default', () => expect(careful(fields)).toEqual({ '*': 'masked', amount: 'read', level: 'read' }));
  it.each([
    ['personal', 'phone', 'read'],
    ['sensitive', 'idNumber', 'reveal'],
    ['secret', 'token', 'masked'],
  ])('%s is cut down to what its tag allows', (_, key, expected) => {
    const field = fields.find((each) => each.key === key) as Field;
    expect(shownAt({ key: 'n', type: 'approval', fields: { '*': 'read' } }, field)).toBe(expected);
  });
  it('counts the protected fields that can be seen in clear', () => {
    expect(opened({ key: 'n', type: 'approval', fields: { '*': 'read' } }, fields).map(({ key }) => key)).toEqual([
      'phone',
      'idNumber',
    ]);
    expect(opened(newNode('approval', 'n', fields), fields)).toEqual([]);
    expect(opened({ key: 'n', type: 'automation' }, fields)).toEqual([]);
  });
});

describe('findings', () => {
  it('are placed at the node or edge that they point into', () => {
    const placed = place(
      [
        { code: 'x', pointer: '/nodes/1/assignees/field', severity: 'warning' },
        { code: 'y', pointer: '/edges/0/when', severity: 'error' },
        { code: 'z', pointer: '/form', severity: 'error' },
      ],
      flow,
    );
    expect(placed.map(({ node, edge, rest }) => ({ node, edge, rest }))).toEqual([
      { node: 'approval', edge: undefined, rest: '/assignees/field' },
      { node: 'submit', edge: 0, rest: '/when' },
      { node: undefined, edge: undefined, rest: '/form' },
    ]);
    expect(gravest(placed)).toBe('error');
    expect(gravest([])).toBeUndefined();
  });
});

describe('small things', () => {
  it.each([
    [{ en: 'Risk Committee' }, 'risk-committee'],
    [{ 'zh-CN': '风控会签' }, ''],
    ['2nd level', 'nd-level'],
  ])('a key of %j is %s', (title, expected) => expect(keyFrom(title)).toBe(expected));
  it('keys are unique', () => expect(unique('a', ['a', 'a-2'])).toBe('a-3'));
  it.each(['P2D', 'PT24H', 'PT30M'])('%s is read and written alike', (text) => {
    const span = readSpan(text);
    expect(span && writeSpan(span)).toBe(text);
  });
  it('a mixed duration is left as it is', () => expect(readSpan('P1DT2H')).toBeUndefined());
  it('a broken draft can be drawn', () =>
    expect(asFlow({ nodes: 'x', edges: [null] })).toMatchObject({ nodes: [], edges: [] }));
  it('every node has a place, none on another', () => {
    const boxes = [...layoutOf(flow).values()];
    expect(boxes).toHaveLength(3);
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(3);
  });
  it('a way drawn in the chart replaces the one of a step, and is one more of a condition', () => {
    const led = connect(flow, 'submit', 'done');
    expect(led.edges).toEqual([
      { from: 'submit', to: 'done' },
      { from: 'approval', to: 'done' },
    ]);
    expect(connect(flow, 'done', 'submit')).toBe(flow);
    expect(disconnect(flow, 0).edges).toHaveLength(1);
  });
});
