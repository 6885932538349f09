import type { CellProps } from '../defineField';

export function Cell({ value }: CellProps<string>) {
  return <span>{value}</span>;
}
