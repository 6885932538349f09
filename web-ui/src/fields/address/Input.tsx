import { Input as AntInput } from 'antd';
import { local } from '../../i18n';
import type { InputProps } from '../defineField';
import { addressText, type Address } from './text';

export function Input({ id, field, value, onChange, disabled, invalid, describedBy }: InputProps<Address>) {
  return (
    <AntInput.TextArea
      id={id}
      value={value ? addressText(value) : ''}
      onChange={(event) => onChange(event.target.value || null)}
      disabled={disabled}
      placeholder={local(field.placeholder)}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      autoComplete="off"
      autoSize={{ minRows: 1, maxRows: 4 }}
    />
  );
}
