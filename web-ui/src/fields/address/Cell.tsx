import type { CellProps } from '../defineField';
import { addressText, type Address } from './text';

export function Cell({ value }: CellProps<Address>) {
  return <span>{addressText(value)}</span>;
}
