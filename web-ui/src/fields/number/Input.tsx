import { InputNumber } from 'antd';
import { formatNumber, local } from '../../i18n';
import type { InputProps } from '../defineField';

export function Input({ id, field, value, onChange, disabled, invalid, describedBy }: InputProps<string>) {
  return (
    <InputNumber<string>
      id={id}
      stringMode
      controls={false}
      className="jm-num"
      style={{ width: '100%' }}
      value={value ?? null}
      onChange={(next) => onChange(next === null || next === '' ? null : String(next))}
      {...(field.scale === undefined ? {} : { precision: field.scale })}
      formatter={(text) => formatNumber(text ?? '')}
      parser={(text) => (text ?? '').replaceAll(',', '')}
      disabled={disabled}
      placeholder={local(field.placeholder)}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      {...(field.unit ? { addonAfter: local(field.unit) } : {})}
    />
  );
}
