import { describe, expect, it } from 'vitest';
import { addMonths, daysOf, isMonth, sameDayIn, weekday, weeksOf } from './month';

describe('a month', () => {
  it('is shown in whole weeks from Monday', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06');
    expect(weeks.flat().every((day, index) => weekday(day) === index % 7)).toBe(true);
    expect(weeksOf('2027-02')).toHaveLength(4);
  });

  it('has its own days alone', () => {
    expect(daysOf('2026-02')).toHaveLength(28);
    expect(daysOf('2028-02').at(-1)).toBe('2028-02-29');
  });

  it('is followed by the next one, whatever the day', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(sameDayIn('2026-01-31', 1)).toBe('2026-02-28');
  });

  it('is nothing else', () => {
    expect(['2026-13', '2026-1', 'x', undefined].some(isMonth)).toBe(false);
  });
});
