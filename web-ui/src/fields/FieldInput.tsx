import { Button } from 'antd';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { local, useText } from '../i18n';
import { isMasked, isReplace } from '../schema';
import { isEmpty, type InputProps } from './defineField';
import { canWait } from './parts/near';
import { StandIn } from './parts/StandIn';
import { MaskText } from './signs/MaskText';
import { fieldType } from './typeOf';

interface Props extends InputProps {
  /** The value as it was read; a mask comes back when one decides not to replace it. */
  original: unknown;
  /** Whether this reader may overwrite what is withheld. */
  replaceable: boolean;
  /** Far out of sight at first: drawn when it comes near or is reached. */
  late?: boolean;
}

/**
 * Edits any value. What is withheld shows as its mask and can only be replaced as a whole, never edited:
 * a mask cannot be written over a value.
 */
export function FieldInput({ original, replaceable, late = false, ...props }: Props) {
  const t = useText();
  const { field, value, onChange, disabled } = props;
  const type = fieldType(field.type);
  const Input = type.Input;
  const title = local(field.title, field.key);
  if (isMasked(value)) {
    return (
      <span className="jm-row" id={props.id}>
        <MaskText field={field} masked={value.masked} />
        {replaceable && !disabled ? (
          <Button
            size="small"
            type="link"
            aria-label={t('field.replace.start', { field: title })}
            onClick={() => onChange({ replace: null })}
          >
            {t('field.replace.startShort')}
          </Button>
        ) : null}
      </span>
    );
  }
  if (isReplace(value)) {
    return (
      <div>
        <Input {...props} value={value.replace ?? undefined} onChange={(next) => onChange({ replace: next })} />
        <span className="jm-hint">{t('field.replace.hint')} </span>
        <Button size="small" type="link" onClick={() => onChange(original)}>
          {t('field.replace.cancel')}
        </Button>
      </div>
    );
  }
  return late ? <LateInput {...props} /> : <Input {...props} />;
}

/** A control that is drawn when somebody comes near it; where it cannot be stood in for, at once. */
function LateInput(props: InputProps) {
  const { field, value } = props;
  const { Input, standIn } = fieldType(field.type);
  const [near, setNear] = useState(!canWait());
  const reached = useRef(false);
  const come = useCallback((atOnce: boolean) => {
    reached.current = atOnce;
    setNear(true);
  }, []);
  useLayoutEffect(() => {
    if (near && reached.current) document.getElementById(props.id)?.focus();
  }, [near, props.id]);
  const text = isEmpty(value) ? '' : standIn?.text(value, field);
  if (near || !standIn || text === undefined) return <Input {...props} />;
  return <StandIn {...props} lines={standIn.lines} text={text} onNear={come} />;
}
