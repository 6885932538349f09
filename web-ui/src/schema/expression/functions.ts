import { Decimal } from 'decimal.js';
import { compare, contains, isList, Num, type Value } from './value';

type Call = (args: readonly Value[]) => Value;

/** Ends the whole evaluation with null, as an arithmetic failure does on the server. */
export class Failure extends Error {}

const onNumber =
  (apply: (n: Decimal) => Value): Call =>
  ([n = null]) =>
    n instanceof Decimal ? apply(n) : null;

const onTexts =
  (apply: (text: string, match: string) => Value): Call =>
  ([text = null, match = '']) =>
    typeof text === 'string' && typeof match === 'string' ? apply(text, match) : null;

const onList =
  (apply: (list: readonly Value[]) => Value): Call =>
  ([list = null]) =>
    isList(list) ? apply(list) : null;

/** Null unless the list holds numbers and nothing else. */
const onNumbers = (apply: (numbers: readonly Decimal[]) => Value): Call =>
  onList((list) => {
    const numbers = list.filter((item) => item instanceof Decimal);
    return list.length > 0 && numbers.length === list.length ? apply(numbers) : null;
  });

const rounding =
  (mode: Decimal.Rounding): Call =>
  ([n = null, scale = null]) =>
    n instanceof Decimal && scale instanceof Decimal ? round(n, scale.toNumber(), mode) : null;

function round(n: Decimal, scale: number, mode: Decimal.Rounding): Decimal {
  if (scale >= 0) return n.toDecimalPlaces(scale, mode);
  return n.toNearest(new Num(10).pow(-scale), mode);
}

const sum = (numbers: readonly Decimal[]): Decimal => numbers.reduce((total, n) => total.plus(n), new Num(0));

function median(numbers: readonly Decimal[]): Value {
  const sorted = [...numbers].sort((a, b) => a.cmp(b));
  const upper = sorted[sorted.length >> 1] ?? null;
  const lower = sorted[(sorted.length - 1) >> 1];
  return upper === null || lower === undefined || upper === lower ? upper : lower.plus(upper).div(2);
}

/** The first of the items that none goes before; null when they have no common order. */
const extreme = (sign: 1 | -1): Call =>
  onList((list) => {
    let best: Value = list[0] ?? null;
    if (best === null || compare(best, best) === null) return null;
    for (const item of list) {
      const order = compare(item, best);
      if (order === null) return null;
      if (sign * order > 0) best = item;
    }
    return best;
  });

/** Joins truth values: `decisive` wins, then null, then its opposite. */
export function join(decisive: boolean, values: Iterable<Value>): boolean | null {
  let joined: boolean | null = !decisive;
  for (const value of values) {
    if (value === decisive) return decisive;
    if (value !== !decisive) joined = null;
  }
  return joined;
}

function modulo(a: Decimal, b: Decimal): Decimal {
  if (b.isZero()) throw new Failure('modulo by zero');
  return a.mod(b).plus(b).mod(b);
}

/** By DMN name; the list that aggregates get has lost its nulls before, unless it was spelled out. */
export const functions: Readonly<Record<string, Call>> = {
  sum: onNumbers(sum),
  product: onNumbers((numbers) => numbers.reduce((total, n) => total.times(n), new Num(1))),
  mean: onNumbers((numbers) => sum(numbers).div(numbers.length)),
  median: onNumbers(median),
  min: extreme(-1),
  max: extreme(1),
  count: onList((list) => new Num(list.length)),
  all: onList((list) => join(false, list)),
  any: onList((list) => join(true, list)),

  'list contains': ([list = null, element = null]) => (isList(list) ? contains(list, element) : null),
  'is empty': onList((list) => list.length === 0),
  'distinct values': onList((list) => list.filter((item, at) => !contains(list.slice(0, at), item))),
  reverse: onList((list) => [...list].reverse()),
  'get or else': ([value = null, otherwise = null]) => value ?? otherwise,

  contains: onTexts((text, match) => text.includes(match)),
  'starts with': onTexts((text, match) => text.startsWith(match)),
  'ends with': onTexts((text, match) => text.endsWith(match)),
  'upper case': onTexts((text) => text.toUpperCase()),
  'lower case': onTexts((text) => text.toLowerCase()),
  'string length': onTexts((text) => new Num(text.length)),
  // Java trims what lies at or below the space, and no other white space.
  // eslint-disable-next-line no-control-regex
  trim: onTexts((text) => text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '')),
  'substring before': onTexts((text, match) => text.slice(0, Math.max(0, text.indexOf(match)))),
  'substring after': onTexts((text, match) =>
    text.includes(match) ? text.slice(text.indexOf(match) + match.length) : '',
  ),

  abs: onNumber((n) => n.abs()),
  floor: onNumber((n) => n.floor()),
  ceiling: onNumber((n) => n.ceil()),
  odd: onNumber((n) => n.abs().mod(2).eq(1)),
  even: onNumber((n) => n.mod(2).isZero()),
  modulo: ([a = null, b = null]) => (a instanceof Decimal && b instanceof Decimal ? modulo(a, b) : null),
  decimal: rounding(Decimal.ROUND_HALF_EVEN),
  'round up': rounding(Decimal.ROUND_UP),
  'round down': rounding(Decimal.ROUND_DOWN),
  'round half up': rounding(Decimal.ROUND_HALF_UP),
  'round half down': rounding(Decimal.ROUND_HALF_DOWN),
};
