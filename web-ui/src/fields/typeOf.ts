import type { Field } from '../schema';
import type { FieldType } from './defineField';
import { lookUp } from './look-up';
import { rollUp } from './roll-up';
import { subform } from './subform';
import { simpleType, simpleTypes } from './types';

/** Types that show values of simple types. */
const holders: FieldType[] = [lookUp, rollUp, subform];

export const fieldTypes: FieldType[] = [...simpleTypes, ...holders];

export function fieldType(key: string): FieldType {
  return holders.find((type) => type.type === key) ?? simpleType(key);
}

/** Digits are read from the right. */
export function readsFromTheRight(field: Field): boolean {
  return fieldType(field.result?.type ?? field.type).numeric === true;
}
