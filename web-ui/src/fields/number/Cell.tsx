import { formatNumber, local } from '../../i18n';
import type { CellProps } from '../defineField';

export function Cell({ value, field }: CellProps<string>) {
  const unit = local(field.unit);
  return (
    <span className="jm-num">
      {formatNumber(value)}
      {unit ? ` ${unit}` : ''}
    </span>
  );
}
