import type { Access } from '../api';
import { FieldCell, FieldTitle, type FieldContext } from '../fields';
import type { Field } from '../schema';

interface Props {
  field: Field;
  value: unknown;
  access: Access | undefined;
  context: FieldContext;
}

/** A field of a record being read: its title with the tag, its value or mask. */
export function ReadField({ field, value, access, context }: Props) {
  const id = `read-${field.key}`;
  return (
    <div role="group" aria-labelledby={id}>
      <span id={id} className="jm-label">
        <FieldTitle field={field} />
      </span>
      <div className="jm-value">
        <FieldCell field={field} value={value} access={access} context={context} detail />
      </div>
    </div>
  );
}
