import { useText } from '../../i18n';
import type { CellProps } from '../defineField';
import type { Signature } from './index';
import './signature.css';

export function Cell({ value }: CellProps<Signature>) {
  const t = useText();
  return value.png ? (
    <img className="jm-signature" src={`data:image/png;base64,${value.png}`} alt={t('field.signature.drawn')} />
  ) : (
    <span className="jm-signature-typed">{value.text}</span>
  );
}
