import { InputNumber, Select, Space } from 'antd';
import { useId } from 'react';
import { useText } from '../../i18n';
import { Line } from './parts';

interface Props {
  label: string;
  /** ISO 8601, such as P3Y. */
  value: string | undefined;
  hint?: string;
  onChange: (period: string | undefined) => void;
}

/** A period as a number of years, months or days; empty is none. */
export function PeriodLine({ label, value, hint, onChange }: Props) {
  const t = useText();
  const id = useId();
  const [, count, unit = 'Y'] = /^P(\d+)([YMWD])$/.exec(value ?? '') ?? [];
  return (
    <Line label={label} id={id} hint={hint}>
      <Space.Compact block>
        <InputNumber
          id={id}
          style={{ width: '60%' }}
          min={1}
          max={999}
          precision={0}
          value={count === undefined ? null : Number(count)}
          placeholder={value && count === undefined ? value : t('designer.period.none')}
          onChange={(next) => onChange(next ? `P${next}${unit}` : undefined)}
        />
        <Select
          style={{ width: '40%' }}
          aria-label={t('designer.period.unit')}
          value={unit}
          disabled={count === undefined}
          options={['Y', 'M', 'D'].map((each) => ({ value: each, label: t(`designer.period.${each}`) }))}
          onChange={(next) => onChange(`P${count}${next}`)}
        />
      </Space.Compact>
    </Line>
  );
}
