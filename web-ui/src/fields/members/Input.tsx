import { useActing, type Person } from '../../api';
import { PersonName } from '../../ui';
import type { InputProps } from '../defineField';
import { UnitSelect } from '../parts/UnitSelect';

export function Input({ value, onChange, context, ...rest }: InputProps<Person[]>) {
  const { members, isPending } = useActing(context.place.tenant);
  return (
    <UnitSelect<Person>
      {...rest}
      many
      all={members}
      loading={isPending}
      chosen={value ?? []}
      show={(person) => <PersonName person={person} />}
      onChoose={(chosen) => onChange(chosen.length > 0 ? chosen : null)}
    />
  );
}
