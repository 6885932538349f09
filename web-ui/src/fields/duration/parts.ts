export type Unit = 'day' | 'hour' | 'minute' | 'second';

const SECONDS: Record<Unit, number> = { day: 86_400, hour: 3_600, minute: 60, second: 1 };
const SHAPE = /^(-)?P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(-?\d+)S)?)?$/;

/** Seconds of an ISO 8601 duration without years and months; undefined when it is none. A day is 24 hours. */
export function secondsOf(iso: string): number | undefined {
  const text = iso.replace(/^PT-(\d+)S$/, '-PT$1S');
  const match = SHAPE.exec(text);
  if (!match || text.endsWith('P')) return undefined;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const total = Number(days) * 86_400 + Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return sign ? -total : total;
}

/** The length cut into units, the sign on each. */
export function split(total: number): Record<Unit, number> {
  const parts = { day: 0, hour: 0, minute: 0, second: 0 };
  let rest = total;
  for (const unit of Object.keys(SECONDS) as Unit[]) {
    parts[unit] = Math.trunc(rest / SECONDS[unit]);
    rest -= parts[unit] * SECONDS[unit];
  }
  return parts;
}

/** The ISO text of so many of each unit. */
export function isoOf(parts: Record<Unit, number>): string {
  const total = (Object.keys(SECONDS) as Unit[]).reduce((sum, unit) => sum + parts[unit] * SECONDS[unit], 0);
  return total < 0 ? `-PT${-total}S` : `PT${total}S`;
}
