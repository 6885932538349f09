import { TimePicker } from 'antd';
import dayjs from 'dayjs';
import { local } from '../../i18n';
import type { InputProps } from '../defineField';

export function Input({ id, field, value, onChange, disabled, invalid, describedBy }: InputProps<string>) {
  return (
    <TimePicker
      id={id}
      format="HH:mm"
      style={{ width: '100%' }}
      value={value ? dayjs(`2000-01-01T${value}`) : null}
      onChange={(time) => onChange(time ? time.format('HH:mm') : null)}
      disabled={disabled}
      {...(field.placeholder ? { placeholder: local(field.placeholder) } : {})}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
    />
  );
}
