import { Button } from 'antd';
import { local, useText } from '../i18n';
import { isMasked, isReplace } from '../schema';
import type { InputProps } from './defineField';
import { MaskText } from './signs/MaskText';
import { fieldType } from './typeOf';

interface Props extends InputProps {
  /** The value as it was read; a mask comes back when one decides not to replace it. */
  original: unknown;
  /** Whether this reader may overwrite what is withheld. */
  replaceable: boolean;
}

/**
 * Edits any value. What is withheld shows as its mask and can only be replaced as a whole, never edited:
 * a mask cannot be written over a value.
 */
export function FieldInput({ original, replaceable, ...props }: Props) {
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
  return <Input {...props} />;
}
