import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../api';
import { kindOf, monthsOf, nextHours, titled, toggled, withHours, wrongHours } from './days';
import { step } from './useDraft';

const usual: WorkingCalendar = {
  enabled: true,
  zone: 'Asia/Shanghai',
  week: { monday: [{ from: '09:00', to: '18:00' }] },
};
const MONDAY = '2026-10-05';
const SUNDAY = '2026-10-04';

describe('days of a working calendar', () => {
  it('become exceptions and what their weekday is again', () => {
    const holiday = toggled(usual, MONDAY);
    const both = toggled(holiday, SUNDAY);
    expect([MONDAY, SUNDAY].map((day) => kindOf(usual, day))).toEqual(['work', 'free']);
    expect([MONDAY, SUNDAY].map((day) => kindOf(both, day))).toEqual(['holiday', 'makeup']);
    expect(kindOf(toggled(toggled(both, MONDAY), SUNDAY), MONDAY)).toBe('work');
  });

  it('have a name, and none when it is emptied', () => {
    const named = titled(toggled(usual, MONDAY), 'holidays', MONDAY, '国庆节');
    expect(named.holidays).toEqual([{ date: MONDAY, title: '国庆节' }]);
    expect(titled(named, 'holidays', MONDAY, '').holidays).toEqual([{ date: MONDAY }]);
  });

  it('are free without hours; hours must follow each other', () => {
    expect(withHours(usual, 'monday', []).week).toEqual({});
    expect(
      wrongHours([
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '18:00' },
      ]),
    ).toEqual([1]);
    expect(wrongHours([{ from: '12:00', to: '09:00' }])).toEqual([0]);
    expect(wrongHours([{ from: '', to: '09:00' }])).toEqual([0]);
    expect(nextHours([{ from: '09:00', to: '12:00' }])).toEqual({ from: '13:00', to: '16:00' });
    expect(nextHours([{ from: '09:00', to: '23:30' }])).toBeNull();
  });

  it('fill twelve months that begin on their weekday', () => {
    const months = monthsOf(2028);
    expect(months.map(({ days }) => days.length).reduce((a, b) => a + b)).toBe(366);
    expect(months[0]?.lead).toBe(5);
  });

  it('are taken back one change after the other, and done again', () => {
    const start = { past: [], now: usual, future: [] };
    const one = step(start, { does: 'change', to: toggled(usual, MONDAY) });
    const undone = step(one, { does: 'undo' });
    expect(undone.now).toBe(usual);
    expect(step(undone, { does: 'redo' }).now).toEqual(one.now);
    expect(step(start, { does: 'undo' })).toBe(start);
  });
});
