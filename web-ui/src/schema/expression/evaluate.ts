import { Decimal } from 'decimal.js';
import { calculate } from './arithmetic';
import { FeelDate } from './calendar';
import { Failure, functions, join } from './functions';
import {
  compare,
  contains,
  type Context,
  Days,
  equal,
  isContext,
  isList,
  Months,
  Num,
  read,
  type Value,
} from './value';

/** A portable tree as published with a form: an operation's name and its operands. */
export type Portable = readonly [operation: string, ...operands: unknown[]];

export interface Clock {
  /** What `today()` gives, as `yyyy-MM-dd`; the browser's own day when absent. */
  readonly today?: string;
}

/**
 * Evaluates a portable tree on a record's JSON (`data`, and `user` beside its fields), to the digit as the server does.
 * Throws on an operation it does not know: the tree is of a newer server, which then has to compute.
 */
export function evaluate(tree: Portable, variables: Context, clock: Clock = {}): Value {
  try {
    return new Evaluation(clock).of(tree, variables);
  } catch (failure) {
    if (failure instanceof Failure) return null;
    throw failure;
  }
}

/** As a condition: only true counts. */
export const holds = (tree: Portable, variables: Context, clock?: Clock): boolean =>
  evaluate(tree, variables, clock) === true;

/** As a check: only false fails. */
export const passes = (tree: Portable, variables: Context, clock?: Clock): boolean =>
  evaluate(tree, variables, clock) !== false;

class Evaluation {
  constructor(private readonly clock: Clock) {}

  of(node: unknown, scope: Context): Value {
    const [operation, ...rest] = node as Portable;
    switch (operation) {
      case 'null':
        return null;
      case 'number':
        return new Num(rest[0] as string);
      case 'string':
      case 'boolean':
        return rest[0] as string | boolean;
      case 'date':
        return FeelDate.parse(rest[0] as string);
      case 'days-duration':
        return new Days(rest[0] as number);
      case 'months-duration':
        return new Months(rest[0] as number);
      case 'get':
        return read(rest[0] as string, follow(scope, rest.slice(1) as string[]));
      case 'entry':
        return read(rest[0] as string, follow(this.of(rest[2], scope), [rest[1] as string]));
      case 'part':
        return part(this.of(rest[1], scope), rest[0] as 'year');
      default:
        return this.logic(operation, rest, scope);
    }
  }

  private logic(operation: string, rest: readonly unknown[], scope: Context): Value {
    const at = (index: number): Value => this.of(rest[index], scope);
    switch (operation) {
      case 'and':
        return join(false, [at(0), at(1)]);
      case 'or':
        return join(true, [at(0), at(1)]);
      case 'not':
        return negated(at(0));
      case 'if':
        return at(0) === true ? at(1) : at(2);
      case 'is null':
        return at(0) === null;
      case '=':
        return equal(at(0), at(1));
      case '<':
      case '<=':
      case '>':
      case '>=':
        return ordered(operation, compare(at(0), at(1)));
      case '+':
      case '-':
      case '*':
      case '/':
        return calculate(operation, at(0), at(1));
      case 'negate':
        return negative(at(0));
      default:
        return this.lists(operation, rest, scope);
    }
  }

  private lists(operation: string, rest: readonly unknown[], scope: Context): Value {
    const at = (index: number): Value => this.of(rest[index], scope);
    switch (operation) {
      case 'list':
        return rest.map((item) => this.of(item, scope));
      case 'in':
        return member(at(0), at(1));
      case 'filled':
        return map(at(0), (list) => list.filter((item) => item !== null));
      case 'filter':
        return map(at(0), (list) => list.filter((item) => this.of(rest[1], { ...scope, item }) === true));
      case 'index':
        return item(at(0), at(1));
      case 'for':
        return map(this.of(rest[1], scope), (list) => this.each(list, rest, scope));
      case 'some':
        return map(this.of(rest[1], scope), (list) => join(true, this.each(list, rest, scope)));
      case 'every':
        return map(this.of(rest[1], scope), (list) => join(false, this.each(list, rest, scope)));
      case 'call':
        return this.call(rest[0] as string, rest.slice(1), scope);
      default:
        throw new Error(`unknown operation ${operation}`);
    }
  }

  private each(list: readonly Value[], rest: readonly unknown[], scope: Context): readonly Value[] {
    return list.map((value) => this.of(rest[2], { ...scope, [rest[0] as string]: value }));
  }

  private call(name: string, operands: readonly unknown[], scope: Context): Value {
    if (name === 'today') {
      return this.clock.today === undefined ? FeelDate.today(new Date()) : FeelDate.parse(this.clock.today);
    }
    const apply = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!apply) throw new Error(`unknown function ${name}`);
    return apply(operands.map((operand) => this.of(operand, scope)));
  }
}

/** Walks into entries; over a list it projects. Only own entries count, so no path leads into prototypes. */
function follow(start: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value.map((entry) => follow(entry, [key]));
    return isContext(value) && Object.hasOwn(value, key) ? value[key] : null;
  }, start);
}

const part = (value: Value, key: 'year' | 'month' | 'day' | 'weekday'): Value =>
  value instanceof FeelDate ? new Num(value.parts()[key]) : null;

const negated = (value: Value): Value => (typeof value === 'boolean' ? !value : null);

const negative = (value: Value): Value => (value instanceof Decimal ? value.neg() : null);

const map = <T>(value: Value, apply: (list: readonly Value[]) => T): T | null => (isList(value) ? apply(value) : null);

function ordered(operator: '<' | '<=' | '>' | '>=', order: number | null): boolean | null {
  if (order === null) return null;
  if (order === 0) return operator === '<=' || operator === '>=';
  return order < 0 === operator.startsWith('<');
}

/** A null list holds nothing but null. */
const member = (value: Value, list: Value): boolean => (isList(list) ? contains(list, value) : value === null);

/** Counted from 1, or from the end when negative. */
function item(list: Value, position: Value): Value {
  if (!isList(list) || !(position instanceof Decimal)) return null;
  return position.isZero() ? null : (list.at(position.toNumber() - (position.isPos() ? 1 : 0)) ?? null);
}
