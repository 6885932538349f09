import { formatDate, formatNumber, formatTime, useText } from '../../i18n';
import type { CellProps } from '../defineField';

/** What the formula gave, by the type of its result. */
export function Cell({ field, value }: CellProps<string | boolean>) {
  const t = useText();
  if (typeof value === 'boolean') return <span>{t(value ? 'field.switch.yes' : 'field.switch.no')}</span>;
  return <span className="jm-num">{(SHOWN[field.of ?? 'number'] ?? String)(value)}</span>;
}

const SHOWN: Record<string, (value: string) => string> = {
  number: formatNumber,
  money: formatNumber,
  percent: (value) => `${formatNumber(value)}%`,
  date: formatDate,
  'date-time': formatTime,
};
