import { useMembers, type Person } from '../../api';
import { PersonName } from '../../ui';
import type { InputProps } from '../defineField';
import { UnitSelect } from '../parts/UnitSelect';

export function Input({ value, onChange, context, ...rest }: InputProps<Person[]>) {
  const known = useMembers(context.place.tenant);
  return (
    <UnitSelect<Person>
      {...rest}
      many
      all={known.data?.items ?? []}
      loading={known.isLoading}
      chosen={value ?? []}
      show={(person) => <PersonName person={person} />}
      onChoose={(chosen) => onChange(chosen.length > 0 ? chosen : null)}
    />
  );
}
