import type { Filter } from '../api';
import { evaluate, toText, type Portable } from './expression';
import type { Tree } from './form';

const OPERATORS: Record<string, string> = { '=': 'eq', '!=': 'ne', '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' };
const MIRRORED: Record<string, string> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** Not every condition can be asked of the list query. */
class NotAFilter extends Error {}

/**
 * A view's condition as the filter of a query: comparisons of a field with what is constant for this reader, joined by
 * and, or, not. Undefined when the condition says more than that; such a view is not offered.
 */
export function viewFilter(tree: Tree | undefined, user: Record<string, unknown>): Filter | undefined {
  try {
    return Array.isArray(tree) ? toFilter(tree as unknown as Portable, user) : undefined;
  } catch (error) {
    if (error instanceof NotAFilter) return undefined;
    throw error;
  }
}

function toFilter(tree: Portable, user: Record<string, unknown>): Filter {
  const [operation, ...parts] = tree;
  if (operation === 'and' || operation === 'or') {
    const all = parts.map((part) => toFilter(part as Portable, user));
    return operation === 'and' ? { and: all } : { or: all };
  }
  if (operation === 'not') return { not: toFilter(parts[0] as Portable, user) };
  const [left, right] = parts as [Portable, Portable];
  if (!(operation in OPERATORS)) throw new NotAFilter();
  const field = fieldOf(left);
  if (field !== undefined) return comparison(field, operation, right, user);
  const mirrored = fieldOf(right);
  if (mirrored !== undefined) return comparison(mirrored, MIRRORED[operation] ?? operation, left, user);
  throw new NotAFilter();
}

function comparison(field: string, operation: string, constant: Portable, user: Record<string, unknown>): Filter {
  if (readsAField(constant)) throw new NotAFilter();
  const value = toText(evaluate(constant, { user }));
  if (value === null) {
    if (operation !== '=' && operation !== '!=') throw new NotAFilter();
    return { field, op: operation === '=' ? 'isEmpty' : 'isNotEmpty' };
  }
  return { field, op: OPERATORS[operation] ?? 'eq', value };
}

/** The key of a plain field, `["get", kind, key]`; `user` is no field. */
function fieldOf(node: Portable): string | undefined {
  const [operation, , key, deeper] = node as readonly unknown[];
  return operation === 'get' && typeof key === 'string' && key !== 'user' && deeper === undefined ? key : undefined;
}

function readsAField(node: unknown): boolean {
  if (!Array.isArray(node)) return false;
  if (node[0] === 'get' && node[2] !== 'user') return true;
  return node.some(readsAField);
}
