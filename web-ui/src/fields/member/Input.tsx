import { useMembers, type Person } from '../../api';
import { PersonName } from '../../ui';
import type { InputProps } from '../defineField';
import { UnitSelect } from '../parts/UnitSelect';

export function Input({ value, onChange, context, ...rest }: InputProps<Person>) {
  const known = useMembers(context.place.tenant);
  return (
    <UnitSelect<Person>
      {...rest}
      all={known.data?.items ?? []}
      loading={known.isLoading}
      chosen={value ? [value] : []}
      show={(person) => <PersonName person={person} />}
      onChoose={(chosen) => onChange(chosen[0] ?? null)}
    />
  );
}
