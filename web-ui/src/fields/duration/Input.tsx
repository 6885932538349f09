import { InputNumber } from 'antd';
import { useText } from '../../i18n';
import type { InputProps } from '../defineField';
import { isoOf, secondsOf, split, type Unit } from './parts';

const UNITS: Unit[] = ['day', 'hour', 'minute'];

/** Days, hours and minutes side by side; the label of the field is that of the first. */
export function Input({ id, value, onChange, disabled, invalid, describedBy }: InputProps<string>) {
  const t = useText();
  const seconds = value === undefined ? undefined : secondsOf(value);
  const parts = split(seconds ?? 0);
  const change = (unit: Unit, next: number | null) => {
    const changed = { ...parts, [unit]: next ?? 0 };
    onChange(next === null && Object.values(changed).every((part) => part === 0) ? null : isoOf(changed));
  };
  return (
    <span className="jm-row">
      {UNITS.map((unit, index) => (
        <InputNumber<number>
          key={unit}
          {...(index === 0 ? { id } : { 'aria-label': t(`field.duration.${unit}`) })}
          className="jm-num"
          precision={0}
          controls={false}
          value={seconds === undefined ? null : parts[unit]}
          onChange={(next) => change(unit, next)}
          suffix={t(`field.duration.${unit}`)}
          disabled={disabled}
          status={invalid ? 'error' : ''}
          aria-invalid={invalid}
          aria-describedby={describedBy}
        />
      ))}
    </span>
  );
}
