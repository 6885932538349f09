import { Link } from 'react-router';
import { path } from '../../api';
import { useText } from '../../i18n';
import { isMasked } from '../../schema';
import type { CellProps } from '../defineField';
import { MaskText } from '../signs/MaskText';
import type { Related } from './index';

export function Cell({ value, field, context }: CellProps<Related>) {
  const t = useText();
  const { tenant, app } = context.place;
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
