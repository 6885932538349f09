import { InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { formatPeriod, useText } from '../../../i18n';
import { amountOf, most, periodOf, UNITS, type Unit } from './period';

interface Props {
  label: string;
  /** ISO 8601; empty while nothing is typed. */
  value: string;
  problem: string | undefined;
  onChange: (period: string) => void;
}

/** A number of days or months. A period of both, which only the API can have set, is shown and stays until another is typed. */
export function PeriodInput({ label, value, problem, onChange }: Props) {
  const t = useText();
  const id = useId();
  const amount = amountOf(value);
  const [chosen, setChosen] = useState<Unit>(amount?.unit ?? 'D');
  const unit = amount?.unit ?? chosen;
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <div className="jm-terms-period">
        <InputNumber
          id={id}
          value={amount?.count ?? null}
          {...(value && !amount ? { placeholder: formatPeriod(value) } : {})}
          min={1}
          max={most(unit)}
          precision={0}
          status={problem ? 'error' : ''}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(count) => onChange(count ? periodOf({ count, unit }) : '')}
        />
        <Select<Unit>
          aria-label={t('desk.terms.unitOf', { part: label })}
          value={unit}
          onChange={(next) => {
            setChosen(next);
            if (amount) onChange(periodOf({ count: Math.min(amount.count, most(next)), unit: next }));
          }}
          options={UNITS.map((each) => ({
            value: each,
            label: t(`desk.terms.unit.${each}`, { count: amount?.count ?? 0 }),
          }))}
        />
      </div>
      {problem ? (
        <p id={`${id}-problem`} className="jm-error" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
