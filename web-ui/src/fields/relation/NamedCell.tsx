import type { CellProps } from '../defineField';
import { RecordLink } from '../parts/RecordLink';
import type { Related } from '../parts/related';
import { useTitled } from '../parts/useTitled';

/** In a condition: its address names the record by its id. */
export function NamedCell({ value, ...rest }: CellProps<Related>) {
  const [named = value] = useTitled(rest.context.place, rest.field.form, [value]);
  return <RecordLink value={named} {...rest} />;
}
