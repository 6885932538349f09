import { Switch } from 'antd';
import type { InputProps } from '../defineField';

export function Input({ id, value, onChange, disabled, describedBy }: InputProps<boolean>) {
  return (
    <Switch
      id={id}
      checked={value ?? false}
      onChange={(next) => onChange(next)}
      disabled={disabled ?? false}
      aria-describedby={describedBy}
    />
  );
}
