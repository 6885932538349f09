import type { CellProps } from '../defineField';
import { OptionMark } from '../parts/OptionMark';

export function Cell({ field, value }: CellProps<string>) {
  return <OptionMark field={field} value={value} />;
}
