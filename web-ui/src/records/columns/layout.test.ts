import { describe, expect, it } from 'vitest';
import { arranged, columnsIn, moved, pinToggled, resized, toggled, type Layout } from './layout';

const layout: Layout = { fields: ['no', 'name', 'mobile', 'amount'], pinned: ['no'], widths: { name: 200 } };

describe('the columns of a table', () => {
  it('stand with pinned ones first and remember nothing of others', () => {
    expect(arranged({ fields: ['a', 'b'], pinned: ['b', 'x'], widths: { a: 90, x: 90 } })).toEqual({
      fields: ['b', 'a'],
      pinned: ['b'],
      widths: { a: 90 },
    });
    expect(pinToggled(layout, 'mobile').fields).toEqual(['no', 'mobile', 'name', 'amount']);
    expect(pinToggled(layout, 'no').pinned).toEqual([]);
  });

  it('come and go, but never all of them', () => {
    expect(toggled(layout, 'name')).toEqual({ fields: ['no', 'mobile', 'amount'], pinned: ['no'], widths: {} });
    expect(toggled(layout, 'level').fields).toEqual(['no', 'name', 'mobile', 'amount', 'level']);
    const last = { fields: ['no'], pinned: [], widths: {} };
    expect(toggled(last, 'no')).toBe(last);
  });

  it('move among their own', () => {
    expect(moved(layout, 'amount', 1).fields).toEqual(['no', 'amount', 'name', 'mobile']);
    expect(moved(layout, 'amount', 0).fields).toEqual(['no', 'amount', 'name', 'mobile']);
    expect(moved(layout, 'no', 3).fields).toEqual(layout.fields);
    expect(moved(layout, 'unknown', 1)).toBe(layout);
  });

  it('fill the room with those that nobody has sized, and keep within bounds', () => {
    const fields = [
      { key: 'no', type: 'text' },
      { key: 'name', type: 'text' },
    ];
    const widths = (room: number) => columnsIn(fields, layout, room).map((column) => column.width);
    expect(widths(1_000)).toEqual([800, 200]);
    expect(widths(0)).toEqual([160, 200]);
    expect(resized(layout, 'no', 5).widths['no']).toBe(60);
    expect(resized(layout, 'no', 5_000).widths['no']).toBe(1_200);
  });
});
