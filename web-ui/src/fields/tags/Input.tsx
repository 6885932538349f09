import { Select } from 'antd';
import { local, useText } from '../../i18n';
import type { InputProps } from '../defineField';

export function Input({ id, field, value, onChange, disabled, invalid, describedBy }: InputProps<string[]>) {
  const t = useText();
  return (
    <Select<string[]>
      id={id}
      mode="tags"
      style={{ width: '100%' }}
      value={value ?? []}
      onChange={(next) => onChange(next.length > 0 ? next : null)}
      tokenSeparators={[',', '，', '、']}
      allowClear={!field.required}
      disabled={disabled}
      placeholder={local(field.placeholder) || t('field.tags.hint')}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      options={(field.options ?? []).map((option) => ({
        value: option.value,
        label: local(option.title, option.value),
      }))}
    />
  );
}
