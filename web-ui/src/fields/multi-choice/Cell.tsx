import type { CellProps } from '../defineField';
import { OptionMark } from '../parts/OptionMark';
import { Several } from '../parts/Several';

export function Cell({ field, value }: CellProps<string[]>) {
  return (
    <Several>
      {value.map((one) => (
        <OptionMark key={one} field={field} value={one} />
      ))}
    </Several>
  );
}
