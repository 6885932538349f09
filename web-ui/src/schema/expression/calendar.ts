const MILLIS_PER_DAY = 86_400_000;

/** A day of the proleptic Gregorian calendar, counted from 1970-01-01. */
export class FeelDate {
  constructor(readonly epochDay: number) {}

  /** Reads `yyyy-MM-dd`; null when there is no such day. */
  static parse(text: string): FeelDate | null {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (!parts) return null;
    const date = FeelDate.of(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    return date.toString() === text ? date : null;
  }

  static of(year: number, month: number, day: number): FeelDate {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return new FeelDate(date.getTime() / MILLIS_PER_DAY);
  }

  /** Today where the browser is. */
  static today(now: Date): FeelDate {
    return FeelDate.of(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  plusDays(days: number): FeelDate {
    return new FeelDate(this.epochDay + days);
  }

  /** The same day of another month, or that month's last day when it is shorter. */
  plusMonths(months: number): FeelDate {
    const { year, month, day } = this.parts();
    const total = year * 12 + (month - 1) + months;
    const targetYear = Math.floor(total / 12);
    const targetMonth = total - targetYear * 12 + 1;
    const lastDay = FeelDate.of(targetYear, targetMonth + 1, 0).parts().day;
    return FeelDate.of(targetYear, targetMonth, Math.min(day, lastDay));
  }

  parts(): { year: number; month: number; day: number; weekday: number } {
    const date = new Date(this.epochDay * MILLIS_PER_DAY);
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      weekday: date.getUTCDay() || 7,
    };
  }

  toString(): string {
    const { year, month, day } = this.parts();
    const pad = (value: number, width: number) => String(value).padStart(width, '0');
    return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  }
}
