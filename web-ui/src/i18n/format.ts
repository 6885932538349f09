import { currentLocale } from './setup';

const DAY = 86_400_000;

/** A decimal string with thousands separators; the digits after the point stay as they came (never through a double). */
export function formatNumber(value: string | number): string {
  const text = String(value);
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction;
}

/** `2026-03-04` as people write it in their language. The value is a calendar date: no time zone is applied. */
export function formatDate(value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return value;
  const [, year, month, day] = match;
  return new Intl.DateTimeFormat(currentLocale(), {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))));
}

/** A full point in time in the reader's zone. */
export function formatTime(value: string | Date): string {
  return new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(value));
}

/** The day of a point in time in the reader's zone. */
export function formatDay(value: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium' }).format(new Date(value));
}

/** Relative within a week ("3 小时前", "in 2 days"), a plain date beyond. */
export function formatWhen(value: string | Date, now: Date = new Date()): string {
  const then = new Date(value);
  const distance = then.getTime() - now.getTime();
  const size = Math.abs(distance);
  if (size >= 7 * DAY) {
    const sameYear = then.getFullYear() === now.getFullYear();
    return new Intl.DateTimeFormat(currentLocale(), {
      ...(sameYear ? {} : { year: 'numeric' }),
      month: 'short',
      day: 'numeric',
    }).format(then);
  }
  const relative = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' });
  if (size < 60_000) return relative.format(0, 'second');
  if (size < 3_600_000) return relative.format(Math.trunc(distance / 60_000), 'minute');
  if (size < DAY) return relative.format(Math.trunc(distance / 3_600_000), 'hour');
  return relative.format(Math.trunc(distance / DAY), 'day');
}

/** "1 天 3 小时" between two times, two largest units, for how long a step took. */
export function formatDuration(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ];
  const shown = parts.filter(([count]) => count > 0).slice(0, 2);
  const list = shown.length > 0 ? shown : [[0, 'minute'] as [number, string]];
  return list
    .map(([count, unit]) =>
      new Intl.NumberFormat(currentLocale(), { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
    .join(' ');
}

/** `1.5 MB`: a file's size. */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  let size = bytes;
  let index = 0;
  while (size >= 1024 && index < units.length - 1) {
    size /= 1024;
    index += 1;
  }
  return new Intl.NumberFormat(currentLocale(), {
    style: 'unit',
    unit: units[index] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(size);
}

/** Several names in one sentence as the reader's language lists them: "客户和公司", "customers and companies". */
export function joined(names: string[]): string {
  return new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(names);
}

/** Names one after the other, as a list beside a label has them: "客户、公司", "customers, companies". */
export function listed(names: string[]): string {
  return new Intl.ListFormat(currentLocale(), { type: 'conjunction', style: 'narrow' }).format(names);
}

/** `3 years`: a period of the calendar, such as `P3Y` (ISO 8601, without times of day); as it came where it is none. */
export function formatPeriod(period: string): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period);
  const parts = ['year', 'month', 'week', 'day'].flatMap((unit, index) => {
    const count = match?.[index + 1];
    return count === undefined
      ? []
      : [new Intl.NumberFormat(currentLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(Number(count))];
  });
  return parts.length > 0 ? parts.join(' ') : period;
}
