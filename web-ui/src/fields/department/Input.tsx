import { Select } from 'antd';
import { useDepartments, type Department } from '../../api';
import { local, useText } from '../../i18n';
import type { InputProps } from '../defineField';
import { Cell } from './Cell';

export function Input({ id, field, value, onChange, disabled, invalid, describedBy, context }: InputProps<Department>) {
  const t = useText();
  const departments = useDepartments(context.place.tenant);
  const all = departments.data?.items ?? [];
  const known = value && !all.some((department) => department.id === value.id) ? [value, ...all] : all;
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      value={value?.id ?? null}
      onChange={(next: string | null) => onChange(known.find((department) => department.id === next) ?? null)}
      allowClear={!field.required}
      showSearch
      optionFilterProp="title"
      loading={departments.isLoading}
      disabled={disabled}
      placeholder={local(field.placeholder) || t('field.choose')}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      options={known.map((department) => ({
        value: department.id,
        title: department.name,
        label: <Cell field={field} value={department} context={context} />,
      }))}
    />
  );
}
