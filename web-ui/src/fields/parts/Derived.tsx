import type { CellProps } from '../defineField';
import { simpleType } from '../types';
import type { Field } from '../../schema';

/** The field as one of the type that its value has; who may not know of its source is told no type. */
function shownAs(field: Field): Field {
  const { key, title, sensitivity, result } = field;
  return { key, type: 'unknown', ...result, ...(title ? { title } : {}), ...(sensitivity ? { sensitivity } : {}) };
}

/** A value that the server has worked out for this reader, as its own type shows it. */
export function DerivedCell({ field, value, context }: CellProps) {
  const shown = shownAs(field);
  const { Cell } = simpleType(shown.type);
  return <Cell field={shown} value={value} context={context} />;
}

export function DerivedDetail({ field, value, context }: CellProps) {
  const shown = shownAs(field);
  const { Cell, Detail = Cell } = simpleType(shown.type);
  return <Detail field={shown} value={value} context={context} />;
}
