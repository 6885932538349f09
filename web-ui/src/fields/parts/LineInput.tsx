import { Input } from 'antd';
import { local } from '../../i18n';
import type { InputProps } from '../defineField';

interface Props extends InputProps<string> {
  /** Chooses the keyboard of a phone. */
  kind?: 'text' | 'tel' | 'email' | 'url';
  /** Numbers and codes: even figures, no spelling. */
  code?: boolean;
}

/** One line of text. */
export function LineInput({ id, field, value, onChange, disabled, invalid, describedBy, kind = 'text', code }: Props) {
  return (
    <Input
      id={id}
      type={kind}
      inputMode={kind}
      {...(code ? { className: 'jm-num', spellCheck: false } : {})}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
      disabled={disabled}
      placeholder={local(field.placeholder)}
      status={invalid ? 'error' : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      autoComplete="off"
    />
  );
}
