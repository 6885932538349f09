import { useText } from '../../i18n';
import type { CellProps } from '../defineField';
import type { Row } from './index';

export function Cell({ value }: CellProps<Row[]>) {
  const t = useText();
  return <span>{t('field.subform.count', { count: value.length })}</span>;
}
