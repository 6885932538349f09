import { memo } from 'react';
import type { Access } from '../api';
import { FieldCell, FieldTitle, type FieldContext } from '../fields';
import { useText } from '../i18n';
import type { Field } from '../schema';

interface Props {
  field: Field;
  value: unknown;
  access: Access | undefined;
  context: FieldContext;
  /** No longer in the form: said instead of a value. */
  gone?: boolean;
}

/** A field of a record being read: its title with the tag, its value or mask. */
export const ReadField = memo(function ReadField({ field, value, access, context, gone = false }: Props) {
  const t = useText();
  const id = `read-${field.key}`;
  return (
    <div role="group" aria-labelledby={id}>
      <span id={id} className="jm-label">
        <FieldTitle field={field} />
      </span>
      <div className="jm-value">
        {gone ? (
          <span className="jm-quiet">{t('form.gone')}</span>
        ) : (
          <FieldCell field={field} value={value} access={access} context={context} detail />
        )}
      </div>
    </div>
  );
});
