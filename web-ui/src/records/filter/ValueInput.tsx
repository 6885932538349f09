import { Input } from 'antd';
import type { FormPlace } from '../../api';
import { useText } from '../../i18n';
import type { Field } from '../../schema';
import { asEdited, operandOf } from './operators';
import type { Condition } from './parts';

interface Props {
  place: FormPlace;
  condition: Condition;
  field: Field;
  id: string;
  onChange: (value: unknown) => void;
}

/** What a condition compares with: the input of the field's type, or two for a range. */
export function ValueInput({ place, condition, field, id, onChange }: Props) {
  const t = useText();
  const { op } = condition;
  const value = asEdited(field, condition.value);
  const plain: Field = { ...field, required: false };
  const type = operandOf(field);
  const input = (inputId: string, label: string, shown: unknown, change: (next: unknown) => void) => (
    <>
      <label className="jm-sr" htmlFor={inputId}>
        {t(label)}
      </label>
      <type.Input id={inputId} field={plain} value={shown} context={{ place }} onChange={change} />
    </>
  );
  if (op === 'last4')
    return (
      <>
        <label className="jm-sr" htmlFor={id}>
          {t('filter.value')}
        </label>
        <Input
          id={id}
          inputMode="numeric"
          maxLength={4}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      </>
    );
  if (op === 'between') {
    const [low, high] = Array.isArray(value) ? (value as [unknown, unknown]) : [undefined, undefined];
    return (
      <span className="jm-row">
        {input(`${id}-low`, 'filter.from', low, (next) => onChange([next, high]))}
        <span aria-hidden>–</span>
        {input(`${id}-high`, 'filter.to', high, (next) => onChange([low, next]))}
      </span>
    );
  }
  return input(id, 'filter.value', Array.isArray(value) && !type.many ? value[0] : value, onChange);
}
