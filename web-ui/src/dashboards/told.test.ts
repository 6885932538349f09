// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { parseForm } from '../schema';
import { customerAnswer } from '../testing/forms';
import { startMessages } from '../testing/render';
import { optionOf } from './charts/option';
import type { Widget } from './model';
import { summaryOf, toldOf } from './told';

const form = parseForm(customerAnswer);
const at = { x: 0, y: 0, w: 6, h: 4 };
const widget = (more: Partial<Widget>): Widget => ({
  key: 'w',
  kind: 'bar',
  title: 'T',
  form: 'customer',
  at,
  ...more,
});
const drawing = {
  text: '#000',
  textQuiet: '#555',
  line: '#ddd',
  card: '#fff',
  raised: '#fff',
  series: ['#123456'],
  font: 'sans',
  still: true,
  picked: undefined,
};

beforeEach(() => startMessages());

describe('what a widget tells', () => {
  it('names groups as people know them', () => {
    const months = widget({ groupBy: [{ field: 'createdAt', by: 'month' }] });
    const quarters = widget({ groupBy: [{ field: 'createdAt', by: 'quarter' }, { field: 'owner' }] });
    const provinces = widget({ kind: 'map', groupBy: [{ field: 'place', by: 'province' }] });
    const of = (each: Widget, ...keys: (string | { id: string; name: string } | null)[]) =>
      toldOf(each, { groups: [{ keys, values: [1] }] }, form).groups[0]?.labels;
    expect(of(months, '2026-03-01')).toEqual(['2026年3月']);
    expect(of(quarters, '2026-10-01', { id: 'm1', name: '李雷' })).toEqual(['2026 Q4', '李雷']);
    expect(of(provinces, '440000')).toEqual(['广东']);
    expect(of(widget({ groupBy: [{ field: 'level' }] }), 'A')).toEqual(['重点']);
    expect(of(widget({ groupBy: [{ field: 'level' }] }), null)).toEqual(['（空）']);
  });

  it('names records as lists do, and says where a record counts more than once', () => {
    const cases = parseForm({
      kind: 'form',
      key: 'case',
      title: 'Case',
      version: 1,
      fields: [
        { key: 'customer', type: 'relation', title: '客户', form: 'customer' },
        { key: 'tags', type: 'multi-choice', title: '标签', options: [{ value: 'old', title: '老客户' }] },
      ],
    });
    const told = (field: string, key: string | { id: string; name?: string }) =>
      toldOf(widget({ groupBy: [{ field }] }), { groups: [{ keys: [key], values: [1] }] }, cases);
    expect(told('customer', { id: 'r1', name: '华信科技' }).groups[0]?.labels).toEqual(['华信科技']);
    expect(told('customer', { id: 'r1' }).groups[0]?.labels).toEqual(['未命名']);
    const untitled = toldOf(
      widget({ groupBy: [{ field: 'customer' }] }),
      {
        groups: [
          { keys: [{ id: 'r1' }], values: [2] },
          { keys: [{ id: 'r2' }], values: [1] },
        ],
      },
      cases,
    );
    expect(untitled.groups.map(({ labels }) => labels[0])).toEqual(['未命名', '未命名 (2)']);
    expect(told('customer', { id: 'r1' }).several).toEqual([]);
    expect(told('tags', 'old').groups[0]?.labels).toEqual(['老客户']);
    expect(told('tags', 'old').several).toEqual(['标签']);
  });

  it('keeps the digits of a decimal and says the greatest group', () => {
    const sums = widget({ groupBy: [{ field: 'level' }], measures: [{ aggregate: 'sum', field: 'amount' }] });
    const told = toldOf(
      sums,
      {
        groups: [
          { keys: ['A'], values: ['9007199254740993.10'] },
          { keys: ['C'], values: ['5.00'] },
        ],
      },
      form,
    );
    expect(told.groups[0]?.texts).toEqual(['9,007,199,254,740,993.10']);
    expect(summaryOf(told)).toBe('共 2 组，成交总额合计最大的是 重点：9,007,199,254,740,993.10');
  });

  it('is drawn as a series per second grouping, with gaps where there is no group', () => {
    const two = widget({ kind: 'line', groupBy: [{ field: 'level' }, { field: 'source' }], stacked: true });
    const told = toldOf(
      two,
      {
        groups: [
          { keys: ['A', 'web'], values: [3] },
          { keys: ['C', 'ad'], values: [2] },
        ],
      },
      form,
    );
    const { series } = optionOf(told, drawing) as { series: { name: string; data: { value: number | null }[] }[] };
    expect(series.map(({ name, data }) => [name, ...data.map(({ value }) => value)])).toEqual([
      ['官网', 3, null],
      ['广告', null, 2],
    ]);
  });
});
