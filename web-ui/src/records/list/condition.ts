import dayjs from 'dayjs';
import type { Filter, FormRecord, ListedRecord } from '../../api';
import { fieldType, isEmpty, wireOperand, type Operand, type Operator } from '../../fields';
import { fieldOf, isMasked, isProtected, levelOf, type Field, type FormDefinition } from '../../schema';

/** One condition of the filter bar; `value` is in the shape the field's input edits. */
export interface Condition {
  field: string;
  op: Operator;
  value?: unknown;
}

/** System fields one may filter and sort by like any other. */
export const systemFields: Field[] = [
  { key: 'createdAt', type: 'date', required: true },
  { key: 'updatedAt', type: 'date', required: true },
];

/** What may be asked of a field: everything of its type when it is stored in clear, else its declared searches, by whoever reads it too. */
export function operatorsFor(field: Field): Operator[] {
  const type = fieldType(field.type);
  if (!isProtected(field))
    return field.required ? type.operators.filter((op) => op !== 'isEmpty' && op !== 'isNotEmpty') : type.operators;
  const modes = field.sensitivity?.search ?? [];
  return (['eq', 'last4'] as const).filter((op) => modes.includes(op === 'eq' ? 'exact' : op));
}

/** How the value of a condition on this field is edited and shown. */
export function operandOf(field: Field): Operand {
  const type = fieldType(field.type);
  return type.operand ?? type;
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

function toComparison(form: FormDefinition, { field: key, op, value }: Condition): Filter {
  if (!takesValue(op)) return { field: key, op };
  if (isTime(key)) return timeComparison(key, op, value);
  const field = fieldOf(form, key);
  const wire = (plain: unknown) => (field && op !== 'last4' ? wireOperand(field, plain) : plain);
  if (op === 'between' && Array.isArray(value)) {
    const [low, high] = value as [unknown, unknown];
    if (isEmpty(low)) return { field: key, op: 'lte', value: wire(high) };
    if (isEmpty(high)) return { field: key, op: 'gte', value: wire(low) };
    return { field: key, op, value: [wire(low), wire(high)] };
  }
  if ((op === 'in' || op === 'notIn') && !(field && operandOf(field).many)) {
    return { field: key, op, value: (Array.isArray(value) ? value : [value]).map(wire) };
  }
  return { field: key, op, value: wire(value) };
}

/** A point in time that people filter by whole days. */
export function isTime(key: string): boolean {
  return systemFields.some((field) => field.key === key);
}

/** Days chosen here are whole days in the reader's zone; the server compares instants. */
function timeComparison(field: string, op: Operator, value: unknown): Filter {
  const [low, high] = op === 'between' ? (value as [unknown, unknown]) : [value, value];
  const from: Filter = { field, op: 'gte', value: dayjs(String(low)).startOf('day').toISOString() };
  const until: Filter = { field, op: 'lte', value: dayjs(String(high)).endOf('day').toISOString() };
  if (op === 'gte' || isEmpty(high)) return from;
  if (op === 'lte' || isEmpty(low)) return until;
  return { and: [from, until] };
}

/** The words of an operator at a field: days are "not before", an exact search is "exactly", a consent is agreed to. */
export function operatorKey(field: Field, op: Operator): string {
  if (isProtected(field) && op === 'eq') return 'filter.op.exact';
  return fieldType(field.type).operatorWords?.[op] ?? `filter.op.${op}`;
}
