import type { CellProps } from '../defineField';
import { RecordLink } from '../parts/RecordLink';
import type { Related } from '../parts/related';
import { Several } from '../parts/Several';

export function Cell({ value, field, context }: CellProps<Related[]>) {
  return (
    <Several>
      {value.map((one) => (
        <RecordLink key={one.id} value={one} field={field} context={context} />
      ))}
    </Several>
  );
}
