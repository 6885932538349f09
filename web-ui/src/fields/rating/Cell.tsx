import type { CellProps } from '../defineField';
import { Stars } from './Stars';
import { mostStars } from './stars';

export function Cell({ value, field }: CellProps<number>) {
  return (
    <span className="jm-row">
      <Stars count={value} most={mostStars(field)} />
      <span className="jm-num">
        {value}/{mostStars(field)}
      </span>
    </span>
  );
}
