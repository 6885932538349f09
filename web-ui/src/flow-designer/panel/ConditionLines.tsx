import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { local } from '../../i18n';
import type { Field } from '../../schema';
import { useFlow } from '../context';
import { literalOf, write, type Comparator, type Comparison, type Condition } from '../model/conditions';
import { useWords } from '../useWords';

const NUMERIC: Comparator[] = ['>=', '>', '<=', '<', '=', '!=', 'filled', 'empty'];
const CHOSEN: Comparator[] = ['=', '!=', 'in', 'filled', 'empty'];
const PLAIN: Comparator[] = ['=', '!=', 'filled', 'empty'];

const comparators = (field: Field | undefined): Comparator[] => {
  if (!field) return PLAIN;
  const kind = literalOf(field.type);
  if (kind === 'number' || kind === 'date') return NUMERIC;
  if (kind === 'other') return ['filled', 'empty'];
  return field.options ? CHOSEN : PLAIN;
};

const EMPTY: Condition = { all: true, lines: [{ field: '', op: '=', values: [] }] };

interface Props {
  /** As it is written down; what differs from it here was undone, or typed elsewhere. */
  expression: string;
  condition: Condition;
  onChange: (expression: string) => void;
}

/** Comparisons of fields with values, all or any of which must hold. Lines without a field are not written down yet. */
export function ConditionLines({ expression, condition, onChange }: Props) {
  const { t, fieldOf } = useWords();
  const [typed, setDraft] = useState<Condition>(condition);
  const written = (lines: Condition) => write(lines, (key) => literalOf(fieldOf(key)?.type ?? 'text'));
  const known = written(typed) === expression ? typed : condition;
  const draft = known.lines.length > 0 ? known : EMPTY;
  const set = (next: Condition) => {
    setDraft(next);
    onChange(written(next));
  };
  const line = (at: number, next: Comparison) => set({ ...draft, lines: draft.lines.with(at, next) });
  return (
    <div className="jm-flow-lines">
      {draft.lines.length > 1 ? (
        <Segmented
          size="small"
          aria-label={t('flowDesign.condition.how')}
          value={draft.all ? 'all' : 'any'}
          onChange={(how) => set({ ...draft, all: how === 'all' })}
          options={(['all', 'any'] as const).map((each) => ({ value: each, label: t(`flowDesign.condition.${each}`) }))}
        />
      ) : null}
      {draft.lines.map((each, at) => (
        <div
          key={at}
          className="jm-flow-comparison"
          role="group"
          aria-label={t('flowDesign.condition.line', { number: at + 1 })}
        >
          <Line line={each} onChange={(next) => line(at, next)} />
          {draft.lines.length > 1 ? (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('flowDesign.condition.drop', { number: at + 1 })}
              onClick={() => set({ ...draft, lines: draft.lines.toSpliced(at, 1) })}
            />
          ) : null}
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => setDraft({ ...draft, lines: [...draft.lines, { field: '', op: '=', values: [] }] })}
      >
        {t('flowDesign.condition.add')}
      </Button>
    </div>
  );
}

function Line({ line, onChange }: { line: Comparison; onChange: (line: Comparison) => void }) {
  const { t, fieldOf } = useWords();
  const { fields } = useFlow();
  const field = fieldOf(line.field);
  const usable = fields.filter((each) => each.type !== 'subform');
  return (
    <>
      <Select
        aria-label={t('flowDesign.condition.field')}
        showSearch
        optionFilterProp="label"
        placeholder={t('flowDesign.condition.field')}
        value={line.field || undefined}
        onChange={(key: string) => {
          const ops = comparators(fieldOf(key));
          onChange({ field: key, op: ops[0] ?? '=', values: [] });
        }}
        options={usable.map((each) => ({ value: each.key, label: local(each.title, each.key) }))}
        popupMatchSelectWidth={false}
      />
      <Select<Comparator>
        aria-label={t('flowDesign.condition.op')}
        value={line.op}
        onChange={(op) => onChange({ ...line, op, values: op === 'in' ? line.values : line.values.slice(0, 1) })}
        options={comparators(field).map((op) => ({ value: op, label: t(`flowDesign.op.${op}`) }))}
        popupMatchSelectWidth={false}
      />
      {line.op === 'filled' || line.op === 'empty' ? null : <Operand line={line} field={field} onChange={onChange} />}
    </>
  );
}

interface OperandProps {
  line: Comparison;
  field: Field | undefined;
  onChange: (line: Comparison) => void;
}

function Operand({ line, field, onChange }: OperandProps) {
  const { t } = useWords();
  const label = t('flowDesign.condition.value');
  const options =
    field?.type === 'switch'
      ? [
          { value: 'true', label: t('flowDesign.yes') },
          { value: 'false', label: t('flowDesign.no') },
        ]
      : field?.options?.map((each) => ({ value: each.value, label: local(each.title, each.value) }));
  if (options && line.op === 'in')
    return (
      <Select
        aria-label={label}
        mode="multiple"
        value={line.values}
        options={options}
        onChange={(values: string[]) => onChange({ ...line, values })}
      />
    );
  if (options)
    return (
      <Select
        aria-label={label}
        placeholder={label}
        value={line.values[0]}
        options={options}
        onChange={(value: string) => onChange({ ...line, values: [value] })}
        popupMatchSelectWidth={false}
      />
    );
  return (
    <Input
      aria-label={label}
      placeholder={label}
      type={field?.type === 'date' ? 'date' : 'text'}
      inputMode={field && literalOf(field.type) === 'number' ? 'decimal' : 'text'}
      value={line.values[0] ?? ''}
      onChange={(event) => onChange({ ...line, values: [event.target.value] })}
    />
  );
}
