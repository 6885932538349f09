import type { ReactNode } from 'react';
import { findingText, type Finding } from '../api';
import { FieldCell, FieldInput, FieldTitle, fieldType, type FieldContext } from '../fields';
import { local, useText, type LocalText } from '../i18n';
import { isMasked, type Field } from '../schema';

interface Props {
  field: Field;
  value: unknown;
  /** The value as read, before any change. */
  original: unknown;
  required: boolean;
  readOnly: boolean;
  replaceable: boolean;
  errors: Finding[];
  context: FieldContext;
  /** What another person stored meanwhile, where it differs from what this one started from. */
  meanwhile?: unknown;
  onChange: (value: unknown) => void;
  /** What stands beneath the field for the person to consider; it stops nothing. */
  hint?: ReactNode;
  /** The keyboard has left the field. */
  onLeave?: () => void;
  /** Far out of sight at first. */
  late?: boolean;
}

/** A field being edited: title, control, help, and what is wrong with it, tied together for assistive technology. */
export function EditField(props: Props) {
  const {
    field,
    value,
    original,
    required,
    readOnly,
    replaceable,
    errors,
    context,
    meanwhile,
    hint,
    onChange,
    onLeave,
    late,
  } = props;
  const t = useText();
  const type = fieldType(field.type);
  const id = `field-${field.key}`;
  const grouped = type.wide === true || isMasked(value);
  const label = (
    <>
      <FieldTitle field={field} />
      {required ? (
        <span className="jm-required" title={t('field.required')}>
          <span aria-hidden> *</span>
          <span className="jm-sr"> {t('field.required')}</span>
        </span>
      ) : null}
      {field.formula ? <span className="jm-hint"> · {t('field.computed')}</span> : null}
    </>
  );
  const help = local(field.help ?? field.description);
  const noteId = `${id}-note`;
  const hasNote = help !== '' || errors.length > 0 || meanwhile !== undefined || hint !== undefined;
  const grouping = grouped && type.type !== 'long-text';
  return (
    <div
      onBlur={({ currentTarget, relatedTarget }) => (currentTarget.contains(relatedTarget) ? undefined : onLeave?.())}
      {...(grouping ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}
    >
      {grouping ? (
        <span id={`${id}-label`} className="jm-label">
          {label}
        </span>
      ) : (
        <label id={`${id}-label`} className="jm-label" htmlFor={id}>
          {label}
        </label>
      )}
      {field.formula ? (
        <output id={id} className="jm-readonly">
          <FieldCell field={field} value={value} context={context} detail />
        </output>
      ) : (
        <FieldInput
          id={id}
          field={field}
          value={value ?? undefined}
          original={original}
          replaceable={replaceable}
          late={late ?? false}
          context={context}
          onChange={onChange}
          disabled={readOnly}
          invalid={errors.length > 0}
          describedBy={hasNote ? noteId : undefined}
        />
      )}
      <div id={noteId}>
        {help ? <p className="jm-hint">{help}</p> : null}
        {meanwhile !== undefined ? (
          <p className="jm-hint jm-now">
            {t('form.meanwhile')} <FieldCell field={field} value={meanwhile} context={context} />
          </p>
        ) : null}
        {hint}
        {errors.map((error, index) => (
          <p key={index} className="jm-error" role="alert">
            {errorText(error)}
          </p>
        ))}
      </div>
    </div>
  );
}

/** A rule's message is the designer's own; everything else is worded here by code. */
function errorText(error: Finding): string {
  const message = error.params?.['message'];
  return message ? local(message as LocalText) : findingText(error);
}
