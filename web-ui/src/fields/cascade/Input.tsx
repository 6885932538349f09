import { Cascader } from 'antd';
import { local, useText } from '../../i18n';
import type { InputProps } from '../defineField';
import { branches } from './tree';

export function Input({ id, field, value, onChange, disabled, invalid, describedBy }: InputProps<string[]>) {
  const t = useText();
  return (
    <Cascader
      id={id}
      style={{ width: '100%' }}
      options={branches(field.options ?? [])}
      value={value ?? []}
      onChange={(path) => onChange(path && path.length > 0 ? path : null)}
      showSearch
      disabled={disabled}
      placeholder={local(field.placeholder) || t('field.choose')}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
    />
  );
}
