import { useText } from '../../i18n';
import { isEmpty, type InputProps } from '../defineField';
import { Cell } from './Cell';

/** Nobody types what is computed. */
export function Input({ id, field, value, context }: InputProps<string | boolean>) {
  const t = useText();
  return (
    <output id={id} className="jm-readonly">
      {isEmpty(value) || value === undefined ? (
        <span className="jm-quiet">{t('field.computed')}</span>
      ) : (
        <Cell field={field} value={value} context={context} />
      )}
    </output>
  );
}
