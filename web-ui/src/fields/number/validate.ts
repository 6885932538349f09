import { Decimal } from 'decimal.js';
import type { Finding } from '../../api';
import type { Field } from '../../schema';

export function numberFindings(value: string, field: Field): Finding[] {
  if (!/^-?\d+(\.\d+)?$/.test(String(value))) return [{ code: 'field.type', params: { expected: 'number' } }];
  const amount = new Decimal(value);
  if (field.scale !== undefined && amount.decimalPlaces() > field.scale) {
    return [{ code: 'field.scale', params: { scale: field.scale } }];
  }
  if (field.minimum !== undefined && amount.lessThan(field.minimum)) {
    return [{ code: 'field.minimum', params: { minimum: String(field.minimum) } }];
  }
  if (field.maximum !== undefined && amount.greaterThan(field.maximum)) {
    return [{ code: 'field.maximum', params: { maximum: String(field.maximum) } }];
  }
  return [];
}
