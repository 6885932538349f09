import { describe, expect, it } from 'vitest';
import { byDay, targetKind } from './entry';

describe('entries', () => {
  it('stand under the days of their reader', () => {
    const at = (day: number, hour: number) => ({ at: new Date(2026, 0, day, hour).toISOString() });
    const days = byDay([at(3, 9), at(3, 1), at(2, 23)]);
    expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
      ['2026-01-03', 2],
      ['2026-01-02', 1],
    ]);
  });

  it('are narrowed to what a target is about', () => {
    expect(targetKind('record/customer/0190a000-0000-7000-8000-0000000000aa')).toEqual({
      kind: 'record',
      form: 'customer',
    });
    expect(targetKind('record/customer/*')).toEqual({ kind: 'form', form: 'customer' });
    expect(targetKind('subject/0190a000-0000-7000-8000-0000000000aa')).toEqual({ kind: 'subject' });
    expect(targetKind('purposes')).toEqual({ kind: 'other' });
  });
});
