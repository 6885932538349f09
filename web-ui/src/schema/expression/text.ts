import { Decimal } from 'decimal.js';
import { FeelDate } from './calendar';
import { Days, isList, Months, type Value } from './value';

/** FEEL's canonical text of a scalar; lists item by item. Null stays null, and so do rows. */
export function toText(value: Value): string | null | readonly (string | null)[] {
  if (isList(value)) return value.map((item) => scalar(item));
  return scalar(value);
}

function scalar(value: Value): string | null {
  if (value instanceof Decimal) return value.isZero() ? '0' : value.toFixed();
  if (value instanceof FeelDate) return value.toString();
  if (value instanceof Days) return signed(value.seconds, days, 'P0D');
  if (value instanceof Months) return signed(value.months, months, 'P0Y');
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : null;
}

/**
 * A number field's value as a record's JSON has it, such as `"59.90"`: rounded half even to the field's scale. Null when
 * there is no number.
 */
export function toScale(value: Value, scale: number): string | null {
  return value instanceof Decimal ? value.toFixed(scale, Decimal.ROUND_HALF_EVEN) : null;
}

const signed = (amount: number, write: (amount: number) => string, zero: string): string =>
  amount === 0 ? zero : (amount < 0 ? '-' : '') + write(Math.abs(amount));

const unit = (amount: number, letter: string): string => (amount === 0 ? '' : `${amount}${letter}`);

function days(seconds: number): string {
  const time =
    unit(Math.floor(seconds / 3600) % 24, 'H') + unit(Math.floor(seconds / 60) % 60, 'M') + unit(seconds % 60, 'S');
  return `P${unit(Math.floor(seconds / 86_400), 'D')}${time && `T${time}`}`;
}

const months = (total: number): string => `P${unit(Math.floor(total / 12), 'Y')}${unit(total % 12, 'M')}`;
