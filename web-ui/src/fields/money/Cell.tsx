import { formatNumber } from '../../i18n';
import type { CellProps } from '../defineField';
import { currencySymbol } from './currency';

export function Cell({ value, field }: CellProps<string>) {
  return (
    <span className="jm-num">
      {currencySymbol(field)}
      {formatNumber(value)}
    </span>
  );
}
