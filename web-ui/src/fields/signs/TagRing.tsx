import { Tooltip } from 'antd';
import { useText } from '../../i18n';
import { levelOf, type Field } from '../../schema';
import './signs.css';

/** The ring left of a protected field's title; its colour is the tag, its tooltip says what follows from it. */
export function TagRing({ field }: { field: Field }) {
  const t = useText();
  const level = levelOf(field);
  if (level === 'public' || level === 'internal') return null;
  return (
    <Tooltip title={t(`field.tag.${level}`)}>
      <span className={`jm-ring jm-ring-${level}`} role="img" aria-label={t(`field.tagName.${level}`)} />
    </Tooltip>
  );
}
