import type { CellProps } from '../defineField';
import { isUrl } from './validate';

/** A link only when it is one that a browser may follow. */
export function Cell({ value }: CellProps<string>) {
  if (!isUrl(value)) return <span>{value}</span>;
  return (
    <a href={value} target="_blank" rel="noopener noreferrer">
      {value}
    </a>
  );
}
