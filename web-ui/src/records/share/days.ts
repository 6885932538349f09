import dayjs, { type Dayjs } from 'dayjs';

/** How long a share lasts where nothing else is said, and at most. */
export const USUAL_DAYS = 30;
export const MOST_DAYS = 90;

/** The last day of a share that begins now. */
export const usualDay = (now: Dayjs = dayjs()) => now.add(USUAL_DAYS, 'day');

/** Today is the first day that can be chosen, and the last one ends before the server's limit does. */
export const cannotBe = (day: Dayjs, now: Dayjs = dayjs()) =>
  day.isBefore(now, 'day') || day.isAfter(now.add(MOST_DAYS - 1, 'day'), 'day');

/** A share lasts until its last day is over where the sharer is. */
export const endOf = (day: Dayjs) => day.endOf('day').toISOString();

/** The calendar day here on which a share ends. */
export const dayOf = (until: string) => dayjs(until).format('YYYY-MM-DD');
