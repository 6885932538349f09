import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { local } from '../../i18n';
import type { InputProps } from '../defineField';

/** Chosen in the reader's zone, sent in UTC. */
export function Input({ id, field, value, onChange, disabled, invalid, describedBy }: InputProps<string>) {
  return (
    <DatePicker
      id={id}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      style={{ width: '100%' }}
      value={value ? dayjs(value) : null}
      onChange={(point) => onChange(point ? point.startOf('minute').toISOString().replace('.000Z', 'Z') : null)}
      disabled={disabled}
      {...(field.placeholder ? { placeholder: local(field.placeholder) } : {})}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
    />
  );
}
