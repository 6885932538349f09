import type { Comparison, Filter, FormRecord, ListedRecord } from '../../api';
import { fieldType, isEmpty, wireValue, type Operator } from '../../fields';
import { fieldOf, isMasked, isProtected, levelOf, type Field, type FormDefinition } from '../../schema';

/** One condition of the filter bar; `value` is in the shape the field's input edits. */
export interface Condition {
  field: string;
  op: Operator;
  value?: unknown;
}

/** System fields one may filter and sort by like any other. */
export const systemFields: Field[] = [
  { key: 'createdAt', type: 'date' },
  { key: 'updatedAt', type: 'date' },
];

/** What may be asked of a field: everything of its type when it is read, its declared searches when it is withheld. */
export function operatorsFor(field: Field, readable: boolean): Operator[] {
  const type = fieldType(field.type);
  if (readable && levelOf(field) !== 'secret') return type.operators;
  const modes = field.sensitivity?.search ?? [];
  return (['eq', 'last4'] as const).filter((op) => modes.includes(op === 'eq' ? 'exact' : op));
}

/** Whether the reader sees this field in clear, as far as the listed rows tell. */
export function readableIn(field: Field, items: ListedRecord[]): boolean {
  if (!isProtected(field)) return true;
  const rows = items.filter((item): item is FormRecord => 'data' in item);
  const levels = rows.flatMap((row) => {
    const access = row.access?.[field.key];
    if (access) return [access === 'read' || access === 'edit'];
    return field.key in row.data ? [!isMasked(row.data[field.key])] : [];
  });
  return levels.length > 0 ? levels.every(Boolean) : levelOf(field) === 'personal';
}

export function takesValue(op: Operator): boolean {
  return !['isEmpty', 'isNotEmpty', 'me'].includes(op);
}

export function isReady({ op, value }: Condition): boolean {
  if (!takesValue(op)) return true;
  return op === 'between' ? Array.isArray(value) && value.some((end) => !isEmpty(end)) : !isEmpty(value);
}

/** The filter as it is sent. Half a range becomes a one-sided comparison. */
export function toFilter(form: FormDefinition, conditions: Condition[]): Filter | undefined {
  const parts = conditions.filter(isReady).map((condition) => toComparison(form, condition));
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? parts[0] : { and: parts };
}

function toComparison(form: FormDefinition, { field: key, op, value }: Condition): Comparison {
  if (!takesValue(op)) return { field: key, op };
  const field = fieldOf(form, key);
  const wire = (plain: unknown) => (field && op !== 'last4' ? wireValue(field, plain) : plain);
  if (op === 'between' && Array.isArray(value)) {
    const [low, high] = value as [unknown, unknown];
    if (isEmpty(low)) return { field: key, op: 'lte', value: wire(high) };
    if (isEmpty(high)) return { field: key, op: 'gte', value: wire(low) };
    return { field: key, op, value: [wire(low), wire(high)] };
  }
  if (op === 'in') return { field: key, op, value: (Array.isArray(value) ? value : [value]).map(wire) };
  return { field: key, op, value: wire(value) };
}
