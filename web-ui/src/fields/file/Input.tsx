import { useText } from '../../i18n';
import type { InputProps } from '../defineField';
import { Detail } from './Detail';
import type { StoredFile } from './index';

/** Shows what is attached. Uploading is not part of this version, and the page says so instead of failing later. */
export function Input({ id, field, value, context }: InputProps<StoredFile[]>) {
  const t = useText();
  return (
    <div id={id} className="jm-readonly">
      {value && value.length > 0 ? <Detail field={field} value={value} context={context} /> : null}
      <span className="jm-hint">{t('field.file.later')}</span>
    </div>
  );
}
