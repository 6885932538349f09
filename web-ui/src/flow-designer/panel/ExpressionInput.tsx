import { useMemo } from 'react';
import { FeelInput, fieldNames } from '../../studio';
import { useFlow } from '../context';
import { titled } from '../model/conditions';
import { useWords } from '../useWords';
import { useFindingsAt, useRow } from './Within';

interface Props {
  label: string;
  /** Of the property, as the definition has it: findings are shown where they belong. */
  name: string;
  value: string;
  hint?: string;
  /** The type that is wanted, such as `boolean`. */
  wants?: string | undefined;
  onChange: (value: string) => void;
}

/** An expression (FEEL) over the form's fields, and how it reads with their titles. */
export function ExpressionInput({ label, name, value, hint, wants, onChange }: Props) {
  const { fieldOf, fieldTitle } = useWords();
  const { place, fields } = useFlow();
  const row = useRow();
  const names = useMemo(() => fieldNames(fields, row), [fields, row]);
  const reads = titled(value, (key) => (fieldOf(key) ? fieldTitle(key) : undefined));
  return (
    <div className="jm-flow-labelled">
      <span className="jm-flow-label">{label}</span>
      <FeelInput
        label={label}
        value={value}
        names={names}
        tenant={place.tenant}
        wants={wants}
        findings={useFindingsAt(name)}
        onChange={onChange}
      />
      {reads === value ? null : <p className="jm-hint">{reads}</p>}
      {hint ? <p className="jm-hint">{hint}</p> : null}
    </div>
  );
}
