import { useText } from '../../i18n';
import type { InputProps } from '../defineField';
import { DerivedInput } from '../parts/DerivedInput';

export function Input(props: InputProps) {
  const t = useText();
  return <DerivedInput {...props} hint={t('field.lookUp.later')} />;
}
