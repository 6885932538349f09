import type { Finding } from '../api';
import { isMasked, isReplace, type Field } from '../schema';
import { isEmpty } from './defineField';
import { fieldType } from './typeOf';

/** A value as it is sent. A mask is never sent: it stands for something this reader did not see. */
export function wireValue(field: Field, value: unknown): unknown {
  if (isMasked(value)) return undefined;
  const type = fieldType(field.type);
  const convert = (plain: unknown) => (isEmpty(plain) ? null : type.toWire ? type.toWire(plain, field) : plain);
  return isReplace(value) ? { replace: convert(value.replace) } : convert(value);
}

/** What a filter compares this field with, as it is sent. */
export function wireOperand(field: Field, value: unknown): unknown {
  const { operand } = fieldType(field.type);
  if (!operand) return wireValue(field, value);
  return operand.toWire && !isEmpty(value) ? operand.toWire(value, field) : value;
}

export function sameValue(field: Field, left: unknown, right: unknown): boolean {
  if (isMasked(left) || isMasked(right)) return isMasked(left) && isMasked(right);
  return JSON.stringify(wireValue(field, left)) === JSON.stringify(wireValue(field, right));
}

/** Findings of one value against its type's own checks; pointers are relative to the field. */
export function findingsOf(field: Field, value: unknown): Finding[] {
  if (isMasked(value)) return [];
  const plain = isReplace(value) ? value.replace : value;
  if (isEmpty(plain)) return [];
  return fieldType(field.type).validate?.(plain, field) ?? [];
}
