import { Select } from 'antd';
import { useMembers, type Person } from '../../api';
import { local, useText } from '../../i18n';
import type { InputProps } from '../defineField';
import { Cell } from './Cell';

export function Input({ id, field, value, onChange, disabled, invalid, describedBy, context }: InputProps<Person>) {
  const t = useText();
  const members = useMembers(context.place.tenant);
  const people = members.data?.items ?? [];
  const known = value && !people.some((person) => person.id === value.id) ? [value, ...people] : people;
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      value={value?.id ?? null}
      onChange={(next: string | null) => onChange(known.find((person) => person.id === next) ?? null)}
      allowClear={!field.required}
      showSearch
      optionFilterProp="title"
      loading={members.isLoading}
      disabled={disabled}
      placeholder={local(field.placeholder) || t('field.choose')}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      options={known.map((person) => ({
        value: person.id,
        title: person.name,
        label: <Cell field={field} value={person} context={context} />,
      }))}
    />
  );
}
