import { InputNumber } from 'antd';
import { local } from '../../i18n';
import type { InputProps } from '../defineField';
import { Stars } from './Stars';
import { mostStars } from './stars';

/** A number with its stars beside it: a row of stars alone cannot be emptied and says little to a screen reader. */
export function Input({ id, field, value, onChange, disabled, invalid, describedBy }: InputProps<number>) {
  return (
    <span className="jm-row">
      <InputNumber<number>
        id={id}
        className="jm-num"
        min={1}
        max={mostStars(field)}
        precision={0}
        value={value ?? null}
        onChange={(next) => onChange(next)}
        disabled={disabled}
        placeholder={local(field.placeholder)}
        status={invalid ? 'error' : ''}
        aria-invalid={invalid}
        aria-describedby={describedBy}
      />
      <Stars count={value ?? 0} most={mostStars(field)} />
    </span>
  );
}
