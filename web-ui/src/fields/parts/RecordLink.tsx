import { Link } from 'react-router';
import { path, usePlaceOf } from '../../api';
import { useText } from '../../i18n';
import { isMasked, type Field } from '../../schema';
import type { FieldContext } from '../defineField';
import { MaskText } from '../signs/MaskText';
import type { Related } from './related';

interface Props {
  value: Related;
  field: Field;
  context: FieldContext;
}

export function RecordLink({ value, field, context }: Props) {
  const t = useText();
  const { tenant, app } = usePlaceOf(context.place, field.form) ?? context.place;
  if (isMasked(value.title)) return <MaskText field={field} masked={value.title.masked} />;
  return (
    <Link
      to={path`/t/${tenant}/apps/${app}/forms/${field.form ?? ''}/records/${value.id}`}
      onClick={(event) => event.stopPropagation()}
    >
      {value.title || t('field.relation.untitled')}
    </Link>
  );
}
