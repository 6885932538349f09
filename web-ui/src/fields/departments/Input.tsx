import { useDepartments, type Department } from '../../api';
import type { InputProps } from '../defineField';
import { UnitSelect } from '../parts/UnitSelect';

export function Input({ value, onChange, context, ...rest }: InputProps<Department[]>) {
  const known = useDepartments(context.place.tenant);
  return (
    <UnitSelect<Department>
      {...rest}
      many
      all={known.data?.items ?? []}
      loading={known.isLoading}
      chosen={value ?? []}
      show={(department) => department.name}
      onChoose={(chosen) => onChange(chosen.length > 0 ? chosen : null)}
    />
  );
}
