import { useText } from '../../i18n';
import type { InputProps } from '../defineField';
import { Cell } from './Cell';

/** Nobody types a serial number: it is there, or it will be. */
export function Input({ id, field, value, context }: InputProps<string>) {
  const t = useText();
  return (
    <output id={id} className="jm-readonly">
      {value ? (
        <Cell field={field} value={value} context={context} />
      ) : (
        <span className="jm-quiet">{t('field.serial.later')}</span>
      )}
    </output>
  );
}
