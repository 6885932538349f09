import type { Filter } from '../../api';
import type { Condition } from '../../records/list/condition';

/** The conditions of a filter that holds when all of them do; undefined: it is more than a list of conditions. */
export function conditionsOf(filter: Filter | undefined): Condition[] | undefined {
  if (filter === undefined || Object.keys(filter).length === 0) return [];
  const plain = filter as { and?: Filter[]; field?: string; op?: string; value?: unknown };
  if (Array.isArray(plain.and)) {
    const parts = plain.and.map(conditionsOf);
    return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }
  if (typeof plain.field !== 'string') return undefined;
  const condition = { field: plain.field, op: (plain.op ?? 'eq') as Condition['op'] };
  return [plain.value === undefined ? condition : { ...condition, value: plain.value }];
}
