import { Input as AntInput, InputNumber } from 'antd';
import { useText } from '../../i18n';
import type { InputProps } from '../defineField';
import type { Place } from './place';

/** Name, latitude and longitude; the label of the field is that of the name. */
export function Input({ id, value, onChange, disabled, invalid, describedBy }: InputProps<Place>) {
  const t = useText();
  const change = (part: Place) => {
    const next = { ...value, ...part };
    onChange(Object.values(next).every((each) => each === undefined) ? null : next);
  };
  const state = { disabled, status: invalid ? ('error' as const) : ('' as const), 'aria-describedby': describedBy };
  return (
    <span className="jm-row">
      <AntInput
        id={id}
        {...state}
        value={value?.title ?? ''}
        placeholder={t('field.geo.title')}
        onChange={(event) => change({ title: event.target.value || undefined })}
        autoComplete="off"
      />
      {(['lat', 'lng'] as const).map((part) => (
        <InputNumber<number>
          key={part}
          {...state}
          className="jm-num"
          controls={false}
          aria-label={t(`field.geo.${part}`)}
          placeholder={t(`field.geo.${part}`)}
          value={value?.[part] ?? null}
          onChange={(next) => change({ [part]: next ?? undefined })}
        />
      ))}
    </span>
  );
}
