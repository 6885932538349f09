import type { InputProps } from '../defineField';
import { RecordSelect } from '../parts/RecordSelect';
import type { Related } from '../parts/related';

export function Input({ value, onChange, ...rest }: InputProps<Related>) {
  return <RecordSelect {...rest} chosen={value ? [value] : []} onChoose={(records) => onChange(records[0] ?? null)} />;
}
