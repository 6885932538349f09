import { Button, Input as AntInput } from 'antd';
import { useText } from '../../i18n';
import type { InputProps } from '../defineField';
import type { Signature } from './index';
import { Pad } from './Pad';
import './signature.css';

/** A pad to draw on, and a line to type the name for whoever does not draw; the label of the field is that of the line. */
export function Input({ id, value, onChange, disabled, invalid, describedBy }: InputProps<Signature>) {
  const t = useText();
  return (
    <div>
      <Pad png={value?.png} disabled={disabled ?? false} onDrawn={(png) => onChange({ png })} />
      <div className="jm-row">
        <AntInput
          id={id}
          aria-labelledby={`${id}-label`}
          maxLength={100}
          autoComplete="off"
          disabled={disabled ?? false}
          status={invalid ? 'error' : ''}
          aria-describedby={describedBy}
          placeholder={t('field.signature.type')}
          value={value?.text ?? ''}
          onChange={(event) => onChange(event.target.value ? { text: event.target.value } : null)}
        />
        {value?.png && !disabled ? <Button onClick={() => onChange(null)}>{t('field.signature.again')}</Button> : null}
      </div>
    </div>
  );
}
