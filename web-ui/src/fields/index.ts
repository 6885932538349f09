import type { FieldType } from './defineField';
import { subform } from './subform';
import { simpleType, simpleTypes } from './types';

export { isEmpty } from './defineField';
export type { CellProps, FieldContext, FieldType, InputProps, Lent, Operator } from './defineField';
export { FieldCell } from './FieldCell';
export { FieldInput } from './FieldInput';
export { MaskText } from './signs/MaskText';
export { FieldTitle } from './signs/FieldTitle';
export { codeNormalise } from './normalise';
export { findingsOf, sameValue, wireValue } from './wire';

export const fieldTypes: FieldType[] = [...simpleTypes, subform];

export function fieldType(key: string): FieldType {
  return key === 'subform' ? subform : simpleType(key);
}
