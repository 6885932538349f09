import dayjs from 'dayjs';
import type { CalendarDate, WorkingCalendar, WorkingHours } from '../api';

export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEK)[number];

/** What a day is: by its weekday worked or free, or marked as an exception of either. */
export type DayKind = 'work' | 'free' | 'holiday' | 'makeup';

export const weekdayOf = (day: string): Weekday => WEEK[(dayjs(day).day() + 6) % 7] ?? 'monday';
export const plus = (day: string, days: number): string => dayjs(day).add(days, 'day').format('YYYY-MM-DD');

export function kindOf(calendar: WorkingCalendar, day: string): DayKind {
  if (calendar.holidays?.some(({ date }) => date === day)) return 'holiday';
  if (calendar.workdays?.some(({ date }) => date === day)) return 'makeup';
  return (calendar.week[weekdayOf(day)]?.length ?? 0) > 0 ? 'work' : 'free';
}

/** A worked day becomes a holiday, a free one a make-up workday; an exception becomes again what its weekday is. */
export function toggled(calendar: WorkingCalendar, day: string): WorkingCalendar {
  const { holidays = [], workdays = [] } = calendar;
  const without = (list: CalendarDate[]) => list.filter(({ date }) => date !== day);
  const withIt = (list: CalendarDate[]) => [...list, { date: day }].sort((a, b) => a.date.localeCompare(b.date));
  switch (kindOf(calendar, day)) {
    case 'holiday':
    case 'makeup':
      return { ...calendar, holidays: without(holidays), workdays: without(workdays) };
    case 'work':
      return { ...calendar, holidays: withIt(holidays) };
    case 'free':
      return { ...calendar, workdays: withIt(workdays) };
  }
}

export function titled(
  calendar: WorkingCalendar,
  list: 'holidays' | 'workdays',
  day: string,
  title: string,
): WorkingCalendar {
  const change = ({ date, hours }: CalendarDate): CalendarDate => ({
    date,
    ...(hours ? { hours } : {}),
    ...(title === '' ? {} : { title }),
  });
  return { ...calendar, [list]: (calendar[list] ?? []).map((one) => (one.date === day ? change(one) : one)) };
}

/** A day without hours is free, and is left out. */
export function withHours(calendar: WorkingCalendar, day: Weekday, hours: WorkingHours[]): WorkingCalendar {
  const others = Object.fromEntries(Object.entries(calendar.week).filter(([name]) => name !== day));
  return { ...calendar, week: hours.length > 0 ? { ...others, [day]: hours } : others };
}

/** What the server would refuse of a day's hours: each ends after it begins, and after the one before has ended. */
export function wrongHours(hours: WorkingHours[]): number[] {
  return hours.flatMap(({ from, to }, index) => {
    const before = hours[index - 1]?.to ?? '00:00';
    return from !== '' && to !== '' && from < to && before <= from ? [] : [index];
  });
}

/** Hours to go on with: an hour behind the last ones, while there is one. */
export function nextHours(hours: WorkingHours[]): WorkingHours | null {
  const last = hours[hours.length - 1]?.to;
  if (last === undefined) return { from: '09:00', to: '18:00' };
  const hour = Number(last.slice(0, 2)) + 1;
  if (Number.isNaN(hour) || hour > 22) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  return { from: `${two(hour)}:00`, to: `${two(Math.min(hour + 3, 23))}:00` };
}

/** The months of a year, each with its days and the cells before its first. */
export function monthsOf(year: number): { month: string; lead: number; days: string[] }[] {
  return Array.from({ length: 12 }, (_, index) => {
    const first = dayjs(new Date(year, index, 1));
    const days = Array.from({ length: first.daysInMonth() }, (_day, day) => first.add(day, 'day').format('YYYY-MM-DD'));
    return { month: first.format('YYYY-MM-DD'), lead: WEEK.indexOf(weekdayOf(first.format('YYYY-MM-DD'))), days };
  });
}
