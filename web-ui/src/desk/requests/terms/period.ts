import type { RequestTerm } from '../../../api';

export const UNITS = ['D', 'M'] as const;
export type Unit = (typeof UNITS)[number];
export const PARTS = ['answerIn', 'extension', 'warnBefore'] as const;
export type Part = (typeof PARTS)[number];

/** What the server takes at most, in days. */
const MOST_DAYS = 400;
const MONTH = 31;

export interface Amount {
  count: number;
  unit: Unit;
}

/** A period of days or of months, as it is typed; undefined where it is neither. */
export function amountOf(period: string): Amount | undefined {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period);
  if (!match) return undefined;
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0));
  const ofMonths = 12 * (years ?? 0) + (months ?? 0);
  const ofDays = 7 * (weeks ?? 0) + (days ?? 0);
  if (ofMonths > 0 === ofDays > 0) return undefined;
  return ofMonths > 0 ? { count: ofMonths, unit: 'M' } : { count: ofDays, unit: 'D' };
}

export const periodOf = ({ count, unit }: Amount) => `P${count}${unit}`;

/** As many of them as the server takes. */
export const most = (unit: Unit) => (unit === 'D' ? MOST_DAYS : Math.floor(MOST_DAYS / MONTH));

const atMost = (period: string) => {
  const amount = amountOf(period);
  return amount === undefined ? undefined : amount.count * (amount.unit === 'D' ? 1 : MONTH);
};

/** What a law allows at most; the Chinese one only says that it be done in time. */
const ALLOWED: Partial<Record<RequestTerm['law'], Record<'answerIn' | 'extension', string>>> = {
  gdpr: { answerIn: 'P1M', extension: 'P2M' },
  ccpa: { answerIn: 'P45D', extension: 'P45D' },
};

export type Doubt = 'longer' | 'warned-late';

/** What is taken and yet unlikely to be meant: more time than the law gives, a reminder on the day of the request. */
export function doubtOf(term: RequestTerm): Doubt | undefined {
  const allowed = ALLOWED[term.law];
  const over = (part: 'answerIn' | 'extension') =>
    allowed !== undefined && (atMost(term[part]) ?? 0) > (atMost(allowed[part]) ?? 0);
  if (over('answerIn') || over('extension')) return 'longer';
  return (atMost(term.warnBefore) ?? 0) >= (atMost(term.answerIn) ?? Infinity) ? 'warned-late' : undefined;
}
