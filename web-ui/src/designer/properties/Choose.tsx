import { Select } from 'antd';
import { useId } from 'react';
import { Line } from './parts';

interface Option {
  value: string;
  label: string;
}

interface OneProps {
  label: string;
  value: string | undefined;
  options: Option[];
  hint?: string | undefined;
  placeholder?: string;
  clear?: boolean;
  onChange: (value: string | undefined) => void;
}

/** One of several. */
export function One({ label, value, options, hint, placeholder, clear = false, onChange }: OneProps) {
  const id = useId();
  return (
    <Line label={label} id={id} hint={hint}>
      <Select
        id={id}
        style={{ width: '100%' }}
        value={value ?? null}
        options={options}
        allowClear={clear}
        showSearch={options.length > 8}
        optionFilterProp="label"
        placeholder={placeholder ?? ''}
        onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
      />
    </Line>
  );
}

interface ManyProps extends Omit<OneProps, 'value' | 'onChange' | 'clear'> {
  value: string[] | undefined;
  /** Others than those offered may be written. */
  open?: boolean;
  onChange: (value: string[] | undefined) => void;
}

/** Any of several; none is undefined. */
export function Many({ label, value, options, hint, placeholder, open = false, onChange }: ManyProps) {
  const id = useId();
  return (
    <Line label={label} id={id} hint={hint}>
      <Select
        id={id}
        style={{ width: '100%' }}
        mode={open ? 'tags' : 'multiple'}
        value={value ?? []}
        options={options}
        optionFilterProp="label"
        placeholder={placeholder ?? ''}
        onChange={(next: string[]) => onChange(next.length > 0 ? next : undefined)}
      />
    </Line>
  );
}
