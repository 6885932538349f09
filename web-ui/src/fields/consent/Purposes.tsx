import { Select } from 'antd';
import { usePurposeTitle } from '../../api';
import { useText } from '../../i18n';
import type { CellProps, InputProps } from '../defineField';

/** What a filter asks of a consent: which of the purposes are agreed to. */
export function PurposesInput({ id, field, value, onChange, context }: InputProps<string[]>) {
  const t = useText();
  const titleOf = usePurposeTitle(context.place.tenant);
  return (
    <Select<string[]>
      id={id}
      mode="multiple"
      style={{ width: '100%' }}
      value={value ?? []}
      onChange={(next) => onChange(next.length > 0 ? next : null)}
      placeholder={t('field.choose')}
      optionFilterProp="label"
      options={(field.purposes ?? []).map((purpose) => ({ value: purpose, label: titleOf(purpose) }))}
    />
  );
}

/** Any of them will do, and so it reads. */
export function PurposesCell({ value, context }: CellProps<string[]>) {
  const t = useText();
  const titleOf = usePurposeTitle(context.place.tenant);
  return <>{value.map(titleOf).join(t('filter.or'))}</>;
}
