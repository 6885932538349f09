import { describe, expect, it } from 'vitest';
import type { Entry, FormDocument } from '../../studio';
import { copied, pasted, readClip } from './clip';
import { itemsIn, laidOut, pageOrder } from './containers';
import { byConcern } from './findings';
import { freshKey, keyProblem } from './keys';
import {
  blockAdded,
  blockMoved,
  blockRemoved,
  changedAt,
  fits,
  inserted,
  moved,
  neighbourOf,
  removed,
  renamedAt,
  stepped,
} from './operations';
import { linesOf, optionsOf } from './options';

const text = (key: string, more: object = {}): Entry => ({ key, type: 'text', title: key, ...more });

/** Two blocks, tabs with one field each, a subform with two columns, and everything that mentions a field. */
const form: FormDocument = {
  kind: 'form',
  key: 'f',
  title: 'F',
  fields: [
    text('a'),
    text('b'),
    text('c'),
    {
      key: 't',
      type: 'tabs',
      tabs: [
        { title: '1', fields: ['x'] },
        { title: '2', fields: ['y'] },
      ],
    },
    text('x'),
    text('y'),
    {
      key: 's',
      type: 'subform',
      title: 's',
      fields: [
        { key: 'p', type: 'number' },
        { key: 'q', type: 'number', formula: 'p * 2 + a' },
      ],
    },
    { key: 'n', type: 'number', formula: 'sum(s.p) + string length(a) + string length("a")' },
  ],
  layout: [
    { columns: 2, fields: ['a', 'b', 't'] },
    { section: 'Two', columns: 2, fields: ['c', 's', 'n'] },
  ],
  rules: [
    { when: 'a = "a" and b = null', show: ['b', 'c'] },
    { when: 'c = "1"', require: ['a'] },
    { check: 'a != b', message: '!', at: 'a' },
  ],
  permissionGroups: [
    {
      key: 'g',
      members: {},
      actions: ['read'],
      scope: 'a = user.id',
      fields: { '*': 'edit', a: 'masked' },
      replace: ['a'],
    },
  ],
  views: [{ key: 'v', type: 'table', columns: ['a', 'b'], sort: ['-a'], groupBy: 'a', filter: 'a = "x"' }],
  dataSubject: { type: 'natural-person', identifiedBy: ['a'], displayedBy: 'a' },
};

const shape = (document: FormDocument) =>
  Object.fromEntries(
    ['block/0', 'block/1', 'tab/t/0', 'tab/t/1', 'subform/s'].map((container) => [
      container,
      itemsIn(document, container).join(' '),
    ]),
  );
const START = { 'block/0': 'a b t', 'block/1': 'c s n', 'tab/t/0': 'x', 'tab/t/1': 'y', 'subform/s': 's.p s.q' };

describe('inserting', () => {
  const cases: [container: string, index: number, expected: Partial<typeof START>][] = [
    ['block/0', 0, { 'block/0': 'new a b t' }],
    ['block/0', 3, { 'block/0': 'a b t new' }],
    ['block/1', 1, { 'block/1': 'c new s n' }],
    ['tab/t/1', 1, { 'tab/t/1': 'y new' }],
    ['subform/s', 1, { 'subform/s': 's.p s.new s.q' }],
  ];
  it.each(cases)('into %s at %i', (container, index, expected) => {
    const next = inserted(form, text('new'), { container, index });
    expect(shape(next)).toEqual({ ...START, ...expected });
    expect(form.fields).toHaveLength(8);
  });

  it('into a form without a layout lays it out', () => {
    const bare = Object.fromEntries(
      Object.entries(form).filter(([name]) => name !== 'layout'),
    ) as unknown as FormDocument;
    const next = inserted(bare, text('new'), { container: 'block/0', index: 1 });
    expect(next.layout).toEqual([{ columns: 2, fields: ['a', 'new', 'b', 'c', 't', 's', 'n'] }]);
  });

  it('is refused where it means nothing', () => {
    expect(fits({ key: 'k', type: 'subform' }, 'subform/s')).toBe(false);
    expect(fits({ key: 'k', type: 'tabs' }, 'tab/t/0')).toBe(false);
    expect(fits({ key: 'k', type: 'note' }, 'tab/t/0')).toBe(true);
  });
});

describe('moving', () => {
  const cases: [path: string, container: string, index: number, expected: Partial<typeof START>, path: string][] = [
    ['a', 'block/0', 2, { 'block/0': 'b a t' }, 'a'],
    ['b', 'block/0', 0, { 'block/0': 'b a t' }, 'b'],
    ['a', 'block/0', 1, {}, 'a'],
    ['a', 'block/1', 1, { 'block/0': 'b t', 'block/1': 'c a s n' }, 'a'],
    ['c', 'tab/t/0', 0, { 'block/1': 's n', 'tab/t/0': 'c x' }, 'c'],
    ['y', 'block/0', 3, { 'tab/t/1': '', 'block/0': 'a b t y' }, 'y'],
    ['s.q', 'subform/s', 0, { 'subform/s': 's.q s.p' }, 's.q'],
    ['c', 'subform/s', 0, { 'block/1': 's n', 'subform/s': 's.c s.p s.q' }, 's.c'],
    ['s.p', 'block/0', 0, { 'subform/s': 's.q', 'block/0': 'p a b t' }, 'p'],
    ['t', 'tab/t/0', 0, {}, 't'],
    ['s', 'subform/s', 0, {}, 's'],
  ];
  it.each(cases)('%s to %s at %i', (path, container, index, expected, at) => {
    const next = moved(form, path, { container, index });
    expect(shape(next.document)).toEqual({ ...START, ...expected });
    expect(next.path).toBe(at);
  });

  const steps: [path: string, step: -1 | 1, expected: Partial<typeof START>][] = [
    ['a', 1, { 'block/0': 'b a t' }],
    ['b', -1, { 'block/0': 'b a t' }],
    ['t', 1, { 'block/0': 'a b', 'block/1': 't c s n' }],
    ['c', -1, { 'block/1': 's n', 'tab/t/1': 'y c' }],
    ['s.p', 1, { 'subform/s': 's.q s.p' }],
  ];
  it.each(steps)('%s by one step of %i', (path, step, expected) => {
    const target = stepped(form, path, step);
    expect(target).toBeDefined();
    expect(shape(moved(form, path, target ?? { container: '', index: 0 }).document)).toEqual({ ...START, ...expected });
  });

  it('stops at the edges', () => {
    expect(stepped(form, 'a', -1)).toBeUndefined();
    expect(stepped(form, 'n', 1)).toBeUndefined();
    expect(stepped(form, 's.q', 1)).toBeUndefined();
  });
});

describe('removing', () => {
  it('takes every mention along, and rules without an effect', () => {
    const next = removed(form, 'a');
    expect(JSON.stringify({ ...next, fields: [], rules: [], views: [], permissionGroups: [] })).not.toContain('"a"');
    expect(next.rules).toEqual([
      { when: 'a = "a" and b = null', show: ['b', 'c'] },
      { check: 'a != b', message: '!' },
    ]);
    expect(next.permissionGroups?.[0]).toMatchObject({ fields: { '*': 'edit' }, replace: [] });
    expect(next.views?.[0]).toEqual({ key: 'v', type: 'table', columns: ['b'], sort: [], filter: 'a = "x"' });
    expect(next.dataSubject).toEqual({ type: 'natural-person', identifiedBy: [] });
  });

  it('leaves a check that holds at times, and a rule that says nothing yet', () => {
    const rules = [{ when: 'b = "1"', check: 'c != "2"', message: '!' }, { when: 'c = "3"' }];
    expect(removed({ ...form, rules }, 'a').rules).toEqual(rules);
  });

  it('of tabs leaves what stood in them', () => {
    const next = removed(form, 't');
    expect(itemsIn(next, 'block/0')).toEqual(['a', 'b', 'x', 'y']);
  });

  it('of a column leaves the others', () => {
    expect(itemsIn(removed(form, 's.p'), 'subform/s')).toEqual(['s.q']);
  });

  it('says what stands beside', () => {
    expect(neighbourOf(form, 'b')).toBe('t');
    expect(neighbourOf(form, 'n')).toBe('s.q');
    expect(neighbourOf(form, 's')).toBe('n');
  });
});

describe('another key', () => {
  it('is followed by layout, rules, rights, views and expressions, but not by texts', () => {
    const next = renamedAt(form, 'a', 'alpha');
    expect(itemsIn(next, 'block/0')).toEqual(['alpha', 'b', 't']);
    expect(next.rules?.map((rule) => rule.when ?? rule.check)).toEqual([
      'alpha = "a" and b = null',
      'c = "1"',
      'alpha != b',
    ]);
    expect(next.rules?.[1]?.require).toEqual(['alpha']);
    expect(next.fields.find(({ key }) => key === 'n')).toMatchObject({
      formula: 'sum(s.p) + string length(alpha) + string length("a")',
    });
    expect(next.permissionGroups?.[0]).toMatchObject({
      scope: 'alpha = user.id',
      fields: { alpha: 'masked' },
      replace: ['alpha'],
    });
    expect(next.views?.[0]).toMatchObject({
      columns: ['alpha', 'b'],
      sort: ['-alpha'],
      groupBy: 'alpha',
      filter: 'alpha = "x"',
    });
    expect(next.dataSubject).toEqual({ type: 'natural-person', identifiedBy: ['alpha'], displayedBy: 'alpha' });
  });

  it('of a column is followed within its rows and behind its subform', () => {
    const next = renamedAt(form, 's.p', 'price');
    expect(next.fields.find(({ key }) => key === 's')).toMatchObject({
      fields: [{ key: 'price' }, { formula: 'price * 2 + a' }],
    });
    expect(next.fields.find(({ key }) => key === 'n')).toMatchObject({
      formula: 'sum(s.price) + string length(a) + string length("a")',
    });
  });

  it('a roll-up follows the column of its rows, and its filter no field of the form', () => {
    const rolled = { key: 'sum', type: 'roll-up', of: 's', field: 'p', filter: 'p > 1 and a = "p"' } as Entry;
    const whole = { ...form, fields: [...form.fields, rolled] };
    const sum = (next: FormDocument) => next.fields.find(({ key }) => key === 'sum');
    expect(sum(renamedAt(whole, 's.p', 'price'))).toMatchObject({ field: 'price', filter: 'price > 1 and a = "p"' });
    expect(sum(renamedAt(whole, 'a', 'alpha'))).toMatchObject({ filter: 'p > 1 and a = "p"' });
  });

  it.each([
    ['Name', 'pattern'],
    ['user', 'reserved'],
    ['a', 'taken'],
    ['free', undefined],
  ])('%s is %s', (key, problem) => {
    expect(keyProblem(key, new Set(['a']))).toBe(problem);
  });

  it('is the first that is free', () => {
    expect(freshKey('text', new Set())).toBe('text');
    expect(freshKey('text', new Set(['text', 'text2']))).toBe('text3');
    expect(freshKey('of', new Set())).toBe('of2');
  });
});

describe('copying', () => {
  it('makes keys its own, and formulas follow among what is copied', () => {
    const clip = readClip(JSON.stringify(copied(form, 't')));
    expect(clip?.entries.map(({ key }) => key)).toEqual(['t', 'x', 'y']);
    const next = clip && pasted(form, clip, { container: 'block/1', index: 0 });
    expect(next?.path).toBe('t2');
    expect(next && itemsIn(next.document, 'block/1')).toEqual(['t2', 'c', 's', 'n']);
    expect(next && itemsIn(next.document, 'tab/t2/0')).toEqual(['x2']);
    expect(next && pageOrder(laidOut(next.document)).filter((key) => key === 'x2')).toHaveLength(1);
  });

  it('of a field into a subform makes it a column', () => {
    const clip = copied(form, 'a');
    const next = clip && pasted(form, clip, { container: 'subform/s', index: 2 });
    expect(next?.path).toBe('s.a');
    expect(next && itemsIn(next.document, 'subform/s')).toEqual(['s.p', 's.q', 's.a']);
  });

  it.each(['', '{}', 'hello', '{"jianmi":"fields","entries":[{"key":1}]}', '{"jianmi":"fields","entries":[]}'])(
    'takes no %j for fields',
    (other) => expect(readClip(other)).toBeUndefined(),
  );
});

describe('blocks', () => {
  it('are added, moved and taken away without losing a field', () => {
    const more = blockAdded(form, 0, { section: 'New' });
    expect(more.layout?.map((block) => block.section)).toEqual([undefined, 'New', 'Two']);
    expect(blockMoved(more, 2, -1).layout?.map((block) => block.section)).toEqual([undefined, 'Two', 'New']);
    expect(blockRemoved(form, 1).layout).toEqual([{ columns: 2, fields: ['a', 'b', 't', 'c', 's', 'n'] }]);
    expect(blockRemoved(form, 0).layout?.[0]?.fields).toEqual(['a', 'b', 't', 'c', 's', 'n']);
  });
});

it('sets and takes away properties', () => {
  expect(changedAt(form, 's.p', { scale: 2 }).fields.find(({ key }) => key === 's')).toMatchObject({
    fields: [{ key: 'p', scale: 2 }, { key: 'q' }],
  });
  expect(changedAt(form, 'a', { title: undefined }).fields[0]).toEqual({ key: 'a', type: 'text' });
});

it('knows what findings concern', () => {
  const at = (pointer: string, params = {}) => ({ code: 'c', pointer, params, severity: 'error' as const });
  const map = byConcern(form, [
    at('/fields/0/sensitivity'),
    at('/fields/6/fields/1/formula'),
    at('/layout/1/fields/0'),
    at('/rules/0/when'),
    at('/permissionGroups/0/fields', { field: 'b' }),
    at('/title'),
  ]);
  expect([...map.keys()]).toEqual(['a', 's.q', 'block/1', 'rules', 'b', '']);
});

describe('options as lines', () => {
  const options = [
    { value: 'A', title: { 'zh-CN': '甲', en: 'First' }, color: 'red' },
    { value: 'B', title: { 'zh-CN': '乙' }, options: [{ value: 'B1', title: { 'zh-CN': '丙' } }] },
  ];
  it('are written with those below indented', () => {
    expect(linesOf(options, 'zh-CN')).toBe('甲\n乙\n  丙');
  });
  it('keep value, colour and the other language', () => {
    expect(optionsOf('乙\n  丙\n甲\n丁', options, 'zh-CN')).toEqual([
      { value: 'B', title: { 'zh-CN': '乙' }, options: [{ value: 'B1', title: { 'zh-CN': '丙' } }] },
      { value: 'A', title: { 'zh-CN': '甲', en: 'First' }, color: 'red' },
      { value: 'o1', title: { 'zh-CN': '丁' } },
    ]);
  });
  it('renamed in place keep their values', () => {
    expect(optionsOf('甲\n乙二\n  丙', options, 'zh-CN').map(({ value }) => value)).toEqual(['A', 'B']);
  });
});
