import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { local } from '../../i18n';
import type { InputProps } from '../defineField';

export function Input({ id, field, value, onChange, disabled, invalid, describedBy }: InputProps<string>) {
  return (
    <DatePicker
      id={id}
      style={{ width: '100%' }}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
      disabled={disabled}
      {...(field.placeholder ? { placeholder: local(field.placeholder) } : {})}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
    />
  );
}
