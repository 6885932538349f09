import { Decimal } from 'decimal.js';
import { FeelDate } from './calendar';
import { Days, Months, type Value } from './value';

const SECONDS_PER_DAY = 86_400;

/** FEEL's arithmetic (DMN 1.5, tables 50 to 53): null for everything that does not fit, and for a division by zero. */
export function calculate(operator: string, a: Value, b: Value): Value {
  if (a instanceof Decimal && b instanceof Decimal) return numbers(operator, a, b);
  if (operator === '+') return add(a, b);
  return operator === '-' ? subtract(a, b) : null;
}

function numbers(operator: string, a: Decimal, b: Decimal): Value {
  switch (operator) {
    case '+':
      return a.plus(b);
    case '-':
      return a.minus(b);
    case '*':
      return a.times(b);
    default:
      return b.isZero() ? null : a.div(b);
  }
}

function add(a: Value, b: Value): Value {
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (a instanceof Days && b instanceof Days) return new Days(a.seconds + b.seconds);
  if (a instanceof Months && b instanceof Months) return new Months(a.months + b.months);
  return a instanceof FeelDate ? move(a, b, 1) : b instanceof FeelDate ? move(b, a, 1) : null;
}

function subtract(a: Value, b: Value): Value {
  if (a instanceof FeelDate && b instanceof FeelDate) return new Days((a.epochDay - b.epochDay) * SECONDS_PER_DAY);
  if (a instanceof Days && b instanceof Days) return new Days(a.seconds - b.seconds);
  if (a instanceof Months && b instanceof Months) return new Months(a.months - b.months);
  return a instanceof FeelDate ? move(a, b, -1) : null;
}

/** Durations of hours move the midnight that the day begins with. */
function move(date: FeelDate, by: Value, sign: 1 | -1): Value {
  if (by instanceof Months) return date.plusMonths(sign * by.months);
  return by instanceof Days ? date.plusDays(Math.floor((sign * by.seconds) / SECONDS_PER_DAY)) : null;
}
