import { Decimal } from 'decimal.js';
import type { Finding } from '../../api';
import type { Field } from '../../schema';

/** What the server refuses of an exact decimal, with its codes. */
export function decimalFindings(value: string, field: Field, scale: number | undefined = field.scale): Finding[] {
  if (!/^-?\d+(\.\d+)?$/.test(String(value))) return [{ code: 'field.type', params: { expected: 'number' } }];
  const amount = new Decimal(value);
  if (scale !== undefined && amount.decimalPlaces() > scale) {
    return [{ code: 'field.scale', params: { scale } }];
  }
  if (field.minimum !== undefined && amount.lessThan(field.minimum)) {
    return [{ code: 'field.minimum', params: { minimum: String(field.minimum) } }];
  }
  if (field.maximum !== undefined && amount.greaterThan(field.maximum)) {
    return [{ code: 'field.maximum', params: { maximum: String(field.maximum) } }];
  }
  return [];
}
