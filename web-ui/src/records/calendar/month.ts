import dayjs from 'dayjs';

/** Days are `2026-03-04` and months `2026-03` in the reader's zone; weeks begin on Monday, as in China and by ISO 8601. */
const DAY = 'YYYY-MM-DD';
const WEEK = 7;

export const today = (): string => dayjs().format(DAY);
export const monthOf = (day: string): string => day.slice(0, 7);
export const isMonth = (text: string | undefined): text is string => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');
export const addMonths = (month: string, count: number): string =>
  dayjs(`${month}-01`).add(count, 'month').format('YYYY-MM');
export const addDays = (day: string, count: number): string => dayjs(day).add(count, 'day').format(DAY);
/** Monday is 0. */
export const weekday = (day: string): number => (dayjs(day).day() + WEEK - 1) % WEEK;

/** The same day of another month, or its last one. */
export function sameDayIn(day: string, months: number): string {
  return dayjs(day).add(months, 'month').format(DAY);
}

/** Whole weeks that hold the month. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const start = addDays(first, -weekday(first));
  const last = dayjs(first).endOf('month').format(DAY);
  const weeks: string[][] = [];
  for (let monday = start; monday <= last; monday = addDays(monday, WEEK))
    weeks.push(Array.from({ length: WEEK }, (_, index) => addDays(monday, index)));
  return weeks;
}

export function daysOf(month: string): string[] {
  return weeksOf(month)
    .flat()
    .filter((day) => monthOf(day) === month);
}
