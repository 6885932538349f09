import type { InputProps } from '../defineField';
import { RecordSelect } from '../parts/RecordSelect';
import type { Related } from '../parts/related';

export function Input({ value, onChange, ...rest }: InputProps<Related[]>) {
  return (
    <RecordSelect
      {...rest}
      many
      chosen={value ?? []}
      onChoose={(records) => onChange(records.length > 0 ? records : null)}
    />
  );
}
