import type { CellProps } from '../defineField';

/** Numbers and codes, in even figures. */
export function CodeCell({ value }: CellProps<string>) {
  return <span className="jm-num">{value}</span>;
}
