import { formatTime } from '../../i18n';
import type { CellProps } from '../defineField';

export function Cell({ value }: CellProps<string>) {
  return (
    <time className="jm-num" dateTime={value}>
      {formatTime(value)}
    </time>
  );
}
