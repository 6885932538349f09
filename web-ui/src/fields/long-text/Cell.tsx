import type { CellProps } from '../defineField';

/** One line of it, for tables. */
export function Cell({ value }: CellProps<string>) {
  const line = value.replaceAll('\n', ' ');
  return <span>{line.length > 60 ? `${line.slice(0, 60)}…` : line}</span>;
}
