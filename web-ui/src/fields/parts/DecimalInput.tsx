import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { formatNumber, local } from '../../i18n';
import type { InputProps } from '../defineField';

interface Props extends InputProps<string> {
  before?: ReactNode;
  after?: ReactNode;
  /** Digits after the point; any when absent. */
  scale?: number | undefined;
}

/** A decimal string: no digit passes through a double. */
export function DecimalInput(props: Props) {
  const { id, field, value, onChange, disabled, invalid, describedBy, before, after, scale } = props;
  return (
    <InputNumber<string>
      id={id}
      stringMode
      controls={false}
      className="jm-num"
      style={{ width: '100%' }}
      value={value ?? null}
      onChange={(next) => onChange(next === null || next === '' ? null : String(next))}
      {...(scale === undefined ? {} : { precision: scale })}
      formatter={(text) => formatNumber(text ?? '')}
      parser={(text) => (text ?? '').replaceAll(',', '')}
      disabled={disabled}
      placeholder={local(field.placeholder)}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      {...(before ? { prefix: before } : {})}
      {...(after ? { suffix: after } : {})}
    />
  );
}
