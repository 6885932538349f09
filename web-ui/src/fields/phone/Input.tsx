import { Input as AntInput } from 'antd';
import { local } from '../../i18n';
import type { InputProps } from '../defineField';

export function Input({ id, field, value, onChange, disabled, invalid, describedBy }: InputProps<string>) {
  return (
    <AntInput
      id={id}
      type="tel"
      inputMode="tel"
      className="jm-num"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      disabled={disabled}
      placeholder={local(field.placeholder)}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      autoComplete="off"
    />
  );
}
