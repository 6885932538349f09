import { usePurposeTitle } from '../../api';
import { useText } from '../../i18n';
import type { CellProps } from '../defineField';
import { Several } from '../parts/Several';
import type { Consent } from './index';

export function Cell({ value, context }: CellProps<Consent>) {
  const t = useText();
  const titleOf = usePurposeTitle(context.place.tenant);
  if (value.given.length === 0) return <span>{t('field.consent.none')}</span>;
  return (
    <Several>
      {value.given.map((purpose) => (
        <span key={purpose}>{titleOf(purpose)}</span>
      ))}
    </Several>
  );
}
