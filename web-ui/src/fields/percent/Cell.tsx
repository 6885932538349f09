import { formatNumber } from '../../i18n';
import type { CellProps } from '../defineField';

export function Cell({ value }: CellProps<string>) {
  return <span className="jm-num">{formatNumber(value)}%</span>;
}
