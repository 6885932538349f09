export { isEmpty } from './defineField';
export type { CellProps, FieldContext, FieldType, InputProps, Lent, Operand, Operator } from './defineField';
export { FieldCell } from './FieldCell';
export { FieldInput } from './FieldInput';
export { MaskText } from './signs/MaskText';
export { FieldTitle } from './signs/FieldTitle';
export { codeNormalise } from './normalise';
export { fieldType, fieldTypes, readsFromTheRight } from './typeOf';
export { findingsOf, sameValue, wireOperand, wireValue } from './wire';
