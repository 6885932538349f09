import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { local, useText } from '../../i18n';
import type { Field } from '../../schema';
import { operatorsOf, readCondition, wordOf, writeCondition, type Comparison, type Condition } from './condition';

interface Props {
  text: string;
  fields: Field[];
  onChange: (text: string) => void;
}

const NEW: Comparison = { field: '', op: '=', value: '' };

/** A condition as rows of field, comparison and value. */
export function ConditionBuilder({ text, fields, onChange }: Props) {
  const t = useText();
  const [condition, setCondition] = useState<Condition>(() => {
    const read = readCondition(text, fields) ?? { join: 'and', parts: [] };
    return read.parts.length > 0 ? read : { ...read, parts: [NEW] };
  });
  const put = (next: Condition) => {
    setCondition(next);
    onChange(writeCondition(next, fields));
  };
  const { parts, join } = condition;
  const change = (index: number, patch: Partial<Comparison>) =>
    put({ join, parts: parts.map((part, at) => (at === index ? { ...part, ...patch } : part)) });
  const usable = fields.filter((field) => operatorsOf(field).length > 0 && field.type !== 'subform');
  return (
    <div className="jm-conditions">
      {parts.length > 1 ? (
        <Segmented
          size="small"
          aria-label={t('designer.rule.join')}
          value={join}
          options={['and', 'or'].map((value) => ({ value, label: t(`designer.rule.${value}`) }))}
          onChange={(next) => put({ join: next as Condition['join'], parts })}
        />
      ) : null}
      {parts.map((part, index) => {
        const field = fields.find((each) => each.key === part.field);
        const bare = part.op === 'empty' || part.op === 'filled';
        return (
          <div key={index} className="jm-condition">
            <Select
              value={part.field || null}
              aria-label={t('designer.rule.field')}
              placeholder={t('designer.rule.field')}
              showSearch
              optionFilterProp="label"
              options={usable.map(({ key, title }) => ({ value: key, label: local(title, key) }))}
              onChange={(key: string) => {
                const next = usable.find((each) => each.key === key);
                change(index, { field: key, op: operatorsOf(next)[0] ?? '=', value: '' });
              }}
            />
            <Select
              value={part.op}
              aria-label={t('designer.rule.compare')}
              disabled={!field}
              options={operatorsOf(field).map((op) => ({ value: op, label: t(`designer.rule.op.${wordOf(op)}`) }))}
              onChange={(op: Comparison['op']) => change(index, { op })}
            />
            {bare ? (
              <span />
            ) : (
              <Value field={field} value={part.value} onChange={(value) => change(index, { value })} />
            )}
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('designer.rule.removePart', { number: index + 1 })}
              onClick={() => put({ join, parts: parts.filter((_, at) => at !== index) })}
            />
          </div>
        );
      })}
      <Button
        type="link"
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => setCondition({ join, parts: [...parts, NEW] })}
      >
        {t('designer.rule.addPart')}
      </Button>
    </div>
  );
}

function Value({
  field,
  value,
  onChange,
}: {
  field: Field | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useText();
  const label = t('designer.rule.value');
  if (field?.type === 'switch' || field?.options) {
    const options = field.options
      ? field.options.map((option) => ({ value: option.value, label: local(option.title, option.value) }))
      : ['true', 'false'].map((word) => ({ value: word, label: t(`designer.rule.${word}`) }));
    return (
      <Select value={value || null} aria-label={label} placeholder={label} options={options} onChange={onChange} />
    );
  }
  return (
    <Input
      value={value}
      aria-label={label}
      placeholder={field?.type === 'date' ? '2026-11-26' : label}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
