import type { FormRecord, ListedRecord } from '../../api';
import { fieldType, type Operand, type Operator } from '../../fields';
import { isMasked, isProtected, levelOf, type Field } from '../../schema';

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

/** A value as its input edits it: what was sent or kept names people, departments and records by their ids alone. */
export function asEdited(field: Field, value: unknown): unknown {
  const { byId } = fieldType(field.type);
  if (!byId) return value;
  const one = (each: unknown) => (typeof each === 'string' ? byId(each) : each);
  return Array.isArray(value) ? value.map(one) : one(value);
}

const WITHOUT_VALUE: readonly Operator[] = ['isEmpty', 'isNotEmpty', 'me', 'myDepartments', 'below'];

export const takesValue = (op: Operator): boolean => !WITHOUT_VALUE.includes(op);

/** The words of an operator at a field: days are "not before", an exact search is "exactly", a consent is agreed to. */
export function operatorKey(field: Field, op: Operator): string {
  if (isProtected(field) && op === 'eq') return 'filter.op.exact';
  return fieldType(field.type).operatorWords?.[op] ?? `filter.op.${op}`;
}
