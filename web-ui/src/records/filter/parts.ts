import type { Filter } from '../../api';
import { isEmpty, type Operator } from '../../fields';
import { takesValue } from './operators';

/** One comparison; `value` is in the shape the field's input edits, `field` a key or a path of one step: `company.industry`. */
export interface Condition {
  field: string;
  op: Operator;
  value?: unknown;
}

export type Match = 'all' | 'any' | 'none';

/** Conditions that hold together, of which one has to hold, or none may. */
export interface Group {
  match: Match;
  parts: Part[];
}
export type Part = Condition | Group;

export const isGroup = (part: Part): part is Group => 'parts' in part;

/** The parts of a list hold together; one group by itself stands for the whole question. */
export function rootOf(parts: Part[]): Group {
  const [only] = parts;
  return parts.length === 1 && only && isGroup(only) ? only : { match: 'all', parts };
}

export function partsOf(root: Group): Part[] {
  if (root.match === 'all') return root.parts;
  return root.parts.length > 0 ? [root] : [];
}

export const conditionsIn = (parts: readonly Part[]): Condition[] =>
  parts.flatMap((part) => (isGroup(part) ? conditionsIn(part.parts) : [part]));

/** What can be asked: half-typed conditions and groups without any are left out. */
export function ready(parts: readonly Part[]): Part[] {
  return parts.flatMap((part): Part[] => {
    if (!isGroup(part)) return isReady(part) ? [part] : [];
    const inside = ready(part.parts);
    return inside.length > 0 ? [{ ...part, parts: inside }] : [];
  });
}

function isReady({ op, value }: Condition): boolean {
  if (!takesValue(op)) return true;
  return op === 'between' ? Array.isArray(value) && value.some((end) => !isEmpty(end)) : !isEmpty(value);
}

/** The same parts with other conditions. */
export function mapped(parts: readonly Part[], change: (condition: Condition) => Condition): Part[] {
  return parts.map((part) => (isGroup(part) ? { ...part, parts: mapped(part.parts, change) } : change(part)));
}

/** The parts of a filter as it is sent and kept; undefined: there is something in it that no page writes. */
export function partsFrom(filter: Filter | null | undefined): Part[] | undefined {
  if (!filter || Object.keys(filter).length === 0) return [];
  const sent = filter as { and?: Filter[]; or?: Filter[]; not?: Filter; field?: string; op?: string; value?: unknown };
  if (Array.isArray(sent.and)) return each(sent.and)?.flat();
  if (Array.isArray(sent.or)) return asGroup('any', each(sent.or)?.map(single));
  if (sent.not) {
    const inside = partsFrom(sent.not);
    const [only] = inside ?? [];
    return asGroup('none', only && isGroup(only) && only.match === 'any' ? only.parts : inside && [single(inside)]);
  }
  if (typeof sent.field !== 'string') return undefined;
  const condition = { field: sent.field, op: (sent.op ?? 'eq') as Operator };
  return [sent.value === undefined ? condition : { ...condition, value: sent.value }];
}

function each(filters: Filter[]): Part[][] | undefined {
  const parts = filters.map(partsFrom);
  return parts.some((part) => part === undefined) ? undefined : parts.map((part) => part ?? []);
}

const asGroup = (match: Match, parts: Part[] | undefined): Part[] | undefined => parts && [{ match, parts }];

/** Several parts that hold together, as one. */
function single(parts: Part[]): Part {
  const [only] = parts;
  return parts.length === 1 && only ? only : { match: 'all', parts };
}

/** Parts as an address holds them; nothing of what is no part. */
export function parsedParts(value: unknown): Part[] {
  return Array.isArray(value) ? value.flatMap(parsedPart) : [];
}

function parsedPart(value: unknown): Part[] {
  const told = (value ?? {}) as Partial<Condition> & { match?: unknown; parts?: unknown };
  if (typeof told.field === 'string' && typeof told.op === 'string') return [told as Condition];
  const { match } = told;
  return match === 'all' || match === 'any' || match === 'none' ? [{ match, parts: parsedParts(told.parts) }] : [];
}
