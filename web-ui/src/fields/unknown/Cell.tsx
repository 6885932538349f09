import { useText } from '../../i18n';
import type { CellProps } from '../defineField';

export function Cell({ value }: CellProps) {
  const t = useText();
  const plain = ['string', 'number', 'boolean'].includes(typeof value);
  return <span className={plain ? '' : 'jm-quiet'}>{plain ? String(value) : t('field.unknown.value')}</span>;
}
