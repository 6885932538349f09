import { useLayoutEffect, useRef, type RefObject } from 'react';
import { local } from '../../i18n';
import type { InputProps } from '../defineField';
import { whenNear } from './near';
import './standIn.css';

interface Props extends Pick<InputProps, 'id' | 'field' | 'disabled' | 'invalid' | 'describedBy'> {
  lines: 1 | 3;
  text: string;
  /** The control is wanted; `at once` when the keyboard has come to it. */
  onNear: (atOnce: boolean) => void;
}

/** A plain line in place of a control: found, reached and named as the control is, drawn in a fraction of its time. */
export function StandIn({ id, field, disabled, invalid, describedBy, lines, text, onNear }: Props) {
  const ref = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useLayoutEffect(() => (ref.current ? whenNear(ref.current, () => onNear(false)) : undefined), [onNear]);
  const all = {
    id,
    ref: ref as RefObject<never>,
    className: 'jm-stand-in',
    readOnly: true,
    disabled,
    value: text,
    placeholder: local(field.placeholder),
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
    onFocus: () => onNear(true),
  };
  return lines === 1 ? <input {...all} type="text" /> : <textarea {...all} rows={lines} />;
}
