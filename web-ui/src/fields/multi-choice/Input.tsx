import { Select } from 'antd';
import { local, useText } from '../../i18n';
import type { InputProps } from '../defineField';
import { OptionMark } from '../parts/OptionMark';

export function Input({ id, field, value, onChange, disabled, invalid, describedBy }: InputProps<string[]>) {
  const t = useText();
  return (
    <Select<string[]>
      id={id}
      mode="multiple"
      style={{ width: '100%' }}
      value={value ?? []}
      onChange={(next) => onChange(next.length > 0 ? next : null)}
      allowClear={!field.required}
      disabled={disabled}
      placeholder={local(field.placeholder) || t('field.choose')}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      optionFilterProp="title"
      options={(field.options ?? []).map((option) => ({
        value: option.value,
        title: local(option.title, option.value),
        label: <OptionMark field={field} value={option.value} />,
      }))}
    />
  );
}
