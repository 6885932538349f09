import { useText } from '../../i18n';
import type { CellProps } from '../defineField';

export function Cell({ value }: CellProps<boolean>) {
  const t = useText();
  return <span>{t(value ? 'field.switch.yes' : 'field.switch.no')}</span>;
}
