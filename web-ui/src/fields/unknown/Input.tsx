import { useText } from '../../i18n';
import type { InputProps } from '../defineField';
import { Cell } from './Cell';

export function Input({ id, field, value, context }: InputProps) {
  const t = useText();
  return (
    <output id={id} className="jm-readonly">
      {value === undefined || value === null ? null : <Cell field={field} value={value} context={context} />}{' '}
      <span className="jm-hint">{t('field.unknown.hint')}</span>
    </output>
  );
}
