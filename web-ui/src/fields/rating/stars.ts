import type { Field } from '../../schema';

export function mostStars(field: Field): number {
  return Number(field.maximum ?? 5);
}
