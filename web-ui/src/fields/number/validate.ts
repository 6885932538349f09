import { Decimal } from 'decimal.js';
import type { Finding } from '../../api';
import type { Field } from '../../schema';

export function numberFindings(value: string, field: Field): Finding[] {
  if (!/^-?\d+(\.\d+)?$/.test(String(value))) return [{ code: 'number.format' }];
  const amount = new Decimal(value);
  if (field.scale !== undefined && amount.decimalPlaces() > field.scale) {
    return [{ code: 'number.scale', params: { scale: field.scale } }];
  }
  if (field.minimum !== undefined && amount.lessThan(field.minimum)) {
    return [{ code: 'number.minimum', params: { minimum: field.minimum } }];
  }
  if (field.maximum !== undefined && amount.greaterThan(field.maximum)) {
    return [{ code: 'number.maximum', params: { maximum: field.maximum } }];
  }
  return [];
}
