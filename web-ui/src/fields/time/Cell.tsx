import type { CellProps } from '../defineField';

export function Cell({ value }: CellProps<string>) {
  return (
    <time className="jm-num" dateTime={value}>
      {value}
    </time>
  );
}
