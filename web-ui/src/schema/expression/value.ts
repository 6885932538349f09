import { Decimal } from 'decimal.js';
import { FeelDate } from './calendar';

/** Numbers as the server has them: 34 digits, half even, never written with an exponent. */
export const Num = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -9e15, toExpPos: 9e15 });
export type Num = Decimal;

/** A days-and-time duration in whole seconds. */
export class Days {
  constructor(readonly seconds: number) {}
}

/** A years-and-months duration. */
export class Months {
  constructor(readonly months: number) {}
}

/** A row of a subform, or `user`: entries as a record's JSON has them, not read yet. */
export interface Context {
  readonly [key: string]: unknown;
}

export type Value = null | boolean | string | Num | FeelDate | Days | Months | Context | readonly Value[];

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);

export const isContext = (value: unknown): value is Context =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Reads what a record's JSON holds for a field of this kind; what does not fit, such as a masked value, is null. */
export function read(kind: string, raw: unknown): Value {
  if (raw === undefined || raw === null) return null;
  if (Array.isArray(raw)) return raw.map((item) => read(kind, item));
  if (raw instanceof Decimal || raw instanceof FeelDate || raw instanceof Days || raw instanceof Months) return raw;
  switch (kind) {
    case 'number':
      return readNumber(raw);
    case 'date':
      return typeof raw === 'string' ? FeelDate.parse(raw) : null;
    case 'boolean':
      return typeof raw === 'boolean' ? raw : null;
    case 'string':
      return readString(raw);
    case 'context':
      return isContext(raw) ? raw : null;
    default:
      return typeof raw === 'boolean' ? raw : String(raw);
  }
}

function readNumber(raw: unknown): Num | null {
  if (typeof raw === 'number') return Number.isFinite(raw) ? new Num(raw) : null;
  return typeof raw === 'string' && /^-?\d+(\.\d+)?$/.test(raw) ? new Num(raw) : null;
}

/** Members, departments and relations come as `{id, name}`; expressions know their ids. */
function readString(raw: unknown): string | null {
  if (typeof raw === 'string') return raw;
  return isContext(raw) && typeof raw['id'] === 'string' ? raw['id'] : null;
}

/** FEEL's equality: null equals null only; undecided (null) between values of different types. */
export function equal(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return a === b;
  const order = compare(a, b);
  if (order !== null) return order === 0;
  return typeof a === 'boolean' && typeof b === 'boolean' ? a === b : null;
}

/** Below zero, zero or above zero; null where there is no order. */
export function compare(a: Value, b: Value): number | null {
  if (a instanceof Decimal && b instanceof Decimal) return a.cmp(b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  if (a instanceof FeelDate && b instanceof FeelDate) return a.epochDay - b.epochDay;
  if (a instanceof Days && b instanceof Days) return a.seconds - b.seconds;
  if (a instanceof Months && b instanceof Months) return a.months - b.months;
  return null;
}

/** Membership by equality; a null is found among nulls. */
export const contains = (list: readonly Value[], value: Value): boolean =>
  list.some((item) => equal(item, value) === true);
