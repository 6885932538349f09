import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { FormPlace, ListedRecord } from '../../api';
import type { Operator } from '../../fields';
import { useText } from '../../i18n';
import { fieldOf, may, type Field, type FormDefinition } from '../../schema';
import {
  isReady,
  operandOf,
  operatorKey,
  operatorsFor,
  readableIn,
  systemFields,
  takesValue,
  type Condition,
} from './condition';
import { titleOf } from './FilterBar';

interface Props {
  form: FormDefinition;
  place: FormPlace;
  items: ListedRecord[];
  initial: Condition[];
  onApply: (conditions: Condition[]) => void;
}

/** Edits the conditions; they act on "Apply", because a search in a protected field is metered and logged. */
export function FilterEditor({ form, place, items, initial, onApply }: Props) {
  const t = useText();
  const fields = [...form.fields, ...systemFields].flatMap((field) => {
    const readable = readableIn(field, items);
    const operators = readable || may(form, 'search') ? operatorsFor(field) : [];
    return operators.length > 0 ? [{ field, operators, readable }] : [];
  });
  const blank = (): Condition[] => {
    const first = fields[0];
    return first ? [{ field: first.field.key, op: first.operators[0] ?? 'eq' }] : [];
  };
  const [conditions, setConditions] = useState<Condition[]>(initial.length > 0 ? initial : blank);
  const change = (index: number, next: Condition) =>
    setConditions(conditions.map((each, at) => (at === index ? next : each)));
  const searches = conditions.some(({ field }) => fields.find((each) => each.field.key === field)?.readable === false);
  return (
    <form
      className="jm-filter-editor"
      aria-label={t('filter.button')}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(conditions.filter(isReady));
      }}
    >
      {conditions.map((condition, index) => {
        const chosen = fields.find((each) => each.field.key === condition.field);
        return (
          <div className="jm-filter-row" key={index} role="group" aria-label={t('filter.row', { row: index + 1 })}>
            <Select
              aria-label={t('filter.field')}
              value={condition.field}
              showSearch
              optionFilterProp="label"
              options={fields.map(({ field }) => ({ value: field.key, label: titleOf(form, field.key, t) }))}
              onChange={(key: string) => {
                const next = fields.find((each) => each.field.key === key);
                change(index, { field: key, op: next?.operators[0] ?? 'eq' });
              }}
            />
            <Select
              aria-label={t('filter.operator')}
              value={condition.op}
              options={(chosen?.operators ?? [condition.op]).map((op) => ({
                value: op,
                label: chosen ? t(operatorKey(chosen.field, op)) : '',
              }))}
              onChange={(op: Operator) => change(index, { field: condition.field, op })}
            />
            <div className="jm-filter-value">
              {takesValue(condition.op) ? (
                <ValueInput
                  form={form}
                  place={place}
                  condition={condition}
                  id={`filter-${index}`}
                  onChange={(value) => change(index, { ...condition, value })}
                />
              ) : null}
            </div>
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('filter.removeRow', { row: index + 1 })}
              onClick={() => setConditions(conditions.filter((_, at) => at !== index))}
            />
          </div>
        );
      })}
      {searches ? <p className="jm-hint">{t('filter.searchNote')}</p> : null}
      <div className="jm-row">
        <Button
          type="link"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setConditions([...conditions, ...blank()])}
          style={{ paddingInline: 0 }}
        >
          {t('filter.add')}
        </Button>
        <span className="jm-grow" />
        {initial.length > 0 ? <Button onClick={() => onApply([])}>{t('filter.clear')}</Button> : null}
        <Button type="primary" htmlType="submit">
          {t('filter.apply')}
        </Button>
      </div>
    </form>
  );
}

interface ValueProps {
  form: FormDefinition;
  place: FormPlace;
  condition: Condition;
  id: string;
  onChange: (value: unknown) => void;
}

function ValueInput({ form, place, condition, id, onChange }: ValueProps) {
  const t = useText();
  const { op, value } = condition;
  const field: Field = fieldOf(form, condition.field) ?? { key: condition.field, type: 'date' };
  const plain: Field = { ...field, required: false };
  const type = operandOf(field);
  const label = (
    <label className="jm-sr" htmlFor={id}>
      {t('filter.value')}
    </label>
  );
  if (op === 'last4') {
    return (
      <>
        {label}
        <Input
          id={id}
          inputMode="numeric"
          maxLength={4}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      </>
    );
  }
  if (op === 'between') {
    const [low, high] = Array.isArray(value) ? (value as [unknown, unknown]) : [undefined, undefined];
    return (
      <span className="jm-row">
        <label className="jm-sr" htmlFor={`${id}-low`}>
          {t('filter.from')}
        </label>
        <type.Input
          id={`${id}-low`}
          field={plain}
          value={low}
          context={{ place }}
          onChange={(next) => onChange([next, high])}
        />
        <span aria-hidden>–</span>
        <label className="jm-sr" htmlFor={`${id}-high`}>
          {t('filter.to')}
        </label>
        <type.Input
          id={`${id}-high`}
          field={plain}
          value={high}
          context={{ place }}
          onChange={(next) => onChange([low, next])}
        />
      </span>
    );
  }
  const single = Array.isArray(value) && !type.many ? value[0] : value;
  return (
    <>
      {label}
      <type.Input id={id} field={plain} value={single} context={{ place }} onChange={onChange} />
    </>
  );
}
